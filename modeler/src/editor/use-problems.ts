import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import type { Problem } from './problems';
import { onProblems } from './studio';

/** The problems that lint finds, kept up to date while drawing. */
export function useProblems(modeler: Modeler | null): Problem[] {
  const [problems, setProblems] = useState<Problem[]>([]);
  useEffect(() => {
    if (!modeler) return undefined;
    const stop = onProblems(modeler, setProblems);
    modeler.get<{ update(): void }>('linting').update();
    return stop;
  }, [modeler]);
  return problems;
}
