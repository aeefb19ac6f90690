import {
  CheckCircleOutlined,
  CloudOutlined,
  DisconnectOutlined,
  LoadingOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useLanguage } from '../i18n/language';
import type { SaveStatus } from './use-draft';

/** Where the draft stands: 已保存, 保存中, 保存失败. Spoken to screen readers when it changes. */
export function SaveMark({ status, untouched, retry }: { status: SaveStatus; untouched: boolean; retry: () => void }) {
  const { tr } = useLanguage();
  const { state, reason } = status;
  const mark = {
    saved: untouched
      ? { icon: <CheckCircleOutlined />, text: tr('没有修改', 'No changes'), tone: 'calm' }
      : { icon: <CheckCircleOutlined />, text: tr('已保存', 'Saved'), tone: 'good' },
    changed: { icon: <CloudOutlined />, text: tr('有修改', 'Changed'), tone: 'calm' },
    saving: { icon: <LoadingOutlined />, text: tr('保存中', 'Saving'), tone: 'calm' },
    offline: {
      icon: <DisconnectOutlined />,
      text: tr('连不上服务器，已留本机备份', 'Offline, kept on this computer'),
      tone: 'warn',
    },
    failed: { icon: <WarningOutlined />, text: tr('保存失败', 'Not saved'), tone: 'bad' },
    conflict: { icon: <WarningOutlined />, text: tr('保存冲突', 'Conflict'), tone: 'bad' },
  }[state];
  return (
    <span className="save-mark">
      <Tooltip title={reason ?? undefined}>
        <span className={`save-state ${mark.tone}`} role="status" data-state={state}>
          {mark.icon} {mark.text}
        </span>
      </Tooltip>
      {state === 'failed' && reason !== null && <span className="returned">{reason}</span>}
      {(state === 'failed' || state === 'offline') && (
        <Button size="small" type="link" onClick={retry}>
          {tr('重试', 'Retry')}
        </Button>
      )}
    </span>
  );
}
