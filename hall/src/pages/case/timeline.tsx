import { QueryContent } from '../../components/page-states';
import { useTimeline } from '../../hooks/use-cases';
import { useLanguage } from '../../i18n/language';
import { formatTime } from '../../lib/format';

const isBad = (kind: string): boolean => /refus|return|fail|incident|escalat|withdraw/.test(kind);

/** What happened, newest first. */
export function Timeline({ caseNumber }: { caseNumber: string }) {
  const { t, language } = useLanguage();
  const query = useTimeline(caseNumber);
  return (
    <QueryContent query={query} rows={4}>
      {({ items }) => {
        if (items.length === 0) return <p className="soft">{t('case.timelineNone')}</p>;
        return (
          <ol className="plain-list timeline">
            {items
              .toSorted((a, b) => b.at.localeCompare(a.at))
              .map((entry, index) => (
                <li
                  key={`${entry.at}-${entry.kind}-${index}`}
                  className={isBad(entry.kind) ? 'timeline-bad' : undefined}
                >
                  <strong>{entry.title}</strong>
                  {entry.detail && <p>{entry.detail}</p>}
                  <p className="soft timeline-time">
                    <time dateTime={entry.at}>{formatTime(entry.at, language)}</time>
                    {entry.actor && <> · {entry.actor}</>}
                  </p>
                </li>
              ))}
          </ol>
        );
      }}
    </QueryContent>
  );
}
