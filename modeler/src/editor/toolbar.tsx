import {
  AlignLeftOutlined,
  BulbOutlined,
  ColumnWidthOutlined,
  CompressOutlined,
  CopyOutlined,
  PicCenterOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  SearchOutlined,
  SnippetsOutlined,
  UndoOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Dropdown, Tooltip } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/language';
import { fit, zoomBy } from './studio';
import { useEditorState } from './use-editor-state';

interface Tool {
  key: string;
  icon: ReactNode;
  label: string;
  run: () => void;
  disabled?: boolean;
}

const ALIGNMENTS = [
  ['left', '左对齐', 'Left'],
  ['center', '水平居中', 'Center'],
  ['right', '右对齐', 'Right'],
  ['top', '上对齐', 'Top'],
  ['middle', '垂直居中', 'Middle'],
  ['bottom', '下对齐', 'Bottom'],
] as const;

/** Actions on the diagram; the same as the keyboard's. */
export function Toolbar({ modeler, showHelp }: { modeler: Modeler; showHelp: () => void }) {
  const { tr } = useLanguage();
  const { canUndo, canRedo, selected } = useEditorState(modeler);
  const act = (action: string, options?: object) => () =>
    modeler.get<{ trigger(action: string, options?: object): void }>('editorActions').trigger(action, options);

  return (
    <div className="toolbar" role="toolbar" aria-label={tr('编辑工具', 'Tools')}>
      <Tools
        tools={[
          {
            key: 'undo',
            icon: <UndoOutlined />,
            label: tr('撤销 Ctrl+Z', 'Undo'),
            run: act('undo'),
            disabled: !canUndo,
          },
          {
            key: 'redo',
            icon: <RedoOutlined />,
            label: tr('重做 Ctrl+Y', 'Redo'),
            run: act('redo'),
            disabled: !canRedo,
          },
        ]}
      />
      <Tools
        tools={[
          {
            key: 'copy',
            icon: <CopyOutlined />,
            label: tr('复制 Ctrl+C', 'Copy'),
            run: act('copy'),
            disabled: selected < 1,
          },
          { key: 'paste', icon: <SnippetsOutlined />, label: tr('粘贴 Ctrl+V', 'Paste'), run: act('paste') },
        ]}
      />
      <span className="tool-group">
        <Dropdown
          disabled={selected < 2}
          menu={{
            items: ALIGNMENTS.map(([key, zh, en]) => ({ key, label: tr(zh, en) })),
            onClick: ({ key }) => act('alignElements', { type: key })(),
          }}
        >
          <Button type="text" icon={<AlignLeftOutlined />} aria-label={tr('对齐', 'Align')} />
        </Dropdown>
        <Dropdown
          disabled={selected < 3}
          menu={{
            items: [
              { key: 'horizontal', icon: <ColumnWidthOutlined />, label: tr('水平等距', 'Horizontally') },
              { key: 'vertical', icon: <PicCenterOutlined />, label: tr('垂直等距', 'Vertically') },
            ],
            onClick: ({ key }) => act('distributeElements', { type: key })(),
          }}
        >
          <Button type="text" icon={<ColumnWidthOutlined />} aria-label={tr('等距分布', 'Distribute')} />
        </Dropdown>
      </span>
      <Tools
        tools={[
          { key: 'out', icon: <ZoomOutOutlined />, label: tr('缩小', 'Zoom out'), run: () => zoomBy(modeler, 0.8) },
          { key: 'in', icon: <ZoomInOutlined />, label: tr('放大', 'Zoom in'), run: () => zoomBy(modeler, 1.25) },
          { key: 'fit', icon: <CompressOutlined />, label: tr('显示全图', 'Fit'), run: () => fit(modeler) },
        ]}
      />
      <Tools
        tools={[
          { key: 'find', icon: <SearchOutlined />, label: tr('查找 Ctrl+F', 'Find'), run: act('find') },
          { key: 'lint', icon: <BulbOutlined />, label: tr('检查标记', 'Lint marks'), run: act('toggleLinting') },
          { key: 'help', icon: <QuestionCircleOutlined />, label: tr('快捷键', 'Shortcuts'), run: showHelp },
        ]}
      />
    </div>
  );
}

function Tools({ tools }: { tools: Tool[] }) {
  return (
    <span className="tool-group">
      {tools.map(({ key, icon, label, run, disabled }) => (
        <Tooltip key={key} title={label} mouseEnterDelay={0.4}>
          <Button type="text" icon={icon} aria-label={label} onClick={run} disabled={disabled === true} />
        </Tooltip>
      ))}
    </span>
  );
}
