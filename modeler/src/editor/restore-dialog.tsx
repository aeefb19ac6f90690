import { Button, Modal } from 'antd';
import { moment } from '../i18n/dates';
import { useLanguage } from '../i18n/language';
import type { Backup } from './local-backup';
import { BPMN_TYPE, download } from './files';

interface Props {
  backup: Backup | null;
  restore: (backup: Backup) => void;
  discard: () => void;
}

/** Offers what an earlier visit could not save. */
export function RestoreDialog({ backup, restore, discard }: Props) {
  const { tr } = useLanguage();
  if (backup === null) return null;
  return (
    <Modal
      open
      closable={false}
      title={tr('这台电脑上有没保存的修改', 'Unsaved changes on this computer')}
      footer={[
        <Button key="file" onClick={() => download('backup.bpmn', backup.xml, BPMN_TYPE)}>
          {tr('下载备份', 'Download it')}
        </Button>,
        <Button key="discard" onClick={discard}>
          {tr('不要了，打开服务器上的', "Open the server's")}
        </Button>,
        <Button key="restore" type="primary" onClick={() => restore(backup)}>
          {tr('恢复修改', 'Restore')}
        </Button>,
      ]}
    >
      <p>
        {tr(
          `上次（${moment(backup.at)}）的修改没有存到服务器，本机留有备份。`,
          `Changes of ${moment(backup.at)} did not reach the server; this computer kept them.`,
        )}
      </p>
    </Modal>
  );
}
