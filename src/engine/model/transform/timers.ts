import {
  describeInvalidCycle,
  evaluateCycle,
  evaluateDateTime,
  evaluateDuration,
  findCycle,
  type Evaluated,
} from '../../feel/evaluate-as.js';
import { findIsoDateTime, findIsoDuration } from '../../feel/iso-8601.js';
import { compileExpression } from '../../feel/compile-expression.js';
import type { EventTrigger } from '../executable.js';
import { findElement, findText, type ModdleElement } from '../moddle.js';
import { NO_VARIABLES } from './constant-name.js';
import type { TransformContext } from './context.js';

export type TimerTrigger = Extract<EventTrigger, { type: 'timer' }>;
type TimerType = TimerTrigger['timerType'];

const PROPERTIES: Readonly<Record<TimerType, string>> = {
  date: 'timeDate',
  duration: 'timeDuration',
  cycle: 'timeCycle',
};

/** The timer of an event; static values must be right at deployment. */
export function transformTimer(
  event: ModdleElement,
  definition: ModdleElement,
  context: TransformContext,
): TimerTrigger {
  const stated = (Object.keys(PROPERTIES) as TimerType[]).filter((type) => findElement(definition, PROPERTIES[type]));
  const [timerType] = stated;
  if (!timerType || stated.length > 1) {
    context.report(definition, 'Must be exactly one type of timer: timeDuration, timeDate or timeCycle');
    return { type: 'timer', timerType: timerType ?? 'duration', expression: compileExpression('') };
  }
  const body = findElement(definition, PROPERTIES[timerType]);
  const source = ((body && findText(body, 'body')) ?? '').trim();
  const expression = source === '' ? compileExpression('') : context.textOrExpression(event, source);
  if (expression.isStatic && !source.startsWith('=')) {
    const problem = describeInvalidTimer(timerType, source);
    if (problem !== undefined) context.report(event, `Invalid timer ${timerType} expression (${problem})`);
  }
  return { type: 'timer', timerType, expression };
}

/** The timer of a process's start event: its expression must evaluate at deployment, where there are no variables. */
export function transformStartTimer(
  event: ModdleElement,
  definition: ModdleElement,
  context: TransformContext,
): TimerTrigger {
  const trigger = transformTimer(event, definition, context);
  if (trigger.expression.isStatic) return trigger;
  const result = evaluateTimerText(trigger);
  if (!result.ok) context.report(event, `Invalid timer ${trigger.timerType} expression (${result.failure})`);
  return trigger;
}

function evaluateTimerText({ timerType, expression }: TimerTrigger): Evaluated<unknown> {
  if (timerType === 'date') return evaluateDateTime(expression, NO_VARIABLES);
  if (timerType === 'cycle') return evaluateCycle(expression, NO_VARIABLES);
  return evaluateDuration(expression, NO_VARIABLES);
}

/** Undefined when the text is a date-time with an offset. */
export function describeInvalidDateTime(source: string): string | undefined {
  return findIsoDateTime(source) === undefined
    ? `Invalid date-time format '${source}' for expression '${source}'.`
    : undefined;
}

function describeInvalidTimer(timerType: TimerType, source: string): string | undefined {
  if (timerType === 'date') return describeInvalidDateTime(source);
  if (timerType === 'cycle') return findCycle(source) ? undefined : describeInvalidCycle(source);
  return findIsoDuration(source) ? undefined : `Invalid duration format '${source}' for expression '${source}'.`;
}
