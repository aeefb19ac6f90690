import type Modeler from 'bpmn-js/lib/Modeler';
import type { Element } from 'bpmn-js/lib/model/Types';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { useEffect, useReducer } from 'react';
import { PARTS_CHANGED } from '../editor/draft-parts';

/** The selected human step, followed through selection and changes; undefined when something else is selected. */
export function useSelectedStep(modeler: Modeler): Element | undefined {
  useStudioChanges(modeler);
  const selected = modeler.get<Selection>('selection').get() as Element[];
  const [only] = selected;
  return selected.length === 1 && only?.type === 'bpmn:UserTask' ? only : undefined;
}

/** Renders anew whenever the selection, the drawing, its steps or its forms change. */
export function useStudioChanges(modeler: Modeler): void {
  const [, renew] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const events = ['selection.changed', 'commandStack.changed', PARTS_CHANGED];
    modeler.on(events, renew);
    return () => modeler.off(events, renew);
  }, [modeler]);
}
