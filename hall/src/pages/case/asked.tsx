import type { CaseView, MissingEntry } from '../../api/types';
import { useBundle } from '../../hooks/use-bundles';
import { useSession } from '../../hooks/use-session';
import { useTasks } from '../../hooks/use-tasks';
import { useLanguage } from '../../i18n/language';
import { hasEnded } from '../../lib/case-state';
import { CorrectionPanel } from './correction-panel';
import { OwnTask } from './own-tasks';

/** All that is asked for at the moment: a thing asked for twice is shown once, with the newer reason. */
function openRequests(view: CaseView): { missing: MissingEntry[]; dueAt: string | undefined } {
  if (!view.allowed.includes('correct')) return { missing: [], dueAt: undefined };
  const open = view.corrections.filter((correction) => !correction.answeredAt);
  const missing = new Map(open.flatMap((correction) => correction.missing).map((entry) => [entry.id, entry]));
  const due = open.flatMap((correction) => correction.dueAt ?? []).toSorted();
  return { missing: [...missing.values()], dueAt: due[0] };
}

/** What the case waits for from the person looking at it; says so too when that is nothing. */
export function Asked({ view }: { view: CaseView }) {
  const { t } = useLanguage();
  const { user } = useSession();
  const bundle = useBundle(view.bundleId, view.bundleVersion);
  const isApplicant = user?.role === 'applicant';
  const tasks = useTasks({ queue: 'applicant' }, isApplicant && !hasEnded(view.state));
  const own = (tasks.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((task) => task.caseNumber === view.caseNumber && (task.state === 'open' || task.state === 'claimed'));
  const { missing, dueAt } = openRequests(view);
  const nothing = own.length === 0 && missing.length === 0;
  if (nothing && (!isApplicant || hasEnded(view.state))) return null;
  return (
    <div className="stack" aria-live="polite">
      {nothing && <p className="soft ask-nothing">{t('case.nothingAsked')}</p>}
      {missing.length > 0 && bundle.data && (
        <CorrectionPanel view={view} bundle={bundle.data} missing={missing} dueAt={dueAt} />
      )}
      {own.map((task) => (
        <OwnTask key={task.id} id={task.id} name={task.name} />
      ))}
    </div>
  );
}
