import '@bpmn-io/form-js/dist/assets/form-js-editor.css';
import '@bpmn-io/form-js/dist/assets/form-js.css';
import '@bpmn-io/form-js/dist/assets/properties-panel.css';
import { FormEditor } from '@bpmn-io/form-js';
import { Button } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useRef, useState } from 'react';
import { sentence } from '../api/problem';
import type { FormSchema } from '../api/types';
import { partsOf } from '../editor/studio';
import { useLanguage } from '../i18n/language';
import { speakChinese } from './form-editor-chinese';

interface Props {
  name: string;
  modeler: Modeler;
  close: () => void;
}

/** The form editor over the drawing; each change goes into the draft at once. */
export function FormWorkbench({ name, modeler, close }: Props) {
  const { tr, language } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!container.current) return undefined;
    const parts = partsOf(modeler);
    const editor = new FormEditor({ container: container.current, debounce: false }); // else closing loses what was typed last
    const stop = language === 'zh' ? speakChinese(container.current) : () => undefined;
    let alive = true;
    const keep = (): void => parts.setForm(name, editor.getSchema() as FormSchema);
    editor
      .importSchema(parts.forms[name] as never)
      .then(() => {
        if (alive) editor.on('commandStack.changed', keep);
      })
      .catch((error: unknown) => setProblem(sentence(error)));
    return () => {
      alive = false;
      stop();
      editor.destroy();
    };
  }, [name, modeler, language]);
  return (
    <section className="form-workbench" aria-label={tr('表单设计', 'Form editor')}>
      <header>
        <b>
          {tr('表单：', 'Form: ')}
          {name}
        </b>
        <span className="soft">
          {tr('从左边拖入组件，在右边填写标题、字段名和校验；随草稿自动保存', 'Saved with the draft')}
        </span>
        <span className="spacer" />
        <Button type="primary" onClick={close}>
          {tr('完成，回到流程图', 'Done, back to the diagram')}
        </Button>
      </header>
      {problem !== null && <p className="returned">{problem}</p>}
      <div ref={container} className="form-editor" />
    </section>
  );
}
