import { Alert, Spin } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { sentence } from '../api/problem';
import { LinkButton } from '../app/link-button';
import { useBundle, useVersion, useVersions } from '../hooks/use-queries';
import { useLanguage } from '../i18n/language';
import { Comparison } from '../publish/comparison';
import { DiagramViewer } from '../viewer/diagram-viewer';
import { VersionActions } from './version-actions';
import { VersionList } from './version-list';

/** Every published version: look at it, compare it with the current one, take it up as a draft. */
export function VersionsPage() {
  const { id = '' } = useParams();
  const { tr } = useLanguage();
  const bundle = useBundle(id);
  const versions = useVersions(id);
  const [picked, setPicked] = useState<number>();
  const [comparing, setComparing] = useState(false);
  const current = versions.data?.find((version) => version.current)?.version ?? versions.data?.[0]?.version;
  const chosen = picked ?? current;
  const document = useVersion(id, chosen);
  const failed = bundle.error ?? versions.error ?? document.error;

  return (
    <main className="editor">
      <div className="editor-header">
        <h1>{bundle.data?.name ?? id}</h1>
        <span className="version">{tr('版本历史', 'Versions')}</span>
        <span className="spacer" />
        {bundle.data && document.data && (
          <VersionActions
            bundle={bundle.data}
            document={document.data}
            isCurrent={chosen === current}
            comparing={comparing}
            setComparing={setComparing}
          />
        )}
        <LinkButton to={`/bundles/${encodeURIComponent(id)}`}>{tr('回到设计', 'Back to drawing')}</LinkButton>
      </div>
      {failed && <Alert banner type="error" title={sentence(failed)} />}
      <div className="versions">
        <VersionList versions={versions.data ?? []} chosen={chosen} choose={setPicked} />
        {document.data && bundle.data && comparing && chosen !== current ? (
          <Comparison
            before={{ title: tr(`版本 ${chosen}`, `Version ${chosen}`), ...document.data }}
            after={{
              title: tr(`当前版本 ${bundle.data.version}`, `Current ${bundle.data.version}`),
              xml: bundle.data.xml,
              tasks: bundle.data.manifest.tasks,
              forms: bundle.data.forms,
            }}
          />
        ) : document.data ? (
          <DiagramViewer key={chosen} xml={document.data.xml} />
        ) : (
          <Spin className="page-spin" />
        )}
      </div>
    </main>
  );
}
