import type { Mapping } from '../executable.js';
import { elementsOf, findExtension, findText, type ModdleElement } from '../moddle.js';
import type { TransformContext } from './context.js';

const PATH_PATTERN = '[a-zA-Z_][a-zA-Z0-9_]*(\\.[a-zA-Z_][a-zA-Z0-9_]*)*';
const PATH = new RegExp(`^${PATH_PATTERN}$`);
const RESERVED = ['null', 'true', 'false', 'function', 'if', 'then', 'else', 'for', 'between', 'instance', 'of'];

export interface Mappings {
  readonly inputMappings: readonly Mapping[];
  readonly outputMappings: readonly Mapping[];
}

export const NO_MAPPINGS: Mappings = { inputMappings: [], outputMappings: [] };

/** `zeebe:ioMapping` of the element. */
export function transformMappings(element: ModdleElement, context: TransformContext): Mappings {
  const ioMapping = findExtension(element, 'IoMapping');
  if (!ioMapping) return NO_MAPPINGS;
  const transformAll = (property: string): Mapping[] =>
    elementsOf(ioMapping, property).map((parameter) => transformMapping(parameter, context));
  return { inputMappings: transformAll('inputParameters'), outputMappings: transformAll('outputParameters') };
}

function transformMapping(parameter: ModdleElement, context: TransformContext): Mapping {
  const source = context.feel(parameter, findText(parameter, 'source'));
  const target = findText(parameter, 'target') ?? '';
  const problem = findPathProblem(target);
  if (problem !== undefined) context.report(parameter, problem);
  return { source, target: target.split('.') };
}

function findPathProblem(target: string): string | undefined {
  if (target === '') return 'Expected path expression but not found.';
  if (RESERVED.includes(target)) {
    return `Expected path expression '${target}' but is one of the reserved words (${RESERVED.join(', ')}).`;
  }
  if (PATH.test(target)) return undefined;
  return `Expected path expression '${target}' but doesn't match the pattern '${PATH_PATTERN}'.`;
}
