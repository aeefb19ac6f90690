import { compileStaticText } from '../../feel/compile-expression.js';
import type { Expression } from '../../feel/expression.js';
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
  return {
    inputMappings: elementsOf(ioMapping, 'inputParameters').map((input) =>
      transformMapping(input, inputSource(input, context), context),
    ),
    outputMappings: elementsOf(ioMapping, 'outputParameters').map((output) =>
      transformMapping(output, context.feel(output, findText(output, 'source')), context),
    ),
  };
}

/** A static text, which stays a text, or FEEL. */
function inputSource(input: ModdleElement, context: TransformContext): Expression {
  const source = findText(input, 'source');
  const expression = context.textOrExpression(input, source);
  return expression.isStatic && source !== undefined ? compileStaticText(source) : expression;
}

/** The source of an output must be FEEL. */
function transformMapping(parameter: ModdleElement, source: Expression, context: TransformContext): Mapping {
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
