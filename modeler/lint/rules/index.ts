/** Our own rules by name; in reports they appear as `tongban/<name>`. */
import type { RuleFactory } from '../rule.js';
import { chineseName } from './chinese-name.js';
import { gatewayDecides } from './gateway-decides.js';
import { knownJobType } from './known-job-type.js';
import { startMessage } from './start-message.js';
import { supportedElements } from './supported-elements.js';
import { userTaskInManifest } from './user-task-in-manifest.js';
import { userTaskQueue } from './user-task-queue.js';

export const ownRules: Readonly<Record<string, RuleFactory>> = {
  'chinese-name': chineseName,
  'gateway-decides': gatewayDecides,
  'known-job-type': knownJobType,
  'start-message': startMessage,
  'supported-elements': supportedElements,
  'user-task-in-manifest': userTaskInManifest,
  'user-task-queue': userTaskQueue,
};
