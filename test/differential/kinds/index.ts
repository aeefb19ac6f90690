import type { BlockKind } from '../block.js';
import { callActivity } from './call-activity.js';
import { catchEvent } from './catch-event.js';
import { compensationEnd, errorEnd, escalationEnd, messageEnd, signalEnd, terminateEnd } from './ends.js';
import { eventBasedGateway } from './event-based-gateway.js';
import { eventSubProcess } from './event-sub-process.js';
import { exclusiveGateway } from './exclusive-gateway.js';
import { inclusiveGateway } from './inclusive-gateway.js';
import { loop } from './loop.js';
import { parallelGateway } from './parallel-gateway.js';
import { passing } from './passing.js';
import { receiveTask } from './receive-task.js';
import { serviceTask, userTask } from './job-tasks.js';
import { subProcess } from './sub-process.js';
import { compensationThrow, escalationThrow, link, messageThrow, signalThrow } from './throw-events.js';

export const BLOCK_KINDS: readonly BlockKind[] = [
  serviceTask,
  userTask,
  receiveTask,
  catchEvent,
  passing,
  eventSubProcess,
  exclusiveGateway,
  inclusiveGateway,
  parallelGateway,
  eventBasedGateway,
  subProcess,
  callActivity,
  loop,
  signalThrow,
  escalationThrow,
  compensationThrow,
  messageThrow,
  link,
  errorEnd,
  terminateEnd,
  signalEnd,
  escalationEnd,
  compensationEnd,
  messageEnd,
];

export function getBlockKind(kind: string): BlockKind {
  const found = BLOCK_KINDS.find((candidate) => candidate.kind === kind);
  if (!found) throw new Error(`no kind of block is called ${kind}`);
  return found;
}
