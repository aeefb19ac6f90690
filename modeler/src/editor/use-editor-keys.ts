import { useEffect } from 'react';

/** Keys that concern the page, not the diagram: save at once, help. */
export function useEditorKeys({ save, showHelp }: { save: () => void; showHelp: () => void }): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault();
        save();
      } else if (event.key === '?' && !isTyping(event.target)) {
        showHelp();
      }
    };
    addEventListener('keydown', heard);
    return () => removeEventListener('keydown', heard);
  }, [save, showHelp]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
