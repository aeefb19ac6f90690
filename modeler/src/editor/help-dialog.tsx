import { Modal } from 'antd';
import { useLanguage } from '../i18n/language';

const SHORTCUTS = [
  ['Ctrl+Z', '撤销', 'Undo'],
  ['Ctrl+Y / Ctrl+Shift+Z', '重做', 'Redo'],
  ['Ctrl+C / Ctrl+V', '复制／粘贴', 'Copy / paste'],
  ['Ctrl+X', '剪切', 'Cut'],
  ['Ctrl+D', '再制选中元素', 'Duplicate'],
  ['Ctrl+A', '全选', 'Select all'],
  ['Delete', '删除选中', 'Delete'],
  ['Ctrl+F', '在图中查找', 'Find in diagram'],
  ['E', '编辑名称', 'Edit name'],
  ['R', '更换元素类型', 'Change type'],
  ['H', '抓手', 'Hand tool'],
  ['L', '框选', 'Lasso tool'],
  ['S', '留白', 'Space tool'],
  ['C', '连线', 'Connect tool'],
  ['方向键 / arrows', '移动选中元素（加 Shift 移得更快）', 'Move selection'],
  ['Ctrl+方向键', '移动画布', 'Move canvas'],
  ['Ctrl+滚轮', '缩放', 'Zoom'],
  ['Ctrl+= / Ctrl+-', '放大／缩小', 'Zoom in / out'],
  ['Ctrl+0', '原大', '100 %'],
  ['Ctrl+S', '立即保存草稿', 'Save now'],
  ['?', '打开本说明', 'This help'],
] as const;

/** Keyboard shortcuts and how drawing works, on one page. */
export function HelpDialog({ open, close }: { open: boolean; close: () => void }) {
  const { tr } = useLanguage();
  return (
    <Modal open={open} onCancel={close} footer={null} title={tr('快捷键与提示', 'Shortcuts and hints')} width={680}>
      <dl className="shortcuts">
        {SHORTCUTS.map(([keys, zh, en]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{tr(zh, en)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">
        {tr(
          '快捷键在画布上有效：先点一下画布。拖动时按住 Shift 可锁定方向；元素默认吸附网格，按住 Ctrl 可暂时不吸附。选中两个以上元素后可对齐，三个以上可等距分布。红色标记是必须改的错误，黄色是提醒；点下方“问题”列表可跳到元素。',
          'Shortcuts work on the canvas: click it first. Elements snap to the grid. Red marks are errors, yellow ones warnings; the list below jumps to them.',
        )}
      </p>
    </Modal>
  );
}
