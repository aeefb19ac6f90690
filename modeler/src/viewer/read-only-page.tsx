import { LinkButton } from '../app/link-button';
import type { Bundle } from '../api/types';
import { useLanguage } from '../i18n/language';
import { DiagramViewer } from './diagram-viewer';

/** A bundle's process on a screen that is too small to draw on. */
export function ReadOnlyPage({ bundle, xml, label }: { bundle: Bundle; xml: string; label: string }) {
  const { tr } = useLanguage();
  return (
    <main className="read-only">
      <div className="editor-header">
        <h1>{bundle.name}</h1>
        <span className="version">{label}</span>
        <span className="spacer" />
        <LinkButton to={`/bundles/${encodeURIComponent(bundle.id)}/versions`}>{tr('版本历史', 'Versions')}</LinkButton>
      </div>
      <p className="hint">
        {tr(
          '屏幕较小，只供查看：单指拖动。修改请用电脑打开。',
          'For reading only on small screens; edit on a computer.',
        )}
      </p>
      <DiagramViewer xml={xml} />
    </main>
  );
}
