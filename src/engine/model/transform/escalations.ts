import type { EventTrigger } from '../executable.js';
import { findElement, findText, isType, type ModdleElement } from '../moddle.js';
import { caughtCode } from './caught-code.js';
import type { TransformContext } from './context.js';

type EscalationTrigger = Extract<EventTrigger, { type: 'escalation' }>;

export function transformThrownEscalation(definition: ModdleElement, context: TransformContext): EscalationTrigger {
  const escalation = findElement(definition, 'escalationRef');
  if (!escalation) {
    context.report(definition, 'Must reference an escalation');
    return { type: 'escalation', escalationCode: undefined };
  }
  const code = findText(escalation, 'escalationCode');
  if (!code) context.report(escalation, 'EscalationCode must be present and not empty');
  return { type: 'escalation', escalationCode: context.findTextOrExpression(escalation, code) };
}

export function transformCaughtEscalation(definition: ModdleElement, context: TransformContext): EscalationTrigger {
  return { type: 'escalation', escalationCode: caughtCode(definition, 'escalation', context) };
}

export function checkEscalationBoundary(event: ModdleElement, context: TransformContext): void {
  const activity = findElement(event, 'attachedToRef');
  if (!activity || isType(activity, 'bpmn:SubProcess', 'bpmn:CallActivity')) return;
  context.report(event, 'An escalation boundary event should only be attached to a subprocess, or a call activity.');
}
