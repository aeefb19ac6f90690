import { Segmented } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { lazy, Suspense, useState, type RefObject } from 'react';
import type { Bundle } from '../api/types';
import { useLanguage } from '../i18n/language';
import { HumanStep } from '../steps/human-step';

const FormsPanel = lazy(() => import('../forms/forms-panel').then((module) => ({ default: module.FormsPanel })));

interface Props {
  bundle: Bundle;
  panel: RefObject<HTMLDivElement | null>;
  modeler: Modeler | null;
  /** Opens a form in the form editor. */
  editForm: (name: string) => void;
}

/** Right of the canvas: properties of the selected element, or the bundle's forms. The panel of bpmn-js stays mounted. */
export function SidePanel({ bundle, panel, modeler, editForm }: Props) {
  const { tr } = useLanguage();
  const [tab, setTab] = useState<'properties' | 'forms'>('properties');
  return (
    <aside className="side-panel">
      <Segmented
        block
        value={tab}
        onChange={setTab}
        options={[
          { value: 'properties', label: tr('属性', 'Properties') },
          { value: 'forms', label: tr('表单', 'Forms') },
        ]}
      />
      {modeler && tab === 'properties' && <HumanStep bundle={bundle} modeler={modeler} editForm={editForm} />}
      <div ref={panel} className="properties" hidden={tab !== 'properties'} />
      {tab === 'forms' && modeler && (
        <Suspense fallback={<p className="soft">{tr('正在打开…', 'Opening…')}</p>}>
          <FormsPanel modeler={modeler} bundle={bundle} editForm={editForm} />
        </Suspense>
      )}
    </aside>
  );
}
