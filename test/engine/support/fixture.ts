import { fileURLToPath } from 'node:url';

/** Path of a BPMN file beside the element specs. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../processing/bpmn/${name}`, import.meta.url));
}
