import type { ExecutableElement } from '../../../model/executable.js';
import type { ContainerProcessor } from '../element-processor.js';

const processors = new Map<ExecutableElement['kind'], ContainerProcessor>();

/** Makes a container's processor known to what children do at their end; called once per kind by the registry. */
export function registerContainer<E extends ExecutableElement>(
  kind: E['kind'],
  processor: ContainerProcessor<E>,
): void {
  processors.set(kind, processor);
}

export function containerProcessor(element: ExecutableElement): ContainerProcessor {
  const processor = processors.get(element.kind);
  if (processor === undefined) throw new Error(`Expected ${element.id} (${element.kind}) to be able to hold elements`);
  return processor;
}
