import type { SessionUser } from '../../api/types';
import { DemoMark } from '../../components/tags';
import { useLanguage } from '../../i18n/language';
import type { TextKey } from '../../i18n/texts';

export const DEMO_PASSWORD = 'tongban-demo';

interface DemoAccount {
  userName: string;
  displayName: string;
  role: SessionUser['role'];
}
const GROUPS: { title: TextKey; accounts: DemoAccount[] }[] = [
  {
    title: 'signin.citizens',
    accounts: [
      { userName: 'zhangsan', displayName: '张三', role: 'applicant' },
      { userName: 'lisi', displayName: '李四', role: 'applicant' },
    ],
  },
  {
    title: 'signin.staff',
    accounts: [
      { userName: 'window', displayName: '南宁综合窗口 韦窗口', role: 'clerk' },
      { userName: 'gongan', displayName: '公安 陆警官', role: 'worker' },
      { userName: 'renshe', displayName: '人社 黄经办', role: 'worker' },
      { userName: 'yibao', displayName: '医保 覃经办', role: 'worker' },
      { userName: 'bank', displayName: '合作银行 莫经理', role: 'worker' },
    ],
  },
  {
    title: 'signin.management',
    accounts: [
      { userName: 'supervisor', displayName: '监督员 梁监督', role: 'supervisor' },
      { userName: 'analyst', displayName: '业务分析员 甘分析', role: 'analyst' },
      { userName: 'analyst2', displayName: '业务分析员 蒙复核', role: 'analyst' },
      { userName: 'admin', displayName: '管理员', role: 'administrator' },
    ],
  },
];

interface Props {
  busy: string | undefined;
  onChoose: (userName: string) => void;
}

/** The demonstration's accounts as cards; one tap signs in. */
export function DemoAccounts({ busy, onChoose }: Props) {
  const { t, label } = useLanguage();
  return (
    <section className="stack" aria-labelledby="demo-title">
      <div className="row">
        <h2 id="demo-title">{t('signin.demoTitle')}</h2>
        <DemoMark />
      </div>
      {GROUPS.map((group) => (
        <div key={group.title} className="stack-tight">
          <h3 className="demo-group">{t(group.title)}</h3>
          <ul className="plain-list demo-cards">
            {group.accounts.map((account) => (
              <li key={account.userName}>
                <button
                  type="button"
                  className="demo-card"
                  disabled={busy !== undefined}
                  aria-busy={busy === account.userName}
                  onClick={() => onChoose(account.userName)}
                >
                  <strong>{account.displayName}</strong>
                  <span className="soft">
                    {label('role', account.role)} · <span className="mono">{account.userName}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="soft">{t('signin.demoNote', { password: DEMO_PASSWORD })}</p>
    </section>
  );
}
