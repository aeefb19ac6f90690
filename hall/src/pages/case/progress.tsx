import { CheckOutlined, CloseOutlined, ExclamationOutlined } from '@ant-design/icons';
import type { CaseView } from '../../api/types';
import { useBundle } from '../../hooks/use-bundles';
import { useDiagram } from '../../hooks/use-cases';
import { useLanguage } from '../../i18n/language';
import { CaseItems } from './case-items';
import { stagesOf, type Stage, type StageState } from './stages';
import './progress.css';

const ICONS: Record<StageState, React.ReactNode> = {
  done: <CheckOutlined />,
  active: <span className="stage-pulse" />,
  you: <ExclamationOutlined />,
  stopped: <CloseOutlined />,
  waiting: null,
};

const WORDS = {
  done: 'stage.done',
  active: 'stage.active',
  you: 'stage.waitsForYou',
  stopped: 'stage.stopped',
  waiting: 'stage.waiting',
} as const;

function StageMark({ stage }: { stage: Stage }) {
  const { t } = useLanguage();
  return (
    <li className={`stage stage-${stage.state}`} aria-current={stage.state === 'active' ? 'step' : undefined}>
      <span className="stage-mark" aria-hidden="true">
        {ICONS[stage.state]}
      </span>
      <span className="stage-name">{'key' in stage.name ? t(stage.name.key) : stage.name.text}</span>
      <span className="stage-word">{t(WORDS[stage.state])}</span>
    </li>
  );
}

/** The case's way as a row of stages (a column on a phone), with every department's part below. */
export function Progress({ view }: { view: CaseView }) {
  const { t } = useLanguage();
  const bundle = useBundle(view.bundleId, view.bundleVersion);
  const diagram = useDiagram(view.caseNumber);
  const stages = stagesOf(view, bundle.data, diagram.data);
  return (
    <section className="card stack" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('case.progress')}</h2>
      <ol className="plain-list stages">
        {stages.map((stage) => (
          <StageMark key={stage.id} stage={stage} />
        ))}
      </ol>
      <CaseItems view={view} bundle={bundle.data} />
    </section>
  );
}
