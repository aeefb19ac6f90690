/** Names of elements as drawn, per deployed process; a definition never changes, so they are read once. */
import type { BundleService } from '../bundles/bundle-types.js';
import { readProcessModel } from '../bpmn/process-model.js';

export interface NamedProcess {
  readonly bundleId: string;
  readonly bundleName: string;
  /** The element's name, or its id when it has none. */
  nameOf(elementId: string): string;
}

export interface ElementNames {
  /** Undefined when the definition is none of a bundle's. */
  find(processDefinitionKey: string): Promise<NamedProcess | undefined>;
}

export function createElementNames(bundles: Pick<BundleService, 'findByProcessDefinition'>): ElementNames {
  const known = new Map<string, NamedProcess>();
  return {
    find: async (processDefinitionKey) => {
      const found = known.get(processDefinitionKey);
      if (found) return found;
      const version = await bundles.findByProcessDefinition(processDefinitionKey);
      if (!version) return undefined;
      const { elements } = await readProcessModel(version.xml);
      const named: NamedProcess = {
        bundleId: version.id,
        bundleName: version.manifest.name,
        nameOf: (elementId) => elements.get(elementId)?.name || elementId,
      };
      known.set(processDefinitionKey, named);
      return named;
    },
  };
}
