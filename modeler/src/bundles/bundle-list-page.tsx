import { Alert, Button, Empty, Spin } from 'antd';
import { sentence } from '../api/problem';
import type { BundleSummary } from '../api/types';
import { LinkButton } from '../app/link-button';
import { useUser } from '../app/session';
import { hasHand } from '../publish/second-person';
import { useBundles } from '../hooks/use-queries';
import { useNarrow } from '../hooks/use-narrow';
import { moment } from '../i18n/dates';
import { useLanguage } from '../i18n/language';
import { DraftStory, DraftTag } from './draft-label';

/** Start page: every bundle with its published version, the draft's state, and who must act next. */
export function BundleListPage() {
  const { tr } = useLanguage();
  const bundles = useBundles();
  return (
    <main className="page">
      <h1>{tr('套餐', 'Bundles')}</h1>
      <p className="lead">
        {tr(
          '打开一个套餐修改流程。修改先存为草稿，由另一位分析员或管理员批准后成为新版本；新收的办件按新版本走，在办的办件不受影响。',
          'Open a bundle to change its process. Changes are a draft until another analyst or the administrator approves them; running cases stay on their version.',
        )}
      </p>
      {bundles.isPending && <Spin />}
      {bundles.isError && (
        <Alert
          type="error"
          showIcon
          title={sentence(bundles.error)}
          action={<Button onClick={() => void bundles.refetch()}>{tr('重试', 'Try again')}</Button>}
        />
      )}
      {bundles.data?.length === 0 && <Empty description={tr('还没有套餐', 'No bundles yet')} />}
      <ul className="bundle-list">
        {bundles.data?.map((bundle) => (
          <li key={bundle.id}>
            <BundleCard bundle={bundle} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function BundleCard({ bundle }: { bundle: BundleSummary }) {
  const { tr } = useLanguage();
  const narrow = useNarrow();
  const user = useUser();
  const requested = bundle.draft?.state === 'requested';
  const mine = bundle.draft !== null && hasHand(bundle.draft, user.id);
  const address = `/bundles/${encodeURIComponent(bundle.id)}`;
  return (
    <article className="card bundle-card">
      <div className="bundle-head">
        <h2>{bundle.name}</h2>
        <DraftTag draft={bundle.draft} />
      </div>
      <p className="soft">{bundle.summary}</p>
      <dl className="facts">
        <div>
          <dt>{tr('发布版本', 'Published')}</dt>
          <dd>
            {tr(`版本 ${bundle.version}`, `version ${bundle.version}`)}{' '}
            <span className="soft">{moment(bundle.publishedAt)}</span>
          </dd>
        </div>
        <div>
          <dt>{tr('草稿', 'Draft')}</dt>
          <dd>
            <DraftStory draft={bundle.draft} />
          </dd>
        </div>
      </dl>
      <div className="actions">
        {requested ? (
          <LinkButton type="primary" to={`${address}/review`}>
            {mine ? tr('查看申请', 'View request') : tr('比对并审批', 'Compare and approve')}
          </LinkButton>
        ) : (
          <LinkButton type="primary" to={address}>
            {narrow ? tr('查看流程', 'View') : tr('打开设计', 'Open')}
          </LinkButton>
        )}
        <LinkButton to={`${address}/versions`}>{tr('版本历史', 'Versions')}</LinkButton>
      </div>
    </article>
  );
}
