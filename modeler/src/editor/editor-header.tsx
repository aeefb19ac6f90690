import { SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useState } from 'react';
import { LinkButton } from '../app/link-button';
import type { Bundle, Content } from '../api/types';
import { useLanguage } from '../i18n/language';
import { RequestDialog } from '../publish/request-dialog';
import type { DraftSaver } from './draft-saver';
import { FileMenu } from './file-menu';
import type { Problem } from './problems';
import { SaveMark } from './save-mark';
import type { SaveStatus } from './use-draft';

interface Props {
  bundle: Bundle;
  modeler: Modeler | null;
  status: SaveStatus;
  saver: DraftSaver<Content> | null;
  problems: Problem[];
  replace: (xml: string) => void;
  reload: () => void;
}

/** Name, version and save state of the bundle; file, versions, comparison, publication. */
export function EditorHeader({ bundle, modeler, status, saver, problems, replace, reload }: Props) {
  const { tr } = useLanguage();
  const [asking, setAsking] = useState(false);
  const address = `/bundles/${encodeURIComponent(bundle.id)}`;
  const untouched = saver?.revision === null;
  const errors = problems.filter((problem) => problem.grade === 'error').length;
  return (
    <div className="editor-header">
      <h1>{bundle.name}</h1>
      <span className="version">{tr(`已发布版本 ${bundle.version}`, `published ${bundle.version}`)}</span>
      <SaveMark status={status} untouched={untouched} retry={() => void saver?.flush()} />
      <span className="spacer" />
      {modeler && (
        <FileMenu
          bundleId={bundle.id}
          modeler={modeler}
          revision={() => saver?.revision ?? null}
          replace={replace}
          reload={reload}
        />
      )}
      <LinkButton to={`${address}/versions`}>{tr('版本历史', 'Versions')}</LinkButton>
      <LinkButton to={`${address}/review`} disabled={untouched}>
        {tr('与发布版比对', 'Compare')}
      </LinkButton>
      <Button type="primary" icon={<SendOutlined />} disabled={!saver || untouched} onClick={() => setAsking(true)}>
        {tr('提交发布', 'Ask to publish')}
      </Button>
      {asking && saver && (
        <RequestDialog
          bundleId={bundle.id}
          saver={saver}
          errors={errors}
          close={() => setAsking(false)}
          done={reload}
        />
      )}
    </div>
  );
}
