import type Modeler from 'bpmn-js/lib/Modeler';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import { useEffect, useState } from 'react';

interface EditorState {
  canUndo: boolean;
  canRedo: boolean;
  /** Number of selected elements. */
  selected: number;
}

/** What the toolbar needs to know of the modeler. */
export function useEditorState(modeler: Modeler): EditorState {
  const [state, setState] = useState<EditorState>({ canUndo: false, canRedo: false, selected: 0 });
  useEffect(() => {
    const read = (): void => {
      const stack = modeler.get<CommandStack>('commandStack');
      const selected = modeler.get<Selection>('selection').get().length;
      setState({ canUndo: stack.canUndo(), canRedo: stack.canRedo(), selected });
    };
    modeler.on(['commandStack.changed', 'selection.changed'], read);
    return () => modeler.off(['commandStack.changed', 'selection.changed'], read);
  }, [modeler]);
  return state;
}
