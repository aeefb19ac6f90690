import { transformBpmn } from '../model/transform-bpmn.js';
import { DecisionModels } from './decision-models.js';
import type { ExecutableElement, ExecutableProcess } from '../model/executable.js';
import type { ProcessGraphs } from '../state/process-graphs.js';
import type { ProcessRow } from '../state/rows.js';

/** Executable processes by process definition key; parsed before the commands that need them are processed. */
export class Models implements ProcessGraphs {
  private readonly processes = new Map<number, ExecutableProcess>();
  hasEventSubProcesses = false;
  readonly decisions = new DecisionModels();
  private readonly takenIncomingOf = new WeakMap<ExecutableElement, readonly string[]>();

  add(processDefinitionKey: number, process: ExecutableProcess): void {
    this.processes.set(processDefinitionKey, process);
    if (process.hasEventSubProcesses) this.hasEventSubProcesses = true;
  }

  has(processDefinitionKey: number): boolean {
    return this.processes.has(processDefinitionKey);
  }

  get(processDefinitionKey: number): ExecutableProcess {
    const process = this.processes.get(processDefinitionKey);
    if (process === undefined) throw new Error(`Expected a parsed process for key ${processDefinitionKey}, found none`);
    return process;
  }

  /** Parses what the store holds, at opening. */
  async load(rows: Iterable<ProcessRow>): Promise<void> {
    for (const row of rows) {
      if (this.processes.has(row.key)) continue;
      const parsed = await transformBpmn(Buffer.from(row.resource, 'base64').toString('utf8'), row.resourceName);
      if (!parsed.ok) throw new Error(`Expected the stored ${row.resourceName} to be valid: ${parsed.message}`);
      const process = parsed.processes.find((candidate) => candidate.bpmnProcessId === row.bpmnProcessId);
      if (process === undefined) throw new Error(`Expected ${row.resourceName} to hold process ${row.bpmnProcessId}`);
      this.add(row.key, process);
    }
  }

  flowTarget(processDefinitionKey: number, flowId: string): ExecutableElement {
    const process = this.get(processDefinitionKey);
    const flow = process.elements.get(flowId);
    if (flow?.kind !== 'sequence-flow') throw new Error(`Expected ${flowId} to be a sequence flow`);
    return getElement(process, flow.targetId);
  }

  interruptingEventSubProcess(processDefinitionKey: number, elementId: string): string | undefined {
    const process = this.get(processDefinitionKey);
    const start = process.hasEventSubProcesses ? process.elements.get(elementId) : undefined;
    return start?.kind === 'start-event' && start.interrupting ? start.eventSubProcessId : undefined;
  }

  takenIncoming(processDefinitionKey: number, elementId: string): readonly string[] {
    const process = this.get(processDefinitionKey);
    const element = getElement(process, elementId);
    let taken = this.takenIncomingOf.get(element);
    if (taken === undefined) {
      taken = element.incoming.filter((flowId) => {
        const flow = process.elements.get(flowId);
        const source = flow?.kind === 'sequence-flow' ? process.elements.get(flow.sourceId) : undefined;
        return source?.elementType !== 'EVENT_BASED_GATEWAY';
      });
      this.takenIncomingOf.set(element, taken);
    }
    return taken;
  }
}

export function getElement(process: ExecutableProcess, id: string): ExecutableElement {
  const element = process.elements.get(id);
  if (element === undefined) throw new Error(`Expected process ${process.bpmnProcessId} to have element ${id}`);
  return element;
}
