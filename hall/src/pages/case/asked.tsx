import type { CaseView } from '../../api/types';
import { useBundle } from '../../hooks/use-bundles';
import { useSession } from '../../hooks/use-session';
import { useTasks } from '../../hooks/use-tasks';
import { useLanguage } from '../../i18n/language';
import { hasEnded } from '../../lib/case-state';
import { CorrectionPanel } from './correction-panel';
import { OwnTask } from './own-tasks';

/** What the case waits for from the person looking at it; says so too when that is nothing. */
export function Asked({ view }: { view: CaseView }) {
  const { t } = useLanguage();
  const { user } = useSession();
  const bundle = useBundle(view.bundleId);
  const isApplicant = user?.role === 'applicant';
  const tasks = useTasks({ queue: 'applicant' }, isApplicant && !hasEnded(view.state));
  const own = (tasks.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((task) => task.caseNumber === view.caseNumber && (task.state === 'open' || task.state === 'claimed'));
  const correction = view.allowed.includes('correct')
    ? view.corrections.findLast((candidate) => !candidate.answeredAt)
    : undefined;
  const nothing = own.length === 0 && !correction;
  if (nothing && (!isApplicant || hasEnded(view.state))) return null;
  return (
    <div className="stack" aria-live="polite">
      {nothing && <p className="soft ask-nothing">{t('case.nothingAsked')}</p>}
      {correction && bundle.data && <CorrectionPanel view={view} bundle={bundle.data} correction={correction} />}
      {own.map((task) => (
        <OwnTask key={task.id} id={task.id} name={task.name} />
      ))}
    </div>
  );
}
