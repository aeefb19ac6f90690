import type { DecisionGraph } from '../dmn/decision-model.js';
import { parseDmn } from '../dmn/parse-dmn.js';
import type { DecisionRequirementsRow } from '../state/rows.js';

/** Compiled decision graphs by decision requirements key; parsed before the commands that need them are processed. */
export class DecisionModels {
  private readonly graphs = new Map<number, DecisionGraph>();

  add(decisionRequirementsKey: number, graph: DecisionGraph): void {
    this.graphs.set(decisionRequirementsKey, graph);
  }

  get(decisionRequirementsKey: number): DecisionGraph {
    const graph = this.graphs.get(decisionRequirementsKey);
    if (graph === undefined)
      throw new Error(`Expected parsed decisions for key ${decisionRequirementsKey}, found none`);
    return graph;
  }

  /** Parses what the store holds, at opening. */
  async load(rows: Iterable<DecisionRequirementsRow>): Promise<void> {
    for (const { key, resource, resourceName } of rows) {
      if (this.graphs.has(key)) continue;
      const parsed = await parseDmn(Buffer.from(resource, 'base64').toString('utf8'), resourceName);
      if (!parsed.ok) throw new Error(`Expected the stored ${resourceName} to be valid: ${parsed.message}`);
      this.add(key, parsed.graph);
    }
  }
}
