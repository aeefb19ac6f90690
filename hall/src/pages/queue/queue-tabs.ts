import type { TaskFilter } from '../../api/resources';
import type { TextKey } from '../../i18n/texts';

export const QUEUE_TABS = ['open', 'mine', 'done'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

export const tabTitle = { open: 'queue.open', mine: 'queue.mine', done: 'queue.done' } as const satisfies Record<
  QueueTab,
  TextKey
>;
export const emptyTitle = {
  open: 'queue.emptyOpen',
  mine: 'queue.emptyMine',
  done: 'queue.emptyDone',
} as const satisfies Record<QueueTab, TextKey>;

/** What the server is asked for under each tab. */
export function filterOf(tab: QueueTab): TaskFilter {
  switch (tab) {
    case 'open':
      return { state: 'open' };
    case 'mine':
      return { state: 'claimed', mine: true };
    case 'done':
      return { state: 'completed', mine: true };
  }
}
