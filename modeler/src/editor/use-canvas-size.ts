import type Modeler from 'bpmn-js/lib/Modeler';
import type Canvas from 'diagram-js/lib/core/Canvas';
import { useEffect, type RefObject } from 'react';

/** Tells the modeler when its canvas got another size, so that the palette and the minimap fit in. */
export function useCanvasSize(canvas: RefObject<HTMLElement | null>, modeler: Modeler | null): void {
  useEffect(() => {
    if (!canvas.current || !modeler) return undefined;
    const observer = new ResizeObserver(() => modeler.get<Canvas>('canvas').resized());
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, [canvas, modeler]);
}
