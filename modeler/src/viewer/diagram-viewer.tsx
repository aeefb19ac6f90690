import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '../theme/diagram.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { useEffect, useRef, useState } from 'react';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { sentence } from '../api/problem';
import { LiveLanguage } from '../editor/live-language';
import { translateModule } from '../editor/modules/translate-module';
import { fit } from '../editor/studio';
import { useLanguage } from '../i18n/language';
import { ZoomButtons } from './zoom-buttons';

interface Props {
  xml: string;
  /** CSS class per element id. */
  marks?: Readonly<Record<string, string>>;
  /** Gets the viewer once the diagram is drawn. */
  ready?: (viewer: NavigatedViewer) => void;
}

/** A diagram for reading: move, zoom, nothing to change. */
export function DiagramViewer({ xml, marks, ready }: Props) {
  const { language } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!container.current) return undefined;
    const created = new NavigatedViewer({
      container: container.current,
      moddleExtensions: { zeebe: zeebeModdle },
      additionalModules: [translateModule(new LiveLanguage(language))],
    });
    let alive = true;
    created
      .importXML(xml)
      .then(() => {
        if (!alive) return;
        fit(created);
        setViewer(created);
        ready?.(created);
      })
      .catch((error: unknown) => alive && setProblem(sentence(error)));
    return () => {
      alive = false;
      setViewer(null);
      created.destroy();
    };
  }, [xml, language, ready]);

  useEffect(() => (viewer ? mark(viewer, marks ?? {}) : undefined), [viewer, marks]);

  return (
    <div className="viewer">
      {problem !== null && <p className="returned">{problem}</p>}
      <div ref={container} className="viewer-canvas" />
      {viewer && <ZoomButtons viewer={viewer} />}
    </div>
  );
}

/** Marks elements; returns how to take the marks away. */
function mark(viewer: NavigatedViewer, marks: Readonly<Record<string, string>>): () => void {
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const drawn = Object.entries(marks).filter(([id]) => registry.get(id) !== undefined);
  for (const [id, name] of drawn) canvas.addMarker(id, name);
  return () => {
    for (const [id, name] of drawn) if (registry.get(id)) canvas.removeMarker(id, name);
  };
}
