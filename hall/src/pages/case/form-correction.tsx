import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import type { Bundle, CaseView, FormData, MissingEntry } from '../../api/types';
import type { FormHandle } from '../../components/form/form-handle';
import { FormView } from '../../components/form/form-view';
import { useLanguage } from '../../i18n/language';

interface Props {
  entry: MissingEntry;
  view: CaseView;
  bundle: Bundle;
  value: FormData | undefined;
  onChange: (form: FormData) => void;
}

/** Something in the form must change: the form as it was sent, to edit in place. */
export function FormCorrection({ entry, view, bundle, value, onChange }: Props) {
  const { t } = useLanguage();
  const form = useRef<FormHandle>(null);
  const [open, setOpen] = useState(false);
  const schema = bundle.forms[bundle.startForm];
  const save = (): void => {
    const result = form.current?.submit();
    if (!result) return;
    if (result.errorCount > 0) return form.current?.focusFirstError();
    onChange(result.data);
    setOpen(false);
  };
  return (
    <section className={`material ${value ? '' : 'material-asked'}`} aria-label={entry.name ?? t('task.correctOther')}>
      <h3>
        {value && <CheckCircleFilled className="material-check" aria-label={t('correct.formDone')} />}
        {entry.name ?? t('task.correctOther')}
      </h3>
      <p className="material-complaint">{entry.reason}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('correct.form')}</Button>
      </div>
      <Modal
        open={open}
        title={t('correct.form')}
        width={760}
        okText={t('correct.saveForm')}
        cancelText={t('action.cancel')}
        onOk={save}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {schema && <FormView schema={schema} data={value ?? view.form} handle={form} />}
      </Modal>
    </section>
  );
}
