import { Checkbox, Segmented } from 'antd';
import type { TaskPage } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { QUEUE_TABS, tabTitle, type QueueTab } from './queue-tabs';

interface Props {
  tab: QueueTab;
  onTab: (tab: QueueTab) => void;
  counts: TaskPage['counts'] | undefined;
  urgent: boolean;
  onUrgent: (on: boolean) => void;
}

const countOf = (counts: TaskPage['counts'] | undefined, tab: QueueTab): number | undefined =>
  counts && { open: counts.open, mine: counts.mine, done: counts.completed }[tab];

function Shortcuts() {
  const { t } = useLanguage();
  return (
    <p className="soft queue-keys">
      {t('task.shortcuts')} <kbd>J</kbd> <kbd>K</kbd> {t('queue.keys')} · <kbd>Enter</kbd> {t('queue.openTask')} ·{' '}
      <kbd>C</kbd> {t('queue.claim')}
    </p>
  );
}

export function QueueHead({ tab, onTab, counts, urgent, onUrgent }: Props) {
  const { t } = useLanguage();
  const options = QUEUE_TABS.map((value) => {
    const count = countOf(counts, value);
    return { value, label: count === undefined ? t(tabTitle[value]) : `${t(tabTitle[value])} ${count}` };
  });
  return (
    <header className="stack-tight">
      <div className="row row-between">
        <h1>{t('queue.title')}</h1>
        <Shortcuts />
      </div>
      <div className="row">
        <Segmented<QueueTab>
          size="large"
          value={tab}
          options={options}
          onChange={onTab}
          aria-label={t('queue.title')}
        />
        <Checkbox checked={urgent} onChange={(event) => onUrgent(event.target.checked)}>
          {t('queue.urgent')}
        </Checkbox>
      </div>
    </header>
  );
}
