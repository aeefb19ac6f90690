import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { useCallback, useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { sentence } from '../api/problem';
import type { Bundle, Content } from '../api/types';
import { useNarrow } from '../hooks/use-narrow';
import { useBundle } from '../hooks/use-queries';
import { useLanguage } from '../i18n/language';
import { ReadOnlyPage } from '../viewer/read-only-page';
import { Editor } from './editor';
import { readBackup, writeBackup, type Backup } from './local-backup';
import { RestoreDialog } from './restore-dialog';
import type { DraftStart } from './use-draft';

/** One bundle: the editor; for reading only where the screen is small; the review page while approval is awaited. */
export function EditorPage() {
  const { id = '' } = useParams();
  const { tr } = useLanguage();
  const bundle = useBundle(id);
  const narrow = useNarrow();
  const queries = useQueryClient();
  const reload = useCallback(() => queries.resetQueries({ queryKey: ['bundle', id] }), [queries, id]);

  if (bundle.isPending || bundle.isRefetching) return <Spin className="page-spin" size="large" />;
  if (bundle.isError) {
    return (
      <main className="page">
        <Alert
          type="error"
          showIcon
          title={sentence(bundle.error)}
          action={<Button onClick={() => void bundle.refetch()}>{tr('重试', 'Try again')}</Button>}
        />
      </main>
    );
  }
  if (narrow) {
    const { draft, xml, version } = bundle.data;
    return (
      <ReadOnlyPage
        bundle={bundle.data}
        xml={draft?.xml ?? xml}
        label={draft ? tr('草稿', 'Draft') : tr(`版本 ${version}`, `version ${version}`)}
      />
    );
  }
  if (bundle.data.draft?.state === 'requested')
    return <Navigate to={`/bundles/${encodeURIComponent(id)}/review`} replace />;
  return <Start key={bundle.dataUpdatedAt} bundle={bundle.data} reload={() => void reload()} />;
}

/** Before the editor opens: is there something on this computer that the server does not have? */
function Start({ bundle, reload }: { bundle: Bundle; reload: () => void }) {
  const [backup] = useState<Backup | null>(() => usefulBackup(bundle));
  const [start, setStart] = useState<DraftStart | null>(() => (backup === null ? fromServer(bundle) : null));
  if (start) return <Editor bundle={bundle} start={start} restart={setStart} reload={reload} />;
  return (
    <RestoreDialog
      backup={backup}
      restore={(kept) => setStart({ ...kept, unsaved: true })}
      discard={() => {
        writeBackup(bundle.id, null);
        setStart(fromServer(bundle));
      }}
    />
  );
}

function usefulBackup(bundle: Bundle): Backup | null {
  const backup = readBackup(bundle.id);
  const server = fromServer(bundle);
  // a copy that an older studio left has the drawing only
  const whole = backup && { ...backup, tasks: backup.tasks ?? server.tasks, forms: backup.forms ?? server.forms };
  const textOf = ({ xml, tasks, forms }: Content): string => JSON.stringify([xml, tasks, forms]);
  return whole === null || textOf(whole) === textOf(server) ? null : whole;
}

function fromServer(bundle: Bundle): DraftStart {
  const { draft, xml, version, manifest, forms } = bundle;
  const tasks = { ...manifest.tasks, ...draft?.tasks };
  return draft
    ? {
        xml: draft.xml,
        tasks,
        forms: draft.forms,
        revision: draft.revision,
        baseVersion: draft.baseVersion,
        unsaved: false,
      }
    : { xml, tasks, forms, revision: null, baseVersion: version, unsaved: false };
}
