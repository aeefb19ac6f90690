import { CompressOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { fit, zoomBy } from '../editor/studio';
import { useLanguage } from '../i18n/language';

/** Larger, smaller, all of it: for screens without a wheel. Top left, away from bpmn.io's mark. */
export function ZoomButtons({ viewer }: { viewer: NavigatedViewer }) {
  const { tr } = useLanguage();
  return (
    <div className="zoom-buttons">
      <Button
        size="small"
        icon={<ZoomInOutlined />}
        aria-label={tr('放大', 'Zoom in')}
        onClick={() => zoomBy(viewer, 1.4)}
      />
      <Button
        size="small"
        icon={<ZoomOutOutlined />}
        aria-label={tr('缩小', 'Zoom out')}
        onClick={() => zoomBy(viewer, 0.7)}
      />
      <Button size="small" icon={<CompressOutlined />} aria-label={tr('显示全图', 'Fit')} onClick={() => fit(viewer)} />
    </div>
  );
}
