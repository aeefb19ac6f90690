import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Diagram } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { Failure } from '../page-states';
import { markDiagram, namesIn, showCurrent } from './diagram-marks';
import { DiagramLegend, ZoomButtons } from './diagram-tools';
import './diagram.css';

/** The process drawn by bpmn-js, to drag and zoom; its marks follow the case without losing the view. */
export function DiagramView({ diagram }: { diagram: Diagram }) {
  const { t } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<NavigatedViewer>();
  const [error, setError] = useState<unknown>();
  const { xml } = diagram;

  const position = useEffectEvent((drawn: NavigatedViewer) => showCurrent(drawn, diagram));
  useEffect(() => {
    if (!container.current) return;
    const drawn = new NavigatedViewer({ container: container.current });
    let gone = false;
    drawn.importXML(xml).then(
      () => {
        if (gone) return;
        position(drawn);
        setViewer(drawn);
      },
      (problem: unknown) => setError(problem),
    );
    return () => {
      gone = true;
      setViewer(undefined);
      drawn.destroy();
    };
  }, [xml]);

  useEffect(() => {
    if (viewer) markDiagram(viewer, diagram);
  }, [viewer, diagram]);

  const active = viewer ? namesIn(viewer, diagram, 'active') : [];
  const incidents = viewer ? namesIn(viewer, diagram, 'incident') : [];
  return (
    <div className="stack-tight">
      {error !== undefined && <Failure error={error} />}
      {active.length > 0 && <p>{t('case.now', { names: active.join('、') })}</p>}
      {incidents.length > 0 && (
        <p className="diagram-incident-text">
          {t('diagram.incident')}：{incidents.join('、')}
        </p>
      )}
      <div className="row row-between">
        <DiagramLegend />
        <ZoomButtons viewer={viewer} />
      </div>
      <div ref={container} className="diagram" role="img" aria-label={t('diagram.label')} />
    </div>
  );
}
