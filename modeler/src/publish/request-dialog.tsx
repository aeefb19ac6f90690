import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { requestPublication } from '../api/modeler-api';
import { sentence } from '../api/problem';
import type { Content } from '../api/types';
import type { DraftSaver } from '../editor/draft-saver';
import { useLanguage } from '../i18n/language';

interface Props {
  bundleId: string;
  saver: DraftSaver<Content>;
  /** Number of errors that lint still finds. */
  errors: number;
  close: () => void;
  done: () => void;
}

/** Asks for publication, with a note for the one who approves. */
export function RequestDialog({ bundleId, saver, errors, close, done }: Props) {
  const { tr } = useLanguage();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await saver.flush();
      if (saver.dirty || saver.revision === null) {
        throw new Error(tr('草稿还没有保存成功，请先解决保存问题', 'The draft is not saved yet'));
      }
      await requestPublication(bundleId, saver.revision, note.trim());
      done();
    } catch (error) {
      setProblem(sentence(error));
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={tr('提交发布', 'Ask to publish')}
      okText={tr('提交', 'Send')}
      cancelText={tr('再改改', 'Not yet')}
      okButtonProps={{ disabled: note.trim() === '', loading: busy }}
      onOk={() => void send()}
      onCancel={close}
    >
      <p>
        {tr(
          '由另一位分析员或管理员批准后成为新版本。提交后草稿不能再改，需要时可以撤回。',
          'Another analyst or the administrator approves. The draft is closed meanwhile; you can take it back.',
        )}
      </p>
      {errors > 0 && (
        <Alert
          type="warning"
          showIcon
          title={tr(
            `检查还有 ${errors} 个错误，多半会在发布时被引擎退回。建议先改好再提交。`,
            `${errors} errors are left; the engine will probably refuse the process.`,
          )}
        />
      )}
      <label className="field">
        {tr('修改说明（给批准人看）', 'What changed')}
        <Input.TextArea
          autoFocus
          rows={4}
          maxLength={500}
          showCount
          value={note}
          onChange={(event) => setNote(event.target.value)}
          placeholder={tr('例如：人社制卡前增加照片复核', 'For example: photo check before the card is made')}
        />
      </label>
      {problem !== null && <Alert type="error" showIcon title={problem} />}
    </Modal>
  );
}
