import { Modal } from 'antd';
import { useState } from 'react';
import type { Bundle } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { CorrectChoice } from './correct-choice';

export interface Missing {
  materialId?: string;
  reason: string;
}
interface Props {
  open: boolean;
  bundle: Bundle | undefined;
  onClose: () => void;
  onSend: (missing: Missing[]) => void;
}

/** Stands for the form among the materials; sent without a material. */
const FORM = '';

/** Everything that is missing, chosen at once, each with how to mend it. */
export function CorrectDialog({ open, bundle, onClose, onSend }: Props) {
  const { t } = useLanguage();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState(false);
  const choices = [
    ...(bundle?.materials ?? []).filter((material) => material.source === 'applicant'),
    { id: FORM, name: t('task.correctOther') },
  ];
  const chosen = Object.entries(reasons);
  const unexplained = chosen.some(([, reason]) => !reason.trim());
  const complaint = chosen.length === 0 ? 'task.correctNone' : unexplained ? 'task.reasonEmpty' : undefined;
  const change = (id: string, reason: string | undefined): void =>
    setReasons(({ [id]: _, ...others }) => (reason === undefined ? others : { ...others, [id]: reason }));
  const send = (): void => {
    setAsked(true);
    if (complaint) return;
    onSend(chosen.map(([id, reason]) => ({ ...(id ? { materialId: id } : {}), reason: reason.trim() })));
  };
  return (
    <Modal
      open={open}
      title={t('task.correctTitle')}
      width={640}
      okText={t('task.correct')}
      cancelText={t('action.cancel')}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack-tight">
        <p>{t('task.correctNote')}</p>
        {choices.map(({ id, name }) => (
          <CorrectChoice
            key={id}
            name={name}
            reason={reasons[id]}
            isAsked={asked}
            onChange={(reason) => change(id, reason)}
          />
        ))}
        {asked && complaint && (
          <p className="form-error" role="alert">
            {t(complaint)}
          </p>
        )}
      </div>
    </Modal>
  );
}
