import { Checkbox, Empty } from 'antd';
import { useLanguage } from '../i18n/language';
import { propertyName, typeName } from './change-words';
import type { Change, ChangeKind } from './compare';

const TITLES: Readonly<Record<ChangeKind, readonly [string, string]>> = {
  added: ['新增', 'Added'],
  removed: ['删除', 'Removed'],
  changed: ['修改', 'Changed'],
  moved: ['移动位置', 'Moved'],
};
const KINDS: readonly ChangeKind[] = ['added', 'removed', 'changed', 'moved'];

interface Props {
  changes: Change[];
  show: (elementId: string) => void;
  /** Whether what only moved is listed, and marked in the diagrams. */
  showMoved: boolean;
  setShowMoved: (showMoved: boolean) => void;
}

/** The changes as a list by kind; a click shows the element in both diagrams. */
export function ChangeList({ changes, show, showMoved, setShowMoved }: Props) {
  const { tr } = useLanguage();
  if (changes.length === 0) return <Empty description={tr('两个版本没有差别', 'No differences')} />;
  return (
    <div className="change-list">
      {KINDS.map((kind) => {
        const some = changes.filter((change) => change.kind === kind);
        return some.length === 0 ? null : (
          <section key={kind}>
            <h3>
              <span className={`swatch diff-${kind}`} /> {tr(...TITLES[kind])} <small>{some.length}</small>
            </h3>
            {kind === 'moved' && (
              <Checkbox checked={showMoved} onChange={(event) => setShowMoved(event.target.checked)}>
                {tr('列出（只是图上的位置，不影响办理）', 'List them (only places in the drawing)')}
              </Checkbox>
            )}
            <ul hidden={kind === 'moved' && !showMoved}>
              {some.map((change) => (
                <li key={change.elementId}>
                  <ChangeEntry change={change} show={show} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function ChangeEntry({ change, show }: { change: Change; show: (elementId: string) => void }) {
  const { tr } = useLanguage();
  return (
    <>
      <button type="button" className="change" onClick={() => show(change.elementId)}>
        <b>{change.name || change.elementId}</b>
        <span className="soft">{tr(typeName(change.type), change.type.replace('bpmn:', ''))}</span>
      </button>
      {change.details.length > 0 && (
        <dl className="change-details">
          {change.details.map(({ property, before, after }) => (
            <div key={property}>
              <dt>{tr(propertyName(property), property)}</dt>
              <dd>
                {before !== undefined && <del>{before}</del>} {after !== undefined && <ins>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
