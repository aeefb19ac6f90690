import { App, Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { publish, takeBackRequest } from '../api/modeler-api';
import { ApiProblem, sentence, type FieldProblem } from '../api/problem';
import type { Bundle, Draft } from '../api/types';
import { useUser } from '../app/session';
import { moment } from '../i18n/dates';
import { useLanguage } from '../i18n/language';
import { hasHand } from './second-person';
import type { NewerDiagram } from './comparison';
import { RefusedList, refusalText } from './refused-list';
import { ReturnDialog } from './return-dialog';

interface Props {
  bundle: Bundle;
  draft: Draft;
  /** What the engine refused at the last try. */
  refused: readonly FieldProblem[];
  setRefused: (errors: readonly FieldProblem[]) => void;
  reload: () => void;
  diagram: NewerDiagram;
}

/** Who asked for what; approve, return, or take back. */
export function Decision({ bundle, draft, refused, setRefused, reload, diagram }: Props) {
  const { tr } = useLanguage();
  const { message } = App.useApp();
  const user = useUser();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [returning, setReturning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (draft.state !== 'requested' || !draft.request) return null;
  const { request } = draft;
  const mine = hasHand(draft, user.id);

  const run = (action: () => Promise<void>) => async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await action();
    } catch (error) {
      setProblem(sentence(error));
      if (error instanceof ApiProblem) setRefused(error.errors);
    } finally {
      setBusy(false);
    }
  };
  const approve = run(async () => {
    const { version } = await publish(bundle.id, draft.revision);
    message.success(tr(`已发布为版本 ${version}，新收的办件按新版本走`, `Published as ${version}`));
    reload();
    await navigate('/');
  });
  const takeBack = run(async () => {
    await takeBackRequest(bundle.id);
    await navigate(`/bundles/${encodeURIComponent(bundle.id)}`);
  });

  return (
    <section className="decision">
      <h3>{tr('发布申请', 'Request')}</h3>
      <p>
        <b>{request.by.displayName}</b> · {moment(request.at)}
      </p>
      <blockquote>{request.note}</blockquote>
      {mine ? (
        <>
          <p className="soft">
            {tr('须由另一位分析员或管理员批准。', 'Another analyst or the administrator must approve.')}
          </p>
          <Button loading={busy} onClick={() => void takeBack()}>
            {tr('撤回，继续修改', 'Take back and go on')}
          </Button>
        </>
      ) : (
        <div className="actions">
          <Button type="primary" loading={busy} onClick={() => void approve()}>
            {tr('批准并发布', 'Approve and publish')}
          </Button>
          <Button onClick={() => setReturning(true)}>{tr('退回修改', 'Return')}</Button>
        </div>
      )}
      {problem !== null && (
        <Alert type="error" showIcon title={problem} description={<RefusedList errors={refused} diagram={diagram} />} />
      )}
      {returning && (
        <ReturnDialog
          bundleId={bundle.id}
          suggestion={refused.map((error) => refusalText(error, diagram)).join('\n')}
          close={() => setReturning(false)}
          done={() => {
            reload();
            void navigate('/');
          }}
        />
      )}
    </section>
  );
}
