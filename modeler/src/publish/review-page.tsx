import { useQueryClient } from '@tanstack/react-query';
import { Alert, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { sentence, type FieldProblem } from '../api/problem';
import { LinkButton } from '../app/link-button';
import { DraftTag } from '../bundles/draft-label';
import { useBundle } from '../hooks/use-queries';
import { useLanguage } from '../i18n/language';
import { Comparison } from './comparison';
import { Decision } from './decision';

/** Draft against published version; while approval is awaited, the place to decide. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const { tr } = useLanguage();
  const bundle = useBundle(id);
  const queries = useQueryClient();
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const refusedIds = useMemo(() => refused.map((error) => error.path), [refused]);
  const address = `/bundles/${encodeURIComponent(id)}`;

  if (bundle.isPending || bundle.isRefetching) return <Spin className="page-spin" size="large" />;
  if (bundle.isError) {
    return (
      <main className="page">
        <Alert type="error" showIcon title={sentence(bundle.error)} />
      </main>
    );
  }
  const { data } = bundle;
  const { draft } = data;
  const reload = (): void => {
    void queries.invalidateQueries({ queryKey: ['bundles'] });
    void queries.resetQueries({ queryKey: ['bundle', id] });
  };
  return (
    <main className="editor">
      <div className="editor-header">
        <h1>{data.name}</h1>
        <span className="version">{tr(`已发布版本 ${data.version}`, `published ${data.version}`)}</span>
        <DraftTag draft={draft} />
        <span className="spacer" />
        <LinkButton to={`${address}/versions`}>{tr('版本历史', 'Versions')}</LinkButton>
        {draft?.state !== 'requested' && <LinkButton to={address}>{tr('回到设计', 'Back to drawing')}</LinkButton>}
      </div>
      {draft === null ? (
        <Alert banner type="info" title={tr('没有草稿，与发布的版本一致。', 'No draft: nothing differs.')} />
      ) : (
        <Comparison
          before={{
            title: tr(`已发布版本 ${data.version}`, `Published ${data.version}`),
            xml: data.xml,
            tasks: data.manifest.tasks,
            forms: data.forms,
          }}
          after={{ title: tr('草稿', 'Draft'), xml: draft.xml, tasks: draft.tasks, forms: draft.forms }}
          refused={refusedIds}
        >
          {(diagram) => <Decision {...{ bundle: data, draft, refused, setRefused, reload, diagram }} />}
        </Comparison>
      )}
    </main>
  );
}
