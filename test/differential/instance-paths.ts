import type { CollectedRecord } from '../conformance/support/record-collector.js';

/** Process ids and message names begin with an id of the run. @returns them with `ID` in its place */
export function withoutRun(text: string): string {
  return text.replace(/\bd[0-9a-f]{8}x\d+x/g, 'ID');
}

/** Element instances by where they are: `p/sub1#1/task2#3` is the third activation of task2 in the first of sub1. */
export class InstancePaths {
  readonly #paths = new Map<number, string>();
  readonly #counts = new Map<string, number>();

  /** Records of one played instance (and those that it called), in order. */
  take({ valueType, intent, key, value }: CollectedRecord): void {
    if (valueType !== 'PROCESS_INSTANCE' || intent === 'SEQUENCE_FLOW_TAKEN' || this.#paths.has(key)) return;
    const scope = Number(value['flowScopeKey']);
    const parent = this.#paths.get(scope === -1 ? Number(value['parentElementInstanceKey']) : scope) ?? '';
    const place = `${parent}/${withoutRun(String(value['elementId']))}`;
    const nth = (this.#counts.get(place) ?? 0) + 1;
    this.#counts.set(place, nth);
    this.#paths.set(key, `${place}#${nth}`);
  }

  of(key: unknown): string {
    return this.#paths.get(Number(key)) ?? '?';
  }
}
