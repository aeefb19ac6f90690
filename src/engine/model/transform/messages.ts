import { compileExpression, compileStaticText, isFeelSource } from '../../feel/compile-expression.js';
import type { Expression, ExpressionContext } from '../../feel/expression.js';
import { resultTypeOf } from '../../feel/value.js';
import type { MessageDefinition } from '../executable.js';
import { extensionsOf, findElement, findText, idOf, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';

const NO_VARIABLES: ExpressionContext = { get: () => undefined, has: () => false, names: () => [] };

/** The message that the owner (receive task or message event definition) waits for, with its correlation key. */
export function transformMessage(owner: ModdleElement, context: TransformContext): MessageDefinition {
  const message = findElement(owner, 'messageRef');
  if (!message) {
    context.report(owner, 'Must reference a message');
    return { name: compileExpression(''), correlationKey: undefined };
  }
  const subscriptions = extensionsOf(message, 'Subscription');
  const [subscription] = subscriptions;
  if (!subscription || subscriptions.length > 1) {
    context.report(message, 'Must have exactly one zeebe:subscription extension element');
  }
  return {
    name: transformName(message, context),
    correlationKey: subscription && context.feel(subscription, findText(subscription, 'correlationKey')),
  };
}

/** The message of a process's start event: its name is settled at deployment, and it has no correlation key. */
export function transformStartMessage(
  startEvent: ModdleElement,
  definition: ModdleElement,
  context: TransformContext,
): MessageDefinition {
  const message = findElement(definition, 'messageRef');
  if (!message) {
    context.report(definition, 'Must reference a message');
    return { name: compileExpression(''), correlationKey: undefined };
  }
  const name = transformName(message, context);
  return { name: name.isStatic ? name : constantName(startEvent, name, context), correlationKey: undefined };
}

/** Undefined where the owner refers to no message. */
export function findMessageId(owner: ModdleElement): string | undefined {
  const message = findElement(owner, 'messageRef');
  return message && idOf(message);
}

function transformName(message: ModdleElement, context: TransformContext): Expression {
  const name = findText(message, 'name');
  if (name) return context.textOrExpression(message, name);
  context.report(message, 'Name must be present and not empty');
  return compileExpression('');
}

function constantName(startEvent: ModdleElement, name: Expression, context: TransformContext): Expression {
  const result = name.evaluateTyped(NO_VARIABLES);
  const value = result.ok ? result.value : null;
  if (typeof value === 'string' && !isFeelSource(value)) return compileStaticText(value);
  const found = resultTypeOf(value);
  const problem = `Expected constant expression of type String for message name '${name.source}', but was ${found}`;
  context.report(startEvent, problem);
  return name;
}
