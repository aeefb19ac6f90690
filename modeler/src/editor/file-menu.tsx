import { FileOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { deleteDraft } from '../api/modeler-api';
import { sentence } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { BPMN_TYPE, download, fileName, pickFile, SVG_TYPE } from './files';
import { writeBackup } from './local-backup';
import { xmlOf } from './studio';

interface Props {
  bundleId: string;
  modeler: Modeler;
  /** Revision of the draft on the server; null when there is none. */
  revision: () => number | null;
  /** Puts another document on the canvas, as an unsaved change. */
  replace: (xml: string) => void;
  /** Opens what the server has. */
  reload: () => void;
}

/** Download, open from this computer, picture, and throwing the draft away. */
export function FileMenu({ bundleId, modeler, revision, replace, reload }: Props) {
  const { tr } = useLanguage();
  const { modal, message } = App.useApp();

  const actions: Record<string, () => Promise<unknown>> = {
    download: async () => download(fileName(bundleId, 'bpmn'), await xmlOf(modeler), BPMN_TYPE),
    svg: async () => download(fileName(bundleId, 'svg'), (await modeler.saveSVG()).svg, SVG_TYPE),
    open: async () => {
      const file = await pickFile('.bpmn,.xml');
      if (file) replace(await file.text());
    },
    discard: async () => {
      const known = revision();
      if (known !== null) await deleteDraft(bundleId, known);
      writeBackup(bundleId, null);
      reload();
    },
  };
  const run = (key: string): void => {
    actions[key]?.().catch((error: unknown) => message.error(sentence(error)));
  };
  const choose = ({ key }: { key: string }): void => {
    if (key !== 'discard') return run(key);
    modal.confirm({
      title: tr('放弃草稿？', 'Throw the draft away?'),
      content: tr(
        '草稿会从服务器删除，画布回到已发布的版本。',
        'The draft is deleted; the canvas shows the published version.',
      ),
      okText: tr('放弃草稿', 'Throw away'),
      okButtonProps: { danger: true },
      onOk: () => run('discard'),
    });
  };
  return (
    <Dropdown
      menu={{
        items: [
          { key: 'download', label: tr('下载 BPMN 文件', 'Download BPMN') },
          { key: 'svg', label: tr('导出图片（SVG）', 'Export SVG') },
          { key: 'open', label: tr('打开本机文件…', 'Open a local file…') },
          { type: 'divider' },
          { key: 'discard', danger: true, label: tr('放弃草稿', 'Throw the draft away') },
        ],
        onClick: choose,
      }}
    >
      <Button icon={<FileOutlined />}>{tr('文件', 'File')}</Button>
    </Dropdown>
  );
}
