import { Modal } from 'antd';
import { useLanguage } from '../../i18n/language';

interface Props {
  open: boolean;
  /** What the button that was pressed says. */
  word: string;
  onClose: () => void;
  onSend: () => void;
}

export function ApproveDialog({ open, word, onClose, onSend }: Props) {
  const { t } = useLanguage();
  return (
    <Modal
      open={open}
      title={t('task.confirmComplete', { word })}
      okText={word}
      okButtonProps={{ autoFocus: true }}
      cancelText={t('action.cancel')}
      onOk={onSend}
      onCancel={onClose}
    >
      {t('task.confirmCompleteNote')}
    </Modal>
  );
}
