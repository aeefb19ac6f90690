import { compileExpression } from '../../feel/compile-expression.js';
import type { Expression } from '../../feel/expression.js';
import type { MessageDefinition } from '../executable.js';
import { extensionsOf, findElement, findText, idOf, type ModdleElement } from '../moddle.js';
import { constantName } from './constant-name.js';
import type { TransformContext } from './context.js';

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
  return { name: name.isStatic ? name : constantName(startEvent, 'message', name, context), correlationKey: undefined };
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
