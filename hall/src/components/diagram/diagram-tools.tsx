import { CompressOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useLanguage } from '../../i18n/language';
import { canvasOf } from './diagram-marks';

const LEGEND = ['active', 'completed', 'terminated', 'incident', 'flow'] as const;

export function DiagramLegend() {
  const { t } = useLanguage();
  return (
    <ul className="plain-list row diagram-legend" aria-label={t('diagram.legend')}>
      {LEGEND.map((name) => (
        <li key={name}>
          <span className={`diagram-sample diagram-sample-${name}`} aria-hidden="true" />
          {t(`diagram.${name}`)}
        </li>
      ))}
    </ul>
  );
}

const STEP = 1.3;

export function ZoomButtons({ viewer }: { viewer: NavigatedViewer | undefined }) {
  const { t } = useLanguage();
  const zoomBy = (factor: number): void => {
    if (!viewer) return;
    const canvas = canvasOf(viewer);
    canvas.zoom(canvas.viewbox().scale * factor, 'auto');
  };
  const fit = (): void => {
    if (viewer) canvasOf(viewer).zoom('fit-viewport', 'auto');
  };
  return (
    <div className="row diagram-zoom">
      <Button icon={<ZoomOutOutlined />} aria-label={t('diagram.out')} onClick={() => zoomBy(1 / STEP)} />
      <Button icon={<ZoomInOutlined />} aria-label={t('diagram.in')} onClick={() => zoomBy(STEP)} />
      <Button icon={<CompressOutlined />} onClick={fit}>
        {t('diagram.fit')}
      </Button>
    </div>
  );
}
