import { useLanguage } from '../i18n/language';
import { propertyName } from './change-words';
import type { PartChange } from './compare-parts';

const KINDS: Readonly<Record<PartChange['kind'], readonly [string, string]>> = {
  added: ['新增', 'added'],
  removed: ['删除', 'removed'],
  changed: ['修改', 'changed'],
};

/** Changed settings of human steps, and changed forms. */
export function PartList({ changes, show }: { changes: PartChange[]; show: (elementId: string) => void }) {
  const { tr } = useLanguage();
  const steps = changes.filter(({ part }) => part === 'task');
  const forms = changes.filter(({ part }) => part === 'form');
  return (
    <div className="change-list part-list">
      {steps.length > 0 && (
        <section>
          <h3>
            {tr('人工环节的办理设置', 'Human steps')} <small>{steps.length}</small>
          </h3>
          <ul>
            {steps.map((change) => (
              <li key={change.id}>
                <button type="button" className="change" onClick={() => show(change.id)}>
                  <span className={`swatch diff-${change.kind}`} /> <b>{change.name}</b>
                  <span className="soft">{tr(...KINDS[change.kind])}</span>
                </button>
                {change.kind === 'removed' && (
                  <p className="soft">
                    {tr('图中已没有该环节，发布时从清单中移除', 'No longer drawn: dropped from the manifest')}
                  </p>
                )}
                <Details change={change} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {forms.length > 0 && (
        <section>
          <h3>
            {tr('表单', 'Forms')} <small>{forms.length}</small>
          </h3>
          <ul>
            {forms.map((change) => (
              <li key={change.id}>
                <p className="change">
                  <span className={`swatch diff-${change.kind}`} /> <b>{change.name}</b>{' '}
                  <span className="soft">{tr(...KINDS[change.kind])}</span>
                </p>
                <Details change={change} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Details({ change: { details, part } }: { change: PartChange }) {
  const { tr } = useLanguage();
  if (details.length === 0) return null;
  return (
    <dl className="change-details">
      {details.map(({ property, before, after }) => (
        <div key={property}>
          <dt>{part === 'form' ? property : tr(propertyName(property), property)}</dt>
          <dd>
            {before !== undefined && <del>{before}</del>} {after !== undefined && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
