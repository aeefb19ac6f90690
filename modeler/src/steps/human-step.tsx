import { Button, Checkbox, Select } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { lazy, Suspense, useState } from 'react';
import type { Bundle, DraftTask } from '../api/types';
import { partsOf } from '../editor/studio';
import { freeFormName, newForm } from '../forms/new-form';
import { useLanguage } from '../i18n/language';
import { setForm, setQueue, stepOf } from './step-properties';
import { useSelectedStep } from './use-selected-step';

const FormPreview = lazy(() => import('../forms/form-preview').then((module) => ({ default: module.FormPreview })));

interface Props {
  bundle: Bundle;
  modeler: Modeler;
  editForm: (name: string) => void;
}

/** What a person needs to do the selected human step: whose it is, with which form, and which ways out there are. */
export function HumanStep({ bundle, modeler, editForm }: Props) {
  const { tr } = useLanguage();
  const [preview, setPreview] = useState(false);
  const element = useSelectedStep(modeler);
  if (!element) return null;
  const parts = partsOf(modeler);
  const step = stepOf(element);
  const task = parts.task(step.id);
  const schema = step.form === undefined ? undefined : parts.forms[step.form];
  const queues = [
    ...Object.entries(bundle.manifest.departments).map(([value, { name }]) => ({ value, label: name })),
    { value: 'window', label: tr('收件窗口', 'Window of the case') },
    { value: 'applicant', label: tr('办事人本人', 'The applicant') },
  ];
  const create = (): void => {
    const name = freeFormName(step.id, parts.forms);
    parts.setForm(name, newForm(bundle.id, name));
    setForm(modeler, element, name);
    editForm(name);
  };

  return (
    <section className="human-step" aria-label={tr('人工环节', 'Human step')}>
      <h3>{tr('人工环节', 'Human step')}</h3>
      <label className="field">
        {tr('由谁办理（队列）', 'Queue')}
        <Select
          id="step-queue"
          value={step.queue ?? null}
          status={step.queue === undefined ? 'error' : ''}
          options={queues}
          onChange={(queue: string) => setQueue(modeler, element, queue)}
          placeholder={tr('请选择', 'Choose')}
        />
      </label>
      <label className="field">
        {tr('表单', 'Form')}
        <Select
          id="step-form"
          value={step.form ?? null}
          status={schema === undefined ? 'error' : ''}
          options={Object.keys(parts.forms).map((value) => ({ value, label: value }))}
          onChange={(form: string) => setForm(modeler, element, form)}
          placeholder={tr('请选择，或新建', 'Choose, or make one')}
        />
      </label>
      <div className="step-buttons">
        <Button size="small" onClick={create}>
          {tr('新建表单', 'New form')}
        </Button>
        {schema !== undefined && step.form !== undefined && (
          <>
            <Button size="small" onClick={() => editForm(step.form ?? '')}>
              {tr('修改表单', 'Change form')}
            </Button>
            <Button size="small" aria-expanded={preview} onClick={() => setPreview(!preview)}>
              {preview ? tr('收起预览', 'Hide preview') : tr('预览', 'Preview')}
            </Button>
          </>
        )}
      </div>
      {preview && schema !== undefined && (
        <Suspense fallback={null}>
          <FormPreview schema={schema} />
        </Suspense>
      )}
      <Actions task={task} change={(change) => parts.changeTask(step.id, change)} />
      <label className="field">
        {tr('对应事项', 'Item')}
        <Select
          id="step-item"
          allowClear
          value={task.item ?? null}
          options={bundle.manifest.items.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(item: string | null | undefined) => parts.changeTask(step.id, { item: item ?? undefined })}
          placeholder={tr('不对应单个事项', 'None')}
        />
      </label>
    </section>
  );
}

function Actions({ task, change }: { task: DraftTask; change: (change: DraftTask) => void }) {
  const { tr } = useLanguage();
  const actions = task.actions ?? [];
  const branches = actions.some((action) => action !== 'complete');
  return (
    <fieldset className="step-actions">
      <legend>{tr('办理动作', 'Actions')}</legend>
      <Checkbox.Group<'complete' | 'refuse' | 'correct'>
        value={actions}
        onChange={(chosen) => change({ actions: chosen })}
        options={[
          { value: 'complete', label: tr('办理通过', 'Complete') },
          { value: 'refuse', label: tr('不予许可', 'Refuse') },
          { value: 'correct', label: tr('要求补正', 'Ask for correction') },
        ]}
      />
      {actions.length === 0 && <p className="returned">{tr('至少选择一个动作', 'Choose at least one')}</p>}
      {branches && (
        <p className="soft">
          {tr(
            '结果在变量 outcome 中（completed、refused、correct）：请在其后的网关上分别给出去向。',
            'The result is in the variable outcome: lead on from a gateway behind this step.',
          )}
        </p>
      )}
    </fieldset>
  );
}
