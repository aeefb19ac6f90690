import type { TaskView } from '../../api/types';
import type { TextKey } from '../../i18n/texts';

/** Why the task is not this person's to decide. */
export function taskReason(task: TaskView): { title: TextKey; note: TextKey } {
  return task.state === 'open'
    ? { title: 'task.unclaimed', note: 'task.unclaimedNote' }
    : { title: 'task.takenBy', note: 'task.takenNote' };
}
