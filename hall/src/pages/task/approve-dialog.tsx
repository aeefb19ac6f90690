import { Modal } from 'antd';
import { useLanguage } from '../../i18n/language';

interface Props {
  open: boolean;
  onClose: () => void;
  onSend: () => void;
}

export function ApproveDialog({ open, onClose, onSend }: Props) {
  const { t } = useLanguage();
  return (
    <Modal
      open={open}
      title={t('task.confirmComplete')}
      okText={t('task.complete')}
      okButtonProps={{ autoFocus: true }}
      cancelText={t('action.cancel')}
      onOk={onSend}
      onCancel={onClose}
    >
      {t('task.confirmCompleteNote')}
    </Modal>
  );
}
