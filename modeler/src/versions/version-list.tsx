import { Tag } from 'antd';
import type { Version } from '../api/types';
import { moment } from '../i18n/dates';
import { useLanguage } from '../i18n/language';

interface Props {
  versions: Version[];
  chosen: number | undefined;
  choose: (version: number) => void;
}

/** Versions, newest first: when, by whom, approved by whom, and what the note says. */
export function VersionList({ versions, chosen, choose }: Props) {
  const { tr } = useLanguage();
  return (
    <ol className="version-list">
      {versions.map((version) => (
        <li key={version.version}>
          <button type="button" aria-current={version.version === chosen} onClick={() => choose(version.version)}>
            <span>
              <b>{tr(`版本 ${version.version}`, `Version ${version.version}`)}</b>{' '}
              {version.current && <Tag color="green">{tr('当前', 'current')}</Tag>}
            </span>
            <span className="soft">{moment(version.publishedAt)}</span>
            {version.publishedBy && (
              <span className="soft">
                {tr('提交：', 'by ')}
                {version.publishedBy}
                {version.approvedBy && `${tr('　批准：', ', approved by ')}${version.approvedBy}`}
              </span>
            )}
            {version.note && <span>{version.note}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
