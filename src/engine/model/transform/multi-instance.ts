import { compileExpression, isFeelSource } from '../../feel/compile-expression.js';
import type { ActivityElement, ExecutableElement, LoopCharacteristics, MultiInstanceElement } from '../executable.js';
import { extensionsOf, findElement, findText, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';
import { NO_MAPPINGS } from './mappings.js';

const ACTIVITIES = [
  'scope',
  'job-worker',
  'receive-task',
  'pass-through',
  'script-task',
  'called-decision',
  'call-activity',
];

/** An activity with a multi-instance marker becomes the inside of a body that takes its place; anything else stays. */
export function withLoop(
  element: ExecutableElement,
  source: ModdleElement,
  context: TransformContext,
): ExecutableElement {
  const marker = findElement(source, 'loopCharacteristics');
  if (marker?.$type !== 'bpmn:MultiInstanceLoopCharacteristics' || !isActivity(element)) return element;
  return makeBody(element, transformCharacteristics(marker, context));
}

/** The activity itself, where a multi-instance body stands in its place. */
export function activityOf(element: ExecutableElement): ExecutableElement {
  return element.kind === 'multi-instance' ? element.inner : element;
}

function isActivity(element: ExecutableElement): element is ActivityElement {
  return ACTIVITIES.includes(element.kind);
}

function makeBody(activity: ActivityElement, characteristics: LoopCharacteristics): MultiInstanceElement {
  return {
    kind: 'multi-instance',
    id: activity.id,
    name: activity.name,
    elementType: 'MULTI_INSTANCE_BODY',
    eventType: 'UNSPECIFIED',
    flowScopeId: activity.flowScopeId,
    incoming: activity.incoming,
    outgoing: activity.outgoing,
    ...NO_MAPPINGS,
    boundaryEventIds: activity.boundaryEventIds,
    inner: { ...activity, incoming: [], outgoing: [], boundaryEventIds: [], loop: characteristics },
    characteristics,
  };
}

function transformCharacteristics(marker: ModdleElement, context: TransformContext): LoopCharacteristics {
  const extensions = extensionsOf(marker, 'LoopCharacteristics');
  const [loop] = extensions;
  if (!loop || extensions.length > 1) {
    context.report(marker, "Must have exactly one 'zeebe:loopCharacteristics' extension element");
  }
  const text = (property: string): string | undefined => (loop && findText(loop, property)) || undefined;
  const outputElement = text('outputElement');
  const outputCollection = text('outputCollection');
  if (loop) checkOutputs(loop, outputCollection, outputElement, context);
  const inputElement = text('inputElement');
  const condition = findElement(marker, 'completionCondition');
  const conditionText = condition && (findText(condition, 'body') ?? '').trim();
  return {
    sequential: marker['isSequential'] === true,
    inputCollection: loop ? context.feel(loop, text('inputCollection')) : compileExpression(''),
    inputElement,
    outputCollection,
    outputElement: loop && outputElement ? context.feel(loop, outputElement) : undefined,
    outputVariable: findLocalOutput(outputElement, inputElement),
    completionCondition: conditionText ? context.textOrExpression(marker, conditionText) : undefined,
  };
}

function checkOutputs(
  loop: ModdleElement,
  outputCollection: string | undefined,
  outputElement: string | undefined,
  context: TransformContext,
): void {
  if (outputCollection !== undefined && outputElement === undefined) {
    context.report(loop, "Attribute 'outputElement' must be present if the attribute 'outputCollection' is set");
  }
  if (outputElement !== undefined && outputCollection === undefined) {
    context.report(loop, "Attribute 'outputCollection' must be present if the attribute 'outputElement' is set");
  }
}

/** The variable that the output is read from (`a` of `=a.b`), unless it is one that the instance gets anyway. */
function findLocalOutput(outputElement: string | undefined, inputElement: string | undefined): string | undefined {
  if (outputElement === undefined || !isFeelSource(outputElement)) return undefined;
  const name = /^=\s*([\p{L}_$][\p{L}\p{N}_$]*)(\s*\.\s*[\p{L}_$][\p{L}\p{N}_$]*)*\s*$/u.exec(outputElement)?.[1];
  const isOther = name !== undefined && !['true', 'false', 'null', 'loopCounter', inputElement].includes(name);
  return isOther ? name : undefined;
}
