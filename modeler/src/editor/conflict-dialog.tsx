import { Button, Modal } from 'antd';
import type { DraftState } from '../api/types';
import { moment } from '../i18n/dates';
import { useLanguage } from '../i18n/language';

interface Props {
  open: boolean;
  /** What somebody saved in between; null when the draft is gone (published or thrown away). */
  other: DraftState | null;
  /** Downloads the text on screen, then loads the server's. */
  keepCopy: () => void;
  reload: () => void;
  overwrite: () => void;
}

/** Somebody saved in between: nothing is lost whatever is chosen here. */
export function ConflictDialog({ open, other, keepCopy, reload, overwrite }: Props) {
  const { tr } = useLanguage();
  const who = other?.savedBy.displayName ?? '';
  const when = moment(other?.savedAt);
  return (
    <Modal
      open={open}
      closable={false}
      title={tr('草稿在别处被改过', 'The draft was changed elsewhere')}
      footer={[
        other?.state !== 'requested' && (
          <Button key="overwrite" danger onClick={overwrite}>
            {tr('用我的替换', 'Replace with mine')}
          </Button>
        ),
        <Button key="reload" onClick={reload}>
          {tr('放弃我的，载入最新', 'Load the latest')}
        </Button>,
        <Button key="copy" type="primary" autoFocus onClick={keepCopy}>
          {tr('我的另存一份，载入最新', 'Keep mine as a file, load the latest')}
        </Button>,
      ]}
    >
      <p>
        {other === null
          ? tr(
              '这份草稿已经发布或被放弃，服务器上没有草稿了。',
              'This draft was published or thrown away; the server has none.',
            )
          : tr(
              `${who} 在 ${when} 保存了这份草稿，您的修改基于更早的内容，所以没有存上去。`,
              `${who} saved this draft at ${when}; your changes are based on an earlier state and were not saved.`,
            )}
      </p>
      {other?.state === 'requested' && (
        <p>{tr('草稿已提交发布，撤回之前不能再改。', 'It awaits approval and cannot be changed until taken back.')}</p>
      )}
      <p className="soft">
        {tr(
          '您屏幕上的内容还在，也留有本机备份。',
          'What you see is still here, and there is a backup on this computer.',
        )}
      </p>
    </Modal>
  );
}
