import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../i18n/language';
import { BPMN_TYPE, download } from './files';
import type { ImportOutcome } from './use-modeler';

interface Props {
  outcome: ImportOutcome | null;
  /** The text that was read: it can always be downloaded unchanged. */
  xml: string;
  back: () => void;
}

/** A document that could not be read, or only with remarks. Nothing was changed on the server by trying. */
export function ImportReport({ outcome, xml, back }: Props) {
  const { tr } = useLanguage();
  const [seen, setSeen] = useState<ImportOutcome | null>(null);
  if (outcome === null || outcome === seen || (outcome.error === null && outcome.warnings.length === 0)) return null;
  const failed = outcome.error !== null;
  const close = (): void => {
    setSeen(outcome);
    if (failed) back();
  };
  return (
    <Modal
      open
      onCancel={close}
      title={
        failed
          ? tr('这个文件打不开', 'This file cannot be opened')
          : tr('文件已打开，有几处要注意', 'Opened, with remarks')
      }
      footer={[
        <Button key="file" onClick={() => download('original.bpmn', xml, BPMN_TYPE)}>
          {tr('下载原文件', 'Download the original')}
        </Button>,
        <Button key="close" type="primary" onClick={close}>
          {failed ? tr('回到原来的草稿', 'Back to the draft') : tr('知道了', 'OK')}
        </Button>,
      ]}
    >
      {failed && <p className="returned">{outcome.error}</p>}
      {failed && (
        <p>{tr('原来的草稿没有变，文件内容也没有丢。', 'The draft is unchanged, and the file is not lost.')}</p>
      )}
      <ul className="remarks">
        {outcome.warnings.map((warning, index) => (
          <li key={index}>{warning}</li>
        ))}
      </ul>
    </Modal>
  );
}
