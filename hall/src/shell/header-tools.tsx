import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { liveState } from '../api/live';
import type { SessionUser } from '../api/types';
import { useSignOut } from '../hooks/use-session';
import { useLanguage } from '../i18n/language';
import { useStore } from '../lib/store';

function UserMenu({ user }: { user: SessionUser }) {
  const { t, label } = useLanguage();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = (): void => signOut.mutate(undefined, { onSuccess: () => void navigate('/') });
  const items = [
    { key: 'who', disabled: true, label: `${user.displayName} · ${label('role', user.role)}` },
    { key: 'out', label: t('user.signOut'), onClick: leave },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" className="user-button" aria-label={t('user.menu', { name: user.displayName })}>
        <span className="user-initial" aria-hidden="true">
          {user.displayName.split(' ').at(-1)?.slice(0, 1)}
        </span>
        <span className="user-name">{user.displayName}</span>
        <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

function LiveDot() {
  const { t } = useLanguage();
  const state = useStore(liveState);
  if (state !== 'open') return null;
  return <span className="live-dot" role="img" aria-label={t('live.on')} title={t('live.on')} />;
}

/** Language switch, live indicator, account. */
export function HeaderTools({ user }: { user: SessionUser | null | undefined }) {
  const { t, toggle } = useLanguage();
  const navigate = useNavigate();
  const location = useLocation();
  const next =
    location.pathname === '/signin' ? '' : `?next=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <div className="header-tools">
      <LiveDot />
      <Button type="text" className="language-button" onClick={toggle} aria-label={t('app.languageLabel')}>
        <span lang={t('app.language') === 'English' ? 'en' : 'zh-CN'}>{t('app.language')}</span>
      </Button>
      {user && <UserMenu user={user} />}
      {user === null && (
        <Button type="primary" onClick={() => void navigate(`/signin${next}`)}>
          {t('user.signIn')}
        </Button>
      )}
    </div>
  );
}
