import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language';

interface Props {
  open: boolean;
  onClose: () => void;
  onSend: (reason: string) => void;
}

/** A refusal needs a reason that the applicant will read. */
export function RefuseDialog({ open, onClose, onSend }: Props) {
  const { t } = useLanguage();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isEmpty = asked && !reason.trim();
  const send = (): void => {
    setAsked(true);
    if (reason.trim()) onSend(reason.trim());
  };
  return (
    <Modal
      open={open}
      title={t('task.refuseTitle')}
      okText={t('task.refuse')}
      okButtonProps={{ danger: true }}
      cancelText={t('action.cancel')}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack-tight">
        <p>{t('task.refuseNote')}</p>
        <label className="stack-tight">
          <span>{t('task.reason')}</span>
          <Input.TextArea
            autoFocus
            rows={4}
            maxLength={1000}
            value={reason}
            aria-invalid={isEmpty}
            status={isEmpty ? 'error' : ''}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {isEmpty && <p className="form-error">{t('task.reasonEmpty')}</p>}
      </div>
    </Modal>
  );
}
