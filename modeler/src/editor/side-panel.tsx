import { Segmented } from 'antd';
import { lazy, Suspense, useState, type RefObject } from 'react';
import type { Bundle } from '../api/types';
import { useLanguage } from '../i18n/language';

const FormsPanel = lazy(() => import('../forms/forms-panel').then((module) => ({ default: module.FormsPanel })));

/** Right of the canvas: properties of the selected element, or the bundle's forms. The panel of bpmn-js stays mounted. */
export function SidePanel({ bundle, panel }: { bundle: Bundle; panel: RefObject<HTMLDivElement | null> }) {
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
      <div ref={panel} className="properties" hidden={tab !== 'properties'} />
      {tab === 'forms' && (
        <Suspense fallback={<p className="soft">{tr('正在打开…', 'Opening…')}</p>}>
          <FormsPanel bundle={bundle} />
        </Suspense>
      )}
    </aside>
  );
}
