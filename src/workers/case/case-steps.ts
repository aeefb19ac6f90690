/** The steps that change the case itself: each hands over to the domain, which takes repetitions as one. */
import type { AnyWorker } from '../runtime/define-worker.js';
import { accept } from './accept.js';
import { askCorrection } from './ask-correction.js';
import { escalate } from './escalate.js';
import { finish } from './finish.js';
import { itemResult } from './item-result.js';
import { notAccept } from './not-accept.js';
import { precheck } from './precheck.js';
import { returnCase } from './return.js';
import { warn } from './warn.js';
import { withdraw } from './withdraw.js';

export const caseSteps: readonly AnyWorker[] = [
  precheck,
  askCorrection,
  accept,
  itemResult,
  warn,
  escalate,
  withdraw,
  returnCase,
  notAccept,
  finish,
];
