import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { returnDraft } from '../api/modeler-api';
import { sentence } from '../api/problem';
import { useLanguage } from '../i18n/language';

interface Props {
  bundleId: string;
  /** What the comment starts with: the engine's objections, if there are any. */
  suggestion: string;
  close: () => void;
  done: () => void;
}

/** Sends the draft back to the one who asked, saying why. */
export function ReturnDialog({ bundleId, suggestion, close, done }: Props) {
  const { tr } = useLanguage();
  const [comment, setComment] = useState(suggestion);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      await returnDraft(bundleId, comment.trim());
      done();
    } catch (error) {
      setProblem(sentence(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={tr('退回修改', 'Return the draft')}
      okText={tr('退回', 'Return')}
      okButtonProps={{ disabled: comment.trim() === '', loading: busy }}
      onOk={() => void send()}
      onCancel={close}
    >
      <label className="field">
        {tr('请写明要改什么', 'What is to be changed')}
        <Input.TextArea
          autoFocus
          rows={5}
          maxLength={1000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      {problem !== null && <Alert type="error" showIcon title={problem} />}
    </Modal>
  );
}
