import type { ExpressionContext } from '../feel/expression.js';
import type { EngineState } from './engine-state.js';

/** Key of the scope around: the flow scope's element instance; -1 above a process instance. */
export function parentScope(state: EngineState, scopeKey: number): number {
  return state.elementInstances.find(scopeKey)?.parentKey ?? -1;
}

/** Variables as an expression sees them: a name is looked for in the scope, then in the scopes around it. */
export class VariableScope implements ExpressionContext {
  private readonly state: EngineState;
  private readonly scopeKey: number;

  constructor(state: EngineState, scopeKey: number) {
    this.state = state;
    this.scopeKey = scopeKey;
  }

  get(name: string): unknown {
    for (let scope = this.scopeKey; scope > 0; scope = parentScope(this.state, scope)) {
      const found = this.state.variables.find(scope, name);
      if (found !== undefined) return found.value;
    }
    return undefined;
  }

  has(name: string): boolean {
    for (let scope = this.scopeKey; scope > 0; scope = parentScope(this.state, scope)) {
      if (this.state.variables.has(scope, name)) return true;
    }
    return false;
  }

  names(): Iterable<string> {
    return Object.keys(visibleVariables(this.state, this.scopeKey));
  }
}

/** All variables seen from the scope, the inner ones hiding the outer; only the named ones where names are given. */
export function visibleVariables(
  state: EngineState,
  scopeKey: number,
  names: readonly string[] = [],
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (names.length > 0) {
    const scope = new VariableScope(state, scopeKey);
    for (const name of names) if (scope.has(name)) found[name] = scope.get(name);
    return found;
  }
  for (let scope = scopeKey; scope > 0; scope = parentScope(state, scope)) {
    for (const [name, row] of state.variables.entries(scope)) {
      if (!Object.hasOwn(found, name)) found[name] = row.value;
    }
  }
  return found;
}

export function localVariables(state: EngineState, scopeKey: number): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, row] of state.variables.entries(scopeKey)) found[name] = row.value;
  return found;
}
