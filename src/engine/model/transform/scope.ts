import type { ExecutableElement, ScopeElement } from '../executable.js';
import { elementsOf, findElement, findText, idOf, isType, type ModdleElement } from '../moddle.js';
import {
  transformCallActivity,
  transformPassThrough,
  transformReceiveTask,
  transformServiceTask,
  transformUserTask,
} from './activities.js';
import type { TransformContext } from './context.js';
import { baseOf, type Source } from './element-base.js';
import { transformBusinessRuleTask, transformScriptTask, transformSendTask } from './rule-tasks.js';
import {
  transformBoundaryEvent,
  transformCatchEvent,
  transformStartEvent,
  transformEventSubProcessStart,
} from './events.js';
import {
  transformEventBasedGateway,
  transformExclusiveGateway,
  transformInclusiveGateway,
  transformParallelGateway,
  transformSequenceFlow,
} from './gateways.js';
import { withLoop } from './multi-instance.js';
import { checkLinks } from './links.js';
import { NO_MAPPINGS } from './mappings.js';
import { transformEndEvent, transformThrowEvent } from './throw-events.js';
import { reportUnsupported } from './unsupported.js';

/** Transforms what the scope holds into `elements` and answers the scope itself, which it also puts there. */
export function transformProcess(
  process: ModdleElement,
  elements: Map<string, ExecutableElement>,
  context: TransformContext,
): ScopeElement {
  const contents = transformContents(process, elements, context);
  const scope: ScopeElement = {
    kind: 'scope',
    id: idOf(process),
    name: findText(process, 'name'),
    elementType: 'PROCESS',
    eventType: 'UNSPECIFIED',
    flowScopeId: undefined,
    incoming: [],
    outgoing: [],
    ...NO_MAPPINGS,
    boundaryEventIds: [],
    ...contents,
  };
  elements.set(scope.id, scope);
  return scope;
}

function transformSubProcess(
  source: Source,
  elements: Map<string, ExecutableElement>,
  context: TransformContext,
): ScopeElement {
  return {
    kind: 'scope',
    ...baseOf(source, isEventSubProcess(source.element) ? 'EVENT_SUB_PROCESS' : 'SUB_PROCESS', context),
    boundaryEventIds: source.boundaryEventIds,
    ...transformContents(source.element, elements, context),
  };
}

type Contents = Pick<ScopeElement, 'childIds' | 'startEventIds' | 'eventSubProcessStartIds' | 'noneStartEventId'>;

function transformContents(
  scope: ModdleElement,
  elements: Map<string, ExecutableElement>,
  context: TransformContext,
): Contents {
  const flowElements = elementsOf(scope, 'flowElements');
  const flows = flowElements.filter((element) => isType(element, 'bpmn:SequenceFlow'));
  const nodes = flowElements.filter((element) => isFlowNode(element));
  for (const flow of flows) elements.set(idOf(flow), transformSequenceFlow(flow, idOf(scope), context));
  const children: ExecutableElement[] = [];
  for (const node of nodes) {
    if (reportUnsupported(node, context)) {
      if (isType(node, 'bpmn:StartEvent')) context.scopesWithRefusedStart.add(idOf(scope));
      continue;
    }
    const child = withLoop(transformNode(sourceOf(node, scope, flows, nodes), flows, elements, context), node, context);
    elements.set(child.id, child);
    children.push(child);
  }
  checkLinks(idOf(scope), children, context.problems);
  const starts = children.filter((child) => child.kind === 'start-event');
  return {
    childIds: children.map((child) => child.id),
    startEventIds: starts.map((start) => start.id),
    eventSubProcessStartIds: children.flatMap((child) =>
      child.elementType === 'EVENT_SUB_PROCESS' && child.kind === 'scope' ? child.startEventIds.slice(0, 1) : [],
    ),
    noneStartEventId: starts.find((start) => start.trigger.type === 'none')?.id,
  };
}

/** Data objects and the like are part of the drawing only. */
function isFlowNode(element: ModdleElement): boolean {
  return !isType(
    element,
    'bpmn:SequenceFlow',
    'bpmn:DataObject',
    'bpmn:DataObjectReference',
    'bpmn:DataStoreReference',
  );
}

function sourceOf(
  element: ModdleElement,
  scope: ModdleElement,
  flows: ModdleElement[],
  nodes: ModdleElement[],
): Source {
  const flowsWith = (end: 'sourceRef' | 'targetRef'): string[] =>
    flows.filter((flow) => findElement(flow, end) === element).map(idOf);
  return {
    element,
    scopeId: idOf(scope),
    incoming: flowsWith('targetRef'),
    // Measured on Zeebe 8.5.8: what is written last in the XML comes first, for flows and for boundary events. It decides
    // which of several conditions that hold an exclusive gateway follows.
    outgoing: flowsWith('sourceRef').reverse(),
    boundaryEventIds: nodes
      .filter((node) => findElement(node, 'attachedToRef') === element)
      .map(idOf)
      .reverse(),
  };
}

function transformNode(
  source: Source,
  flows: readonly ModdleElement[],
  elements: Map<string, ExecutableElement>,
  context: TransformContext,
): ExecutableElement {
  switch (source.element.$type) {
    case 'bpmn:SubProcess':
      return transformSubProcess(source, elements, context);
    case 'bpmn:ServiceTask':
      return transformServiceTask(source, context);
    case 'bpmn:SendTask':
      return transformSendTask(source, context);
    case 'bpmn:ScriptTask':
      return transformScriptTask(source, context);
    case 'bpmn:BusinessRuleTask':
      return transformBusinessRuleTask(source, context);
    case 'bpmn:UserTask':
      return transformUserTask(source, context);
    case 'bpmn:ReceiveTask':
      return transformReceiveTask(source, context);
    case 'bpmn:CallActivity':
      return transformCallActivity(source, context);
    case 'bpmn:ManualTask':
      return transformPassThrough(source, 'MANUAL_TASK', context);
    case 'bpmn:Task':
      return transformPassThrough(source, 'TASK', context);
    case 'bpmn:IntermediateThrowEvent':
      return transformThrowEvent(source, context);
    case 'bpmn:ExclusiveGateway':
      return transformExclusiveGateway(source, context);
    case 'bpmn:InclusiveGateway':
      return transformInclusiveGateway(source, context);
    case 'bpmn:ParallelGateway':
      return transformParallelGateway(source, context);
    case 'bpmn:EventBasedGateway':
      return transformEventBasedGateway(source, flows, context);
    case 'bpmn:StartEvent':
      return isEventSubProcess(source.element.$parent)
        ? transformEventSubProcessStart(source, context)
        : transformStartEvent(source, isProcess(source), context);
    case 'bpmn:EndEvent':
      return transformEndEvent(source, context);
    case 'bpmn:IntermediateCatchEvent':
      return transformCatchEvent(source, context);
    case 'bpmn:BoundaryEvent':
      return transformBoundaryEvent(source, context);
    default:
      throw new Error(`No transformer for ${source.element.$type}, which 'unsupported' lets pass`);
  }
}

function isEventSubProcess(element: ModdleElement | undefined): boolean {
  return element?.['triggeredByEvent'] === true;
}

function isProcess(source: Source): boolean {
  return source.element.$parent?.$type === 'bpmn:Process';
}
