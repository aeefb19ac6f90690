import { isDeepStrictEqual } from 'node:util';
import type { ProcessInstanceValue } from '../../../protocol/value-types.js';
import { parentScope } from '../../../state/variable-scope.js';
import type { ProcessingContext } from '../../processing-context.js';
import { processIds } from '../../record-values.js';

type Document = Readonly<Record<string, unknown>>;

/** Sets variables in the scope itself, whatever the scopes around have. */
export function setLocalVariables(
  work: ProcessingContext,
  scopeKey: number,
  within: ProcessInstanceValue,
  document: Document,
): void {
  for (const name of Object.keys(document)) setVariable(work, scopeKey, within, name, document[name]);
}

/**
 * Sets variables from the scope on: each where it already exists with another value, nearest scope first; those that
 * exist nowhere so in the outermost scope. In Zeebe a scope that has the very value does not keep it from going on.
 */
export function propagateVariables(
  work: ProcessingContext,
  scopeKey: number,
  within: ProcessInstanceValue,
  document: Document,
): void {
  let left = Object.keys(document);
  if (left.length === 0) return;
  let scope = scopeKey;
  for (let parent = parentScope(work.state, scope); parent > 0; parent = parentScope(work.state, scope)) {
    const rest: string[] = [];
    for (const name of left) {
      const existing = work.state.variables.find(scope, name);
      if (existing === undefined || isSame(existing.value, document[name])) rest.push(name);
      else setVariable(work, scope, within, name, document[name]);
    }
    left = rest;
    if (left.length === 0) return;
    scope = parent;
  }
  for (const name of left) setVariable(work, scope, within, name, document[name]);
}

function setVariable(
  work: ProcessingContext,
  scopeKey: number,
  within: ProcessInstanceValue,
  name: string,
  value: unknown,
): void {
  const existing = work.state.variables.find(scopeKey, name);
  if (existing !== undefined && isSame(existing.value, value)) return;
  const key = existing?.key ?? work.nextKey();
  const intent = existing === undefined ? 'CREATED' : 'UPDATED';
  work.event(key, 'VARIABLE', intent, { name, value, scopeKey, ...processIds(within) });
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && isDeepStrictEqual(a, b);
}
