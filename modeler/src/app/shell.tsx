import { useQuery } from '@tanstack/react-query';
import { Button, Result, Spin } from 'antd';
import { Link, Outlet } from 'react-router';
import { getSession } from '../api/http';
import { sentence } from '../api/problem';
import type { SessionUser } from '../api/types';
import { useLanguage } from '../i18n/language';
import { useBundleEvents } from './use-bundle-events';
import { signInAddress, STUDIO_ROLES, UserContext } from './session';

/** The frame of every page: who is here, and the door for those who may not enter. */
export function Shell() {
  const session = useQuery({ queryKey: ['session'], queryFn: getSession, staleTime: 60_000 });
  const user = session.data?.user ?? null;
  return (
    <div className="shell">
      <Header user={user} />
      {session.isPending ? (
        <Spin className="page-spin" size="large" />
      ) : session.isError ? (
        <Unreachable error={session.error} retry={() => void session.refetch()} />
      ) : user === null ? (
        <SignInFirst />
      ) : STUDIO_ROLES.includes(user.role) ? (
        <UserContext value={user}>
          <Signed />
        </UserContext>
      ) : (
        <NotAnalyst user={user} />
      )}
    </div>
  );
}

function Signed() {
  useBundleEvents();
  return <Outlet />;
}

function Header({ user }: { user: SessionUser | null }) {
  const { tr, toggle } = useLanguage();
  return (
    <header className="shell-header">
      <Link to="/" className="brand">
        <img src={`${import.meta.env.BASE_URL}seal.svg`} alt="" width={28} height={28} />
        <span className="brand-name">{tr('通办', 'Tongban')}</span>
        <span className="brand-part">{tr('套餐设计', 'Bundle studio')}</span>
      </Link>
      <span className="spacer" />
      {user?.demo === true && <span className="demo-mark">{tr('演示账号', 'demo account')}</span>}
      {user && <span className="user-name">{user.displayName}</span>}
      <a href="/" className="quiet-link">
        {tr('返回大厅', 'To the hall')}
      </a>
      <button type="button" className="language" onClick={toggle} lang={tr('en', 'zh-CN')}>
        {tr('English', '中文')}
      </button>
    </header>
  );
}

function SignInFirst() {
  const { tr } = useLanguage();
  return (
    <Result
      status="info"
      title={tr('请先登录', 'Please sign in')}
      subTitle={tr('套餐设计供业务分析员和管理员使用。', 'The studio is for analysts and administrators.')}
      extra={
        <Button type="primary" size="large" href={signInAddress()}>
          {tr('去登录', 'Sign in')}
        </Button>
      }
    />
  );
}

function NotAnalyst({ user }: { user: SessionUser }) {
  const { tr } = useLanguage();
  return (
    <Result
      status="warning"
      title={tr('这里只对业务分析员和管理员开放', 'Only analysts and administrators may enter')}
      subTitle={tr(`当前登录的是：${user.displayName}`, `Signed in as ${user.displayName}`)}
      extra={<Button href={signInAddress()}>{tr('换个账号登录', 'Use another account')}</Button>}
    />
  );
}

function Unreachable({ error, retry }: { error: Error; retry: () => void }) {
  const { tr } = useLanguage();
  return (
    <Result
      status="error"
      title={tr('暂时打不开', 'Not available right now')}
      subTitle={sentence(error)}
      extra={<Button onClick={retry}>{tr('重试', 'Try again')}</Button>}
    />
  );
}
