import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../api/resources';
import { useErrorText } from '../../components/page-states';
import { useLanguage } from '../../i18n/language';

/** Withdrawing: what it means, a reason, and a second look. */
export function WithdrawButton({ caseNumber }: { caseNumber: string }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => api.withdraw(caseNumber, reason.trim()),
    onSuccess: (view) => {
      client.setQueryData(['case', caseNumber], view);
      void client.invalidateQueries({ queryKey: ['case', caseNumber] });
      void message.success(t('withdraw.done'));
      setOpen(false);
    },
  });
  const confirm = (): void => {
    setAsked(true);
    if (reason.trim()) withdraw.mutate();
  };
  const isEmpty = asked && !reason.trim();
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('withdraw.action')}</Button>
      <Modal
        open={open}
        title={t('withdraw.title')}
        okText={t('withdraw.confirm')}
        okButtonProps={{ danger: true, loading: withdraw.isPending }}
        cancelText={t('action.cancel')}
        onOk={confirm}
        onCancel={() => setOpen(false)}
      >
        <div className="stack">
          <p>{t('withdraw.note')}</p>
          <label className="stack-tight">
            <span>{t('withdraw.reason')}</span>
            <Input.TextArea
              rows={3}
              maxLength={500}
              value={reason}
              aria-invalid={isEmpty}
              status={isEmpty ? 'error' : ''}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          {isEmpty && <p className="form-error">{t('withdraw.reasonEmpty')}</p>}
          {withdraw.error && (
            <p className="form-error" role="alert">
              {errorText(withdraw.error)}
            </p>
          )}
        </div>
      </Modal>
    </>
  );
}
