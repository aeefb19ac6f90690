import { QueryContent } from '../page-states';
import { useDiagram } from '../../hooks/use-cases';
import { DiagramView } from './diagram-view';

/** The case's process with where it stands. */
export default function DiagramTab({ caseNumber }: { caseNumber: string }) {
  const query = useDiagram(caseNumber);
  return <QueryContent query={query}>{(diagram) => <DiagramView diagram={diagram} />}</QueryContent>;
}
