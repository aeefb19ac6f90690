import { Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { sessionGate } from '../api/session-gate';
import type { Session, SessionUser } from '../api/types';
import { SignInForm } from '../components/sign-in-form';
import { useLanguage } from '../i18n/language';

/** Signing in again over the page when the session ran out; what was being sent goes on afterwards. */
export function SessionExpired({ user }: { user: SessionUser | null | undefined }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const expired = useSyncExternalStore(sessionGate.subscribe, sessionGate.isClosed);
  const [before, setBefore] = useState<SessionUser | null>(null);
  if (user && user !== before) setBefore(user);

  const giveUp = (): void => {
    sessionGate.open(false);
    client.clear();
    void navigate('/signin');
  };
  const signedIn = (session: Session): void => {
    const same = session.user?.id === before?.id;
    sessionGate.open(same);
    if (!same) {
      client.clear();
      void navigate('/');
    }
  };
  return (
    <Modal open={expired} title={t('expired.title')} footer={null} closable={false} keyboard={false} destroyOnHidden>
      <div className="stack">
        <p>{t('expired.note')}</p>
        <SignInForm userName={before?.userName} onSignedIn={signedIn} />
        <Button type="link" onClick={giveUp}>
          {t('expired.other')}
        </Button>
      </div>
    </Modal>
  );
}
