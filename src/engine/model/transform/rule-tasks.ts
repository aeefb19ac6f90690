/** Tasks that are a job or something the engine carries out itself. */
import type { CalledDecisionElement, JobWorkerElement, ScriptTaskElement } from '../executable.js';
import { extensionsOf, findText, type ModdleElement } from '../moddle.js';
import { transformJobTask } from './activities.js';
import type { TransformContext } from './context.js';
import { baseOf, type Source } from './element-base.js';

export function transformSendTask(source: Source, context: TransformContext): JobWorkerElement {
  checkEitherOne(source, 'publishMessage', context);
  return transformJobTask(source, 'SEND_TASK', context);
}

export function transformBusinessRuleTask(
  source: Source,
  context: TransformContext,
): JobWorkerElement | CalledDecisionElement {
  checkEitherOne(source, 'calledDecision', context);
  const [called] = extensionsOf(source.element, 'calledDecision');
  if (!called) return transformJobTask(source, 'BUSINESS_RULE_TASK', context);
  const decisionId = findText(called, 'decisionId');
  return {
    kind: 'called-decision',
    ...baseOf(source, 'BUSINESS_RULE_TASK', context),
    boundaryEventIds: source.boundaryEventIds,
    decisionId: context.textOrExpression(called, decisionId),
    resultVariable: resultVariableOf(called, decisionId, context),
  };
}

export function transformScriptTask(source: Source, context: TransformContext): JobWorkerElement | ScriptTaskElement {
  const { element } = source;
  checkEitherOne(source, 'script', context);
  const [script] = extensionsOf(element, 'Script');
  if (!script) return transformJobTask(source, 'SCRIPT_TASK', context);
  const expression = findText(script, 'expression');
  return {
    kind: 'script-task',
    ...baseOf(source, 'SCRIPT_TASK', context),
    boundaryEventIds: source.boundaryEventIds,
    script: context.feel(script, expression),
    resultVariable: resultVariableOf(script, expression, context),
  };
}

/** Looked at only where there is an expression: Zeebe stops at the first problem of an element. */
function resultVariableOf(extension: ModdleElement, expression: string | undefined, context: TransformContext): string {
  const name = findText(extension, 'resultVariable') ?? '';
  if (expression && name === '') context.report(extension, "Attribute 'resultVariable' must be present and not empty");
  return name;
}

function checkEitherOne({ element }: Source, own: string, context: TransformContext): void {
  const count = extensionsOf(element, own).length + extensionsOf(element, 'taskDefinition').length;
  if (count === 1) return;
  context.report(element, `Must have either one 'zeebe:${own}' or one 'zeebe:taskDefinition' extension element`);
}
