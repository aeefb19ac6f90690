/** Our own rules by name; in reports they appear as `tongban/<name>`. */
import type { RuleFactory } from '../rule.js';
import { chineseName } from './chinese-name.js';
import { gatewayDecides } from './gateway-decides.js';
import { knownJobType } from './known-job-type.js';
import { processId } from './process-id.js';
import { startMessage } from './start-message.js';
import { supportedElements } from './supported-elements.js';
import { userTaskForm } from './user-task-form.js';
import { userTaskQueue } from './user-task-queue.js';

export const ownRules: Readonly<Record<string, RuleFactory>> = {
  'chinese-name': chineseName,
  'gateway-decides': gatewayDecides,
  'known-job-type': knownJobType,
  'process-id': processId,
  'start-message': startMessage,
  'supported-elements': supportedElements,
  'user-task-form': userTaskForm,
  'user-task-queue': userTaskQueue,
};
