import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useErrorText } from '../../components/page-states';
import { SignInForm } from '../../components/sign-in-form';
import { useSession, useSignIn } from '../../hooks/use-session';
import { useTitle } from '../../hooks/use-title';
import { useLanguage } from '../../i18n/language';
import { DEMO_PASSWORD, DemoAccounts } from './demo-accounts';
import './signin.css';

/** Only addresses of our own: `//elsewhere` and `https:` are not followed. */
const safeNext = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export default function SigninPage() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const errorText = useErrorText();
  const { user } = useSession();
  const signIn = useSignIn();
  useTitle(t('signin.title'));
  const next = safeNext(search.get('next'));
  const go = (): void => void navigate(next, { replace: true });
  if (user && !signIn.isPending) return <Navigate to={next} replace />;
  const choose = (userName: string): void => signIn.mutate({ userName, password: DEMO_PASSWORD }, { onSuccess: go });
  return (
    <div className="signin">
      <section className="card signin-form">
        <h1>{t('signin.title')}</h1>
        {search.has('next') && <p className="soft">{t('signin.needed')}</p>}
        <SignInForm onSignedIn={go} />
      </section>
      <div>
        {signIn.error && (
          <p className="form-error" role="alert">
            {errorText(signIn.error)}
          </p>
        )}
        <DemoAccounts busy={signIn.isPending ? signIn.variables.userName : undefined} onChoose={choose} />
      </div>
    </div>
  );
}
