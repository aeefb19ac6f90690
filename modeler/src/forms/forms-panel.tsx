import '@bpmn-io/form-js/dist/assets/form-js.css';
import { Form } from '@bpmn-io/form-js';
import { Empty, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { sentence } from '../api/problem';
import type { Bundle } from '../api/types';
import { useLanguage } from '../i18n/language';

/** The bundle's forms, read-only, as people will see them. */
export function FormsPanel({ bundle }: { bundle: Bundle }) {
  const { tr } = useLanguage();
  const names = Object.keys(bundle.forms);
  const [name, setName] = useState(names[0]);
  const schema = name === undefined ? undefined : bundle.forms[name];
  if (name === undefined || schema === undefined) {
    return <Empty description={tr('这个套餐没有表单', 'No forms')} />;
  }
  const users = Object.entries(bundle.manifest.tasks)
    .filter(([, task]) => task.form === name || task.form === `${name}.form`)
    .map(([, task]) => task.name);
  return (
    <div className="forms-panel">
      <Select
        value={name}
        onChange={setName}
        aria-label={tr('选择表单', 'Form')}
        options={names.map((value) => ({ value, label: value }))}
      />
      {users.length > 0 && (
        <p className="soft">
          {tr('用于：', 'Used in: ')}
          {users.join('、')}
        </p>
      )}
      <FormPreview key={name} schema={schema} />
    </div>
  );
}

function FormPreview({ schema }: { schema: object }) {
  const container = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!container.current) return undefined;
    const form = new Form({ container: container.current });
    form.setProperty('readOnly', true);
    form.importSchema(schema as never, {}).catch((error: unknown) => setProblem(sentence(error)));
    return () => form.destroy();
  }, [schema]);
  return (
    <>
      {problem !== null && <p className="returned">{problem}</p>}
      <div ref={container} className="form-preview" />
    </>
  );
}
