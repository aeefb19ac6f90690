/** The control API: read and set how systems behave, and see what they were asked. */
import { Router, type Response } from 'express';
import { findErrors } from '../shared/validation.js';
import { OPERATIONS } from './systems/operations.js';
import type { SandboxState } from './sandbox-state.js';
import { SYSTEMS, SYSTEM_NAMES, type BehaviourChange, type System } from './sandbox-types.js';

const milliseconds = { type: 'integer', minimum: 0, maximum: 86_400_000 };
const share = { type: 'number', minimum: 0, maximum: 1 };
const BEHAVIOUR_CHANGE = {
  type: 'object',
  additionalProperties: false,
  properties: {
    delayMs: milliseconds,
    callbackDelayMs: milliseconds,
    outcome: { enum: ['ok', 'refuse', 'fault', 'hang', 'uncertain'] },
    refuseRate: share,
    faultRate: share,
    faultTimes: { type: 'integer', minimum: 0, maximum: 1000 },
    faultKind: { enum: ['unavailable', 'drop'] },
    refuseReason: { type: 'string', minLength: 1, maxLength: 200 },
  },
};
/** The control page shows this many of the newest calls. */
const SHOWN_CALLS = 200;

export function controlRoutes(state: SandboxState): Router {
  const router = Router();
  router.get('/log', (request, response) => {
    const { caseNumber } = request.query;
    response.json(logOf(state, typeof caseNumber === 'string' ? caseNumber : undefined));
  });
  router.get('/systems', (_request, response) => {
    response.json({ items: state.systems().map((item) => ({ ...item, name: SYSTEM_NAMES[item.system] })) });
  });
  router.put('/cases/:caseNumber/:system', (request, response) => {
    const { caseNumber, system } = request.params;
    change(state, response, system, caseNumber, request.body);
  });
  router.get('/:system', (request, response) => {
    const system = systemOf(request.params.system);
    if (!system) return void unknownSystem(response);
    response.json(state.behaviourOf(system, null).behaviour);
  });
  router.put('/:system', (request, response) => change(state, response, request.params.system, null, request.body));
  return router;
}

function change(state: SandboxState, response: Response, name: string, caseNumber: string | null, body: unknown): void {
  const system = systemOf(name);
  if (!system) return unknownSystem(response);
  const errors = findErrors(BEHAVIOUR_CHANGE, body);
  if (errors.length > 0) return void response.status(400).json({ code: 'BAD_REQUEST', reason: '设置有误', errors });
  response.json(state.changeBehaviour(system, caseNumber, body as BehaviourChange));
}

/** Without a case: the newest calls only, newest first. */
function logOf(state: SandboxState, caseNumber: string | undefined): object {
  const operations = new Map(OPERATIONS.map((operation) => [operation.path, operation.name]));
  const calls = [...state.calls.values()]
    .filter((call) => caseNumber === undefined || call.caseNumber === caseNumber)
    .toSorted((one, other) => other.lastSeenAt.localeCompare(one.lastSeenAt))
    .slice(0, caseNumber === undefined ? SHOWN_CALLS : undefined)
    .map((call) => ({ ...call, operationName: operations.get(call.operation) }));
  const callbacks = [...state.callbacks.values()]
    .filter((callback) => caseNumber === undefined || callback.caseNumber === caseNumber)
    .slice(-SHOWN_CALLS);
  return { calls, callbacks };
}

function systemOf(name: string): System | undefined {
  return SYSTEMS.find((system) => system === name);
}

function unknownSystem(response: Response): void {
  response.status(404).json({ code: 'NOT_FOUND', reason: `没有这个系统，可用：${SYSTEMS.join('、')}` });
}
