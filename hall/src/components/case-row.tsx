import { Link } from 'react-router';
import type { CaseSummary } from '../api/types';
import { useLanguage } from '../i18n/language';
import { hasEnded } from '../lib/case-state';
import { formatTime } from '../lib/format';
import { LightTag, ResultTag, StateTag } from './tags';
import './case-row.css';

/** One case in a list, the whole row a link. */
export function CaseRow({ item, showName }: { item: CaseSummary; showName?: boolean }) {
  const { t, language } = useLanguage();
  return (
    <li className="card case-row">
      <div className="case-row-main">
        <Link to={`/cases/${item.caseNumber}`} className="case-row-link">
          {item.bundleName}
        </Link>
        <p className="soft">
          <span className="mono">{item.caseNumber}</span>
          {showName && <> · {item.applicantName}</>}
        </p>
      </div>
      <div className="row case-row-tags">
        <StateTag state={item.state} />
        {item.state === 'finished' && <ResultTag result={item.result} />}
        {!hasEnded(item.state) && <LightTag light={item.light} />}
      </div>
      <p className="soft case-row-time">{t('case.updated', { time: formatTime(item.updatedAt, language) })}</p>
    </li>
  );
}
