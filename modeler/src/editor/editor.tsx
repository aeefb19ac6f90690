import { Alert } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Bundle, Content } from '../api/types';
import { useLanguage } from '../i18n/language';
import { ConflictDialog } from './conflict-dialog';
import { EditorHeader } from './editor-header';
import { BPMN_TYPE, download, fileName } from './files';
import { HelpDialog } from './help-dialog';
import { ImportReport } from './import-report';
import { writeBackup } from './local-backup';
import { ProblemsPanel } from './problems-panel';
import { SidePanel } from './side-panel';
import { partsOf, xmlOf } from './studio';
import { Toolbar } from './toolbar';
import { useCanvasSize } from './use-canvas-size';
import { useDraft, type DraftStart } from './use-draft';
import { useEditorKeys } from './use-editor-keys';
import { useLeaveGuard } from './use-leave-guard';
import { useModeler } from './use-modeler';
import { useProblems } from './use-problems';

const FormWorkbench = lazy(() =>
  import('../forms/form-workbench').then((module) => ({ default: module.FormWorkbench })),
);

interface Props {
  bundle: Bundle;
  start: DraftStart;
  /** Opens another text in place of this one. */
  restart: (start: DraftStart) => void;
  /** Loads the bundle anew from the server. */
  reload: () => void;
}

/** The studio for one bundle: canvas, properties, problems, and the draft that saves itself. */
export function Editor({ bundle, start, restart, reload }: Props) {
  const { tr } = useLanguage();
  const { canvas, panel, modeler, outcome } = useModeler(bundle, start);
  const usable = outcome?.error === null ? modeler : null;
  const { status, saver, flush } = useDraft(bundle, usable, start);
  const problems = useProblems(usable);
  useCanvasSize(canvas, modeler);
  const [help, setHelp] = useState(false);
  const [form, setForm] = useState<string | null>(null);
  const isDirty = useCallback(() => saver?.dirty === true, [saver]);
  useLeaveGuard(isDirty, flush);
  useEditorKeys({ save: () => void flush(), showHelp: () => setHelp(true) });

  const loadLatest = (): void => {
    writeBackup(bundle.id, null);
    reload();
  };
  const keepCopy = async (): Promise<void> => {
    if (modeler) download(fileName(bundle.id, 'bpmn'), await xmlOf(modeler), BPMN_TYPE);
    loadLatest();
  };
  const { baseVersion } = start;
  const replace = (xml: string): void =>
    restart({
      ...start,
      ...parts(modeler),
      xml,
      revision: saver?.revision ?? start.revision,
      baseVersion,
      unsaved: true,
    });

  return (
    <main className="editor">
      <EditorHeader
        bundle={bundle}
        modeler={usable}
        status={status}
        saver={saver}
        problems={problems}
        replace={replace}
        reload={reload}
      />
      {bundle.draft?.state === 'returned' && bundle.draft.returned && (
        <Alert
          banner
          type="warning"
          closable
          title={`${bundle.draft.returned.by.displayName}${tr(' 退回了发布申请：', ' returned the request: ')}${bundle.draft.returned.comment}`}
        />
      )}
      {usable && <Toolbar modeler={usable} showHelp={() => setHelp(true)} />}
      <div className="workbench">
        <div className="canvas-column">
          <div ref={canvas} className="canvas" data-testid="canvas" />
          {usable && <ProblemsPanel modeler={usable} problems={problems} />}
        </div>
        <SidePanel bundle={bundle} panel={panel} modeler={usable} editForm={setForm} />
        {usable && form !== null && (
          <Suspense fallback={null}>
            <FormWorkbench key={form} name={form} modeler={usable} close={() => setForm(null)} />
          </Suspense>
        )}
      </div>
      <ImportReport
        outcome={outcome}
        xml={start.xml}
        back={() => restart({ ...start, ...fallback(bundle), revision: start.revision, baseVersion, unsaved: false })}
      />
      <ConflictDialog
        open={status.state === 'conflict'}
        other={status.other}
        keepCopy={() => void keepCopy()}
        reload={loadLatest}
        overwrite={() => void saver?.overwrite(status.other?.revision ?? null)}
      />
      <HelpDialog open={help} close={() => setHelp(false)} />
    </main>
  );
}

/** Steps and forms as they are on screen. */
function parts(modeler: Modeler | null): Partial<Content> {
  if (!modeler) return {};
  const { tasks, forms } = partsOf(modeler);
  return { tasks, forms };
}

/** What the server had when the page opened: for when another document cannot be read. */
function fallback(bundle: Bundle): { xml: string } {
  return { xml: bundle.draft?.xml ?? bundle.xml };
}
