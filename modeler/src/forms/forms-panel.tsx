import { Button, Empty, Select, Tooltip } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useState } from 'react';
import { findFormProblems } from '../../lint/form-problems';
import type { Bundle } from '../api/types';
import { partsOf } from '../editor/studio';
import { useLanguage } from '../i18n/language';
import { drawnSteps } from '../steps/step-properties';
import { useStudioChanges } from '../steps/use-selected-step';
import { FormPreview } from './form-preview';
import { freeFormName, newForm } from './new-form';

interface Props {
  bundle: Bundle;
  modeler: Modeler;
  editForm: (name: string) => void;
}

/** The bundle's forms as people will see them; make, change or remove one. */
export function FormsPanel({ bundle, modeler, editForm }: Props) {
  const { tr } = useLanguage();
  useStudioChanges(modeler);
  const parts = partsOf(modeler);
  const names = Object.keys(parts.forms);
  const [picked, setPicked] = useState(names[0]);
  const name = picked !== undefined && picked in parts.forms ? picked : names[0];
  const schema = name === undefined ? undefined : parts.forms[name];
  const create = (): void => {
    const made = freeFormName('form', parts.forms);
    parts.setForm(made, newForm(bundle.id, made));
    setPicked(made);
    editForm(made);
  };
  const buttonNew = (
    <Button size="small" onClick={create}>
      {tr('新建表单', 'New form')}
    </Button>
  );
  if (name === undefined || schema === undefined) {
    return <Empty description={tr('这个套餐没有表单', 'No forms')}>{buttonNew}</Empty>;
  }
  const users = drawnSteps(modeler).filter((step) => step.form === name);
  const isStart = bundle.manifest.startForm === name;
  const usedBy = [...(isStart ? [tr('申请表', 'the application')] : []), ...users.map((step) => step.name || step.id)];
  return (
    <div className="forms-panel">
      <Select
        value={name}
        onChange={setPicked}
        aria-label={tr('选择表单', 'Form')}
        options={names.map((value) => ({ value, label: value }))}
      />
      <div className="step-buttons">
        {buttonNew}
        <Button size="small" onClick={() => editForm(name)}>
          {tr('修改表单', 'Change form')}
        </Button>
        <Tooltip title={usedBy.length > 0 ? tr('还在使用，不能删除', 'Still in use') : ''}>
          <Button size="small" danger disabled={usedBy.length > 0} onClick={() => parts.setForm(name, undefined)}>
            {tr('删除', 'Remove')}
          </Button>
        </Tooltip>
      </div>
      {usedBy.length > 0 && (
        <p className="soft">
          {tr('用于：', 'Used in: ')}
          {usedBy.join('、')}
        </p>
      )}
      {findFormProblems(schema).map((problem) => (
        <p key={problem} className="returned">
          {problem}
        </p>
      ))}
      <FormPreview key={name} schema={schema} />
    </div>
  );
}
