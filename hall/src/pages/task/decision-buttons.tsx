import { Button } from 'antd';
import type { TaskAction } from '../../api/types';
import { useKeys } from '../../hooks/use-keys';
import { useLanguage } from '../../i18n/language';

interface Props {
  actions: readonly TaskAction[];
  busy: boolean;
  onChoose: (action: TaskAction) => void;
}

const ORDER: readonly TaskAction[] = ['complete', 'correct', 'refuse'];
const KEYS: Record<TaskAction, string> = { complete: '1', correct: '2', refuse: '3' };

/** Approve, ask for correction, refuse; the number keys do the same. */
export function DecisionButtons({ actions, busy, onChoose }: Props) {
  const { t } = useLanguage();
  const offered = ORDER.filter((action) => actions.includes(action));
  useKeys(Object.fromEntries(offered.map((action) => [KEYS[action], () => onChoose(action)])), !busy);
  return (
    <div className="decision-buttons">
      {offered.map((action) => (
        <Button
          key={action}
          size="large"
          type={action === 'complete' ? 'primary' : 'default'}
          danger={action === 'refuse'}
          loading={action === 'complete' && busy}
          disabled={busy}
          onClick={() => onChoose(action)}
        >
          {t(offered.length === 1 ? 'own.submit' : `task.${action}`)} <kbd className="task-key">{KEYS[action]}</kbd>
        </Button>
      ))}
    </div>
  );
}
