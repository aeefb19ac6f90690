/** Tasks that are a job or something the engine carries out itself. */
import type { JobWorkerElement, ScriptTaskElement } from '../executable.js';
import { extensionsOf, findText } from '../moddle.js';
import { transformJobTask } from './activities.js';
import type { TransformContext } from './context.js';
import { baseOf, type Source } from './element-base.js';

export function transformSendTask(source: Source, context: TransformContext): JobWorkerElement {
  checkEitherOne(source, 'publishMessage', context);
  return transformJobTask(source, 'SEND_TASK', context);
}

export function transformBusinessRuleTask(source: Source, context: TransformContext): JobWorkerElement {
  checkEitherOne(source, 'calledDecision', context);
  return transformJobTask(source, 'BUSINESS_RULE_TASK', context);
}

export function transformScriptTask(source: Source, context: TransformContext): JobWorkerElement | ScriptTaskElement {
  const { element } = source;
  checkEitherOne(source, 'script', context);
  const [script] = extensionsOf(element, 'Script');
  if (!script) return transformJobTask(source, 'SCRIPT_TASK', context);
  const expression = findText(script, 'expression');
  const resultVariable = findText(script, 'resultVariable') ?? '';
  if (expression && resultVariable === '') {
    context.report(script, "Attribute 'resultVariable' must be present and not empty");
  }
  return {
    kind: 'script-task',
    ...baseOf(source, 'SCRIPT_TASK', context),
    boundaryEventIds: source.boundaryEventIds,
    script: context.feel(script, expression),
    resultVariable,
  };
}

function checkEitherOne({ element }: Source, own: string, context: TransformContext): void {
  const count = extensionsOf(element, own).length + extensionsOf(element, 'taskDefinition').length;
  if (count === 1) return;
  context.report(element, `Must have either one 'zeebe:${own}' or one 'zeebe:taskDefinition' extension element`);
}
