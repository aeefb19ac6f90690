import { compileExpression } from '../../feel/compile-expression.js';
import type { Expression } from '../../feel/expression.js';
import type { EventTrigger } from '../executable.js';
import { findElement, findText, type ModdleElement } from '../moddle.js';
import { constantName } from './constant-name.js';
import type { TransformContext } from './context.js';

export type SignalTrigger = Extract<EventTrigger, { type: 'signal' }>;

/** The signal that an event waits for or broadcasts. */
export function transformSignal(definition: ModdleElement, context: TransformContext): SignalTrigger {
  const signal = findElement(definition, 'signalRef');
  if (!signal) context.report(definition, 'Must reference a signal');
  return { type: 'signal', signal: { name: signal ? transformName(signal, context) : compileExpression('') } };
}

/** The signal of a process's start event: its name is settled at deployment. */
export function transformStartSignal(
  startEvent: ModdleElement,
  definition: ModdleElement,
  context: TransformContext,
): SignalTrigger {
  const { signal } = transformSignal(definition, context);
  if (signal.name.isStatic) return { type: 'signal', signal };
  return { type: 'signal', signal: { name: constantName(startEvent, 'signal', signal.name, context) } };
}

function transformName(signal: ModdleElement, context: TransformContext): Expression {
  const name = findText(signal, 'name');
  if (name) return context.textOrExpression(signal, name);
  context.report(signal, 'Name must be present and not empty');
  return compileExpression('');
}
