import { Button, Form, Input } from 'antd';
import type { Session } from '../api/types';
import { useSignIn } from '../hooks/use-session';
import { useLanguage } from '../i18n/language';
import { useErrorText } from './page-states';

interface Props {
  userName?: string | undefined;
  onSignedIn: (session: Session) => void;
}

/** User name and password; a refusal is said in the server's words above the button. */
export function SignInForm({ userName, onSignedIn }: Props) {
  const { t } = useLanguage();
  const errorText = useErrorText();
  const signIn = useSignIn();
  const submit = (input: { userName: string; password: string }): void =>
    signIn.mutate({ ...input, userName: input.userName.trim() }, { onSuccess: onSignedIn });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ userName: userName ?? '' }}>
      <Form.Item
        name="userName"
        label={t('signin.userName')}
        rules={[{ required: true, whitespace: true, message: t('signin.userNameEmpty') }]}
      >
        <Input autoComplete="username" autoCapitalize="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signin.password')}
        rules={[{ required: true, message: t('signin.passwordEmpty') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {signIn.error && (
        <p className="form-error" role="alert">
          {errorText(signIn.error)}
        </p>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        {t('signin.submit')}
      </Button>
    </Form>
  );
}
