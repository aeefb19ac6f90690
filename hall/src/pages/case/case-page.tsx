import { Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import type { CaseView } from '../../api/types';
import { FormSummary } from '../../components/form/form-summary';
import { MaterialList } from '../../components/material/material-list';
import { Loading, QueryContent } from '../../components/page-states';
import { useBundle } from '../../hooks/use-bundles';
import { useCase } from '../../hooks/use-cases';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { Asked } from './asked';
import { CaseHeader } from './case-header';
import { Progress } from './progress';
import { Timeline } from './timeline';
import './case.css';

const DiagramTab = lazy(() => import('../../components/diagram/diagram-tab'));

function CaseTabs({ view }: { view: CaseView }) {
  const { t } = useLanguage();
  const bundle = useBundle(view.bundleId, view.bundleVersion);
  const schema = bundle.data?.forms[bundle.data.startForm];
  const items = [
    { key: 'timeline', label: t('case.timeline'), children: <Timeline caseNumber={view.caseNumber} /> },
    { key: 'materials', label: t('case.materials'), children: <MaterialList materials={view.materials} /> },
    { key: 'form', label: t('case.form'), children: <FormSummary schema={schema} data={view.form} /> },
    {
      key: 'diagram',
      label: t('case.diagram'),
      children: (
        <Suspense fallback={<Loading card={false} />}>
          <DiagramTab caseNumber={view.caseNumber} />
        </Suspense>
      ),
    },
  ];
  return (
    <section className="card">
      <Tabs items={items} destroyOnHidden />
    </section>
  );
}

/** Everything about one case, live. */
export default function CasePage() {
  const { no = '' } = useParams();
  const { t } = useLanguage();
  const query = useCase(no);
  useTitle(t('case.title', { no }));
  return (
    <QueryContent query={query} rows={12}>
      {(view) => (
        <div className="stack case">
          <CaseHeader view={view} />
          <Asked view={view} />
          <Progress view={view} />
          <CaseTabs view={view} />
        </div>
      )}
    </QueryContent>
  );
}
