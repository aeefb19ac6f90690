import type { ExecutableElement, ExecutableProcess } from './executable.js';
import { elementsOf, findElement, findExtension, findText, isType, type ModdleElement } from './moddle.js';
import { parseBpmn } from './parse-bpmn.js';
import { Problems } from './problems.js';
import { findStraightThroughLoop } from './straight-through-loop.js';
import { TransformContext } from './transform/context.js';
import { checkCompetingEvents, checkStartEvents } from './transform/scope-checks.js';
import { activityOf } from './transform/multi-instance.js';
import { transformProcess } from './transform/scope.js';

export type TransformResult =
  | { readonly ok: true; readonly processes: ExecutableProcess[] }
  /** Zeebe's text about the resource: what stands below "… encountered the following errors:". */
  | { readonly ok: false; readonly message: string };

/**
 * BPMN XML → the executable processes in it, or what is wrong with it. Only processes marked executable are deployed;
 * the others are not looked at.
 * @param resourceName file name, for the message
 */
export async function transformBpmn(xml: string, resourceName: string): Promise<TransformResult> {
  const parsed = await parseBpmn(xml);
  if (!parsed.ok) return { ok: false, message: `'${resourceName}': ${parsed.message}` };
  const problems = new Problems();
  const context = new TransformContext(problems);
  const sources = executableProcessesOf(parsed.definitions);
  if (sources.length === 0) problems.add('definitions', 'Must contain at least one executable process');
  const processes = sources.map((source) => transformOne(source, context));
  if (!problems.isEmpty) return { ok: false, message: `'${resourceName}': ${problems.toString()}` };
  return checkLoops(processes, resourceName) ?? { ok: true, processes };
}

function executableProcessesOf(definitions: ModdleElement): ModdleElement[] {
  return elementsOf(definitions, 'rootElements').filter(
    (element) => isType(element, 'bpmn:Process') && element['isExecutable'] === true,
  );
}

function transformOne(source: ModdleElement, context: TransformContext): ExecutableProcess {
  const elements = new Map<string, ExecutableElement>();
  if (!source.id) context.report(source, 'Must have an id');
  const root = transformProcess(source, elements, context);
  checkStartMessages(source, context);
  for (const element of elements.values()) {
    const scope = activityOf(element);
    const isCounted = scope.kind === 'scope' && !context.scopesWithRefusedStart.has(scope.id);
    if (isCounted) checkStartEvents(scope, elements, context.problems);
    checkCompetingEvents(element, elements, context.problems);
  }
  const versionTag = findExtension(source, 'VersionTag');
  return {
    bpmnProcessId: root.id,
    name: root.name,
    versionTag: versionTag && findText(versionTag, 'value'),
    elements,
    root,
    waitsForSignals: [...elements.values()].some(waitsForSignal),
    hasCompensation: [...elements.values()].some(isCompensationBoundary),
    hasEventSubProcesses: [...elements.values()].some(({ elementType }) => elementType === 'EVENT_SUB_PROCESS'),
  };
}

function isCompensationBoundary(element: ExecutableElement): boolean {
  return element.kind === 'boundary-event' && element.trigger.type === 'compensation';
}

/** Start events of the process itself wait with the deployment, not with an element instance. */
function waitsForSignal(element: ExecutableElement): boolean {
  return element.kind !== 'end-event' && element.kind !== 'throw-event' && element.eventType === 'SIGNAL';
}

function checkStartMessages(process: ModdleElement, context: TransformContext): void {
  const seen = new Set<ModdleElement>();
  for (const start of elementsOf(process, 'flowElements').filter((element) => isType(element, 'bpmn:StartEvent'))) {
    for (const definition of elementsOf(start, 'eventDefinitions')) {
      const message = findElement(definition, 'messageRef');
      if (!message) continue;
      if (seen.has(message)) context.report(message, 'A message cannot be referred by more than one start event');
      seen.add(message);
    }
  }
}

function checkLoops(processes: readonly ExecutableProcess[], resourceName: string): TransformResult | undefined {
  for (const process of processes) {
    const loop = findStraightThroughLoop(process, processes);
    if (!loop) continue;
    const problem = `Processes are not allowed to contain a straight-through processing loop: ${loop.join(' > ')}`;
    return {
      ok: false,
      message: `\`${resourceName}\`: - Process: ${process.bpmnProcessId}\n    - ERROR: ${problem}\n`,
    };
  }
  return undefined;
}
