import { App, Button, Switch } from 'antd';
import { useNavigate } from 'react-router';
import { saveDraft } from '../api/modeler-api';
import { sentence } from '../api/problem';
import type { Bundle, Content } from '../api/types';
import { BPMN_TYPE, download } from '../editor/files';
import { writeBackup } from '../editor/local-backup';
import { useNarrow } from '../hooks/use-narrow';
import { useLanguage } from '../i18n/language';

interface Props {
  bundle: Bundle;
  document: Content & { version: number };
  isCurrent: boolean;
  comparing: boolean;
  setComparing: (comparing: boolean) => void;
}

/** What can be done with a version: compare, download, restore as the draft. */
export function VersionActions({ bundle, document, isCurrent, comparing, setComparing }: Props) {
  const { tr } = useLanguage();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const narrow = useNarrow();
  if (narrow) return null;

  const restore = async (): Promise<void> => {
    try {
      const { xml, tasks, forms } = document;
      const content = { xml, tasks, forms, baseVersion: bundle.version };
      await saveDraft(bundle.id, bundle.draft?.revision ?? null, content);
      writeBackup(bundle.id, null);
      await navigate(`/bundles/${encodeURIComponent(bundle.id)}`);
    } catch (error) {
      message.error(sentence(error));
    }
  };
  const ask = (): void => {
    if (bundle.draft === null) return void restore();
    modal.confirm({
      title: tr(`用版本 ${document.version} 替换现有草稿？`, `Replace the draft with version ${document.version}?`),
      content: tr(
        '现有草稿会被覆盖。需要保留的话请先下载。',
        'The present draft is overwritten; download it first to keep it.',
      ),
      okText: tr('替换草稿', 'Replace'),
      onOk: restore,
    });
  };
  return (
    <>
      {!isCurrent && (
        <label className="switch">
          <Switch size="small" checked={comparing} onChange={setComparing} />{' '}
          {tr('与当前版本比对', 'Compare with current')}
        </label>
      )}
      <Button onClick={() => download(`${bundle.id}-${document.version}.bpmn`, document.xml, BPMN_TYPE)}>
        {tr('下载', 'Download')}
      </Button>
      <Button type="primary" disabled={bundle.draft?.state === 'requested'} onClick={ask}>
        {tr('恢复为草稿', 'Restore as draft')}
      </Button>
    </>
  );
}
