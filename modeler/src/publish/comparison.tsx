import { useQuery } from '@tanstack/react-query';
import { Alert, Spin } from 'antd';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useMemo, useState, type ReactNode } from 'react';
import { sentence } from '../api/problem';
import type { Content } from '../api/types';
import { nameOf, showElement } from '../editor/studio';
import { DiagramViewer } from '../viewer/diagram-viewer';
import { ChangeList } from './change-list';
import type { Change, ChangeKind } from './compare';
import { compareDocuments } from './compare-documents';
import { compareParts } from './compare-parts';
import { PartList } from './part-list';

interface Side extends Content {
  title: string;
}

/** What can be asked of the newer diagram. */
export interface NewerDiagram {
  /** Brings an element into view. */
  show: (elementId: string) => void;
  nameOf: (elementId: string) => string;
}

interface Props {
  before: Side;
  after: Side;
  /** Elements of the newer side that the engine refused. */
  refused?: readonly string[];
  /** What stands above the list: who asked for what, and the decision. */
  children?: (diagram: NewerDiagram) => ReactNode;
}

const NONE: readonly string[] = [];

/** Two versions side by side, the differences coloured in both, and listed. */
export function Comparison({ before, after, refused = NONE, children }: Props) {
  const changes = useQuery({
    queryKey: ['comparison', before.xml, after.xml],
    queryFn: () => compareDocuments(before.xml, after.xml),
    gcTime: 0,
  });
  const [beforeViewer, setBeforeViewer] = useState<NavigatedViewer | null>(null);
  const [afterViewer, setAfterViewer] = useState<NavigatedViewer | null>(null);
  const [showMoved, setShowMoved] = useState(false);
  const moved: ChangeKind[] = useMemo(() => (showMoved ? ['moved'] : []), [showMoved]);
  const beforeMarks = useMemo(() => marksOf(changes.data, ['removed', 'changed', ...moved]), [changes.data, moved]);
  const afterMarks = useMemo(
    () => ({
      ...marksOf(changes.data, ['added', 'changed', ...moved]),
      ...Object.fromEntries(refused.map((id) => [id, 'diff-refused'])),
    }),
    [changes.data, refused, moved],
  );
  const parts = useMemo(() => compareParts(before, after), [before, after]);
  const show = (elementId: string): void => {
    if (beforeViewer) showElement(beforeViewer, elementId);
    if (afterViewer) showElement(afterViewer, elementId);
  };
  return (
    <div className="comparison">
      <div className="comparison-diagrams">
        <section className="comparison-side">
          <h2>{before.title}</h2>
          <DiagramViewer xml={before.xml} marks={beforeMarks} ready={setBeforeViewer} />
        </section>
        <section className="comparison-side">
          <h2>{after.title}</h2>
          <DiagramViewer xml={after.xml} marks={afterMarks} ready={setAfterViewer} />
        </section>
      </div>
      <aside className="comparison-list">
        {children?.({ show, nameOf: (id) => (afterViewer ? nameOf(afterViewer, id) : id) })}
        {changes.isPending && <Spin />}
        {changes.isError && <Alert type="error" showIcon title={sentence(changes.error)} />}
        <PartList changes={parts} show={show} />
        {changes.data && (changes.data.length > 0 || parts.length === 0) && (
          <ChangeList changes={changes.data} show={show} showMoved={showMoved} setShowMoved={setShowMoved} />
        )}
      </aside>
    </div>
  );
}

function marksOf(changes: Change[] | undefined, kinds: ChangeKind[]): Record<string, string> {
  const shown = (changes ?? []).filter((change) => kinds.includes(change.kind));
  return Object.fromEntries(shown.map((change) => [change.elementId, `diff-${change.kind}`]));
}
