import { useParams, useSearchParams } from 'react-router';
import type { Bundle, CaseView, FormData, FormSchema, SessionUser } from '../../api/types';
import { Failure, QueryContent } from '../../components/page-states';
import { StepBar } from '../../components/step-bar';
import { useBundle } from '../../hooks/use-bundles';
import { useSession } from '../../hooks/use-session';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { formatClock } from '../../lib/format';
import { DoneView } from './done-view';
import { DraftOffer } from './draft-offer';
import { FormStep } from './form-step';
import { MaterialsStep } from './materials-step';
import { ReviewStep } from './review-step';
import { useApplication } from './use-application';
import './apply.css';

/** An applicant's own name need not be typed again. */
function prefillFor(bundle: Bundle, user: SessionUser): FormData {
  return user.role === 'applicant' ? { [bundle.applicantFields?.name ?? 'name']: user.displayName } : {};
}

interface WizardProps {
  bundle: Bundle;
  schema: FormSchema;
  user: SessionUser;
  onDone: (submitted: CaseView) => void;
}

function Wizard({ bundle, schema, user, onDone }: WizardProps) {
  const { t, language } = useLanguage();
  const state = useApplication(`apply.${user.id}.${bundle.id}`, prefillFor(bundle, user));
  const { application, found, savedAt } = state;
  const done = (submitted: CaseView): void => {
    state.finish();
    onDone(submitted);
  };
  if (found) return <DraftOffer savedAt={found.savedAt} onUse={state.useFound} onDrop={state.dropFound} />;
  const steps = [t('apply.form'), t('apply.materials'), t('apply.review'), t('apply.result')];
  return (
    <>
      <StepBar label={t('apply.steps')} steps={steps} current={application.step} />
      {application.step === 0 && <FormStep schema={schema} state={state} />}
      {application.step === 1 && <MaterialsStep bundle={bundle} state={state} />}
      {application.step === 2 && <ReviewStep bundle={bundle} schema={schema} state={state} onDone={done} />}
      <p className="soft apply-saved" aria-live="polite">
        {savedAt && t('apply.saved', { time: formatClock(savedAt, language) })}
      </p>
    </>
  );
}

export default function ApplyPage() {
  const { bundleId } = useParams();
  const [search, setSearch] = useSearchParams();
  const { t } = useLanguage();
  const { user } = useSession();
  const query = useBundle(bundleId);
  const submitted = search.get('done');
  useTitle(query.data && t('apply.title', { name: query.data.name }));
  return (
    <QueryContent query={query} rows={10}>
      {(bundle) => {
        const schema = bundle.forms[bundle.startForm.replace(/^forms\/|\.form$/g, '')];
        if (submitted) return <DoneView bundle={bundle} caseNumber={submitted} />;
        if (!schema || !user) return <Failure error={undefined} onRetry={() => void query.refetch()} />;
        const onDone = (filed: CaseView): void => setSearch({ done: filed.caseNumber }, { replace: true });
        return (
          <div className="stack apply">
            <h1>{bundle.name}</h1>
            <Wizard key={bundle.id} bundle={bundle} schema={schema} user={user} onDone={onDone} />
          </div>
        );
      }}
    </QueryContent>
  );
}
