import { evaluateString } from '../../../feel/evaluate-as.js';
import type { ElementInstance } from '../../../state/rows.js';
import type { ProcessingContext } from '../../processing-context.js';
import { contextOfInstance, outwardsFrom } from './contexts.js';
import { scopeEventsOf, type ScopeEvent } from './event-sub-processes.js';
import { expressionContext } from './expression-context.js';

export interface ErrorCatch {
  readonly instance: ElementInstance;
  readonly event: ScopeEvent;
}

export type ErrorSearch =
  | { readonly found: ErrorCatch }
  /** Codes of the catch events that were there but did not fit. */
  | { readonly found: undefined; readonly available: readonly string[] };

/**
 * Looks for the nearest error boundary event that catches the code: on the element instance, on the scopes around it, on
 * the call activity that started the process instance, and so on outwards. On one element the exact code goes before
 * "every error".
 */
export function findErrorCatch(
  work: ProcessingContext,
  from: ElementInstance | undefined,
  errorCode: string,
): ErrorSearch {
  const available: string[] = [];
  for (const instance of outwardsFrom(work, from)) {
    let catchAll: ScopeEvent | undefined;
    for (const event of errorEventsOf(work, instance)) {
      const code = caughtCode(work, event);
      if (code === errorCode) return { found: { instance, event } };
      if (code === undefined) catchAll ??= event;
      else available.push(code);
    }
    if (catchAll !== undefined) return { found: { instance, event: catchAll } };
  }
  return { found: undefined, available };
}

function errorEventsOf(work: ProcessingContext, instance: ElementInstance): ScopeEvent[] {
  return scopeEventsOf(contextOfInstance(work, instance)).filter((event) => event.trigger.type === 'error');
}

function caughtCode(work: ProcessingContext, event: ScopeEvent): string | undefined {
  if (event.trigger.type !== 'error' || event.trigger.errorCode === undefined) return undefined;
  const code = evaluateString(event.trigger.errorCode, expressionContext(work, -1));
  return code.ok ? code.value : undefined;
}

/** Zeebe's words for an error that nobody catches. */
export function describeUncaught(errorCode: string, message: string, available: readonly string[]): string {
  const withMessage = message === '' ? '' : ` with message '${message}'`;
  const events =
    available.length === 0
      ? 'No error events are available in the scope.'
      : `Available error events are [${available.join(', ')}]`;
  return `Expected to throw an error event with the code '${errorCode}'${withMessage}, but it was not caught. ${events}`;
}
