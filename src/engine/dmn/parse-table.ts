import { compileUnaryTests, type UnaryTests } from '../feel/compile-unary-tests.js';
import type { FeelLogic } from '../feel/compile-feel.js';
import type { Aggregation, DecisionTable, HitPolicy, TableOutput, TableRule } from './decision-model.js';
import { elementsOf, findElement, findText, type DmnElement } from './moddle.js';

/** What a table needs of the parser of logic. */
export interface TableParser {
  report(problem: string): void;
  expression(element: DmnElement): FeelLogic;
  isFeel(element: DmnElement): boolean;
}

const NO_TESTS: UnaryTests = { text: '', matches: () => ({ ok: true, value: true }) };
const NULL_TEXT: DmnElement = { $type: 'dmn:LiteralExpression', text: 'null' };

export function parseTable(element: DmnElement, parser: TableParser): DecisionTable {
  const hitPolicy = (findText(element, 'hitPolicy') ?? 'UNIQUE') as HitPolicy;
  const aggregation = findText(element, 'aggregation') as Aggregation | undefined;
  const outputElements = elementsOf(element, 'output');
  if (outputElements.length > 1) checkSeveralOutputs(outputElements, hitPolicy, aggregation, parser);
  return {
    kind: 'table',
    hitPolicy,
    aggregation,
    inputs: elementsOf(element, 'input').map((input) => parseInput(input, parser)),
    outputs: outputElements.map((output) => parseOutput(output, parser)),
    rules: elementsOf(element, 'rule').map((rule) => parseRule(rule, parser)),
  };
}

function checkSeveralOutputs(
  outputs: readonly DmnElement[],
  hitPolicy: HitPolicy,
  aggregation: Aggregation | undefined,
  parser: TableParser,
): void {
  if (hitPolicy === 'COLLECT' && aggregation !== undefined) {
    parser.report("hit policy 'COLLECT' with aggregator is not defined for compound output");
  }
  for (const output of outputs) {
    if (output.name === undefined) {
      parser.report(`no output name defined for \`${findText(output, 'label') ?? 'null'}\``);
    }
  }
}

function parseInput(element: DmnElement, parser: TableParser): DecisionTable['inputs'][number] {
  const expression = findElement(element, 'inputExpression');
  if (!expression) parser.report(`The input '${element.id ?? ''}' must have an expression`);
  const compiled = parser.expression(expression ?? NULL_TEXT);
  return {
    id: idOf(element, 'input', parser),
    label: findText(element, 'label') ?? compiled.text,
    expression: compiled,
  };
}

function parseOutput(element: DmnElement, parser: TableParser): TableOutput {
  const name = element.name ?? '';
  const values = findElement(element, 'outputValues');
  const defaultValue = findElement(element, 'defaultOutputEntry');
  return {
    id: idOf(element, 'output', parser),
    label: findText(element, 'label') ?? name,
    name,
    values: ((values && findText(values, 'text')) ?? '').split(',').map((value) => value.trim().replace(/["']/g, '')),
    defaultValue: defaultValue && parser.expression(defaultValue),
  };
}

function parseRule(element: DmnElement, parser: TableParser): TableRule {
  return {
    id: idOf(element, 'rule', parser),
    tests: elementsOf(element, 'inputEntry').map((entry) => parseTests(entry, parser)),
    outputs: elementsOf(element, 'outputEntry').map((entry) => parser.expression(entry)),
  };
}

function parseTests(element: DmnElement, parser: TableParser): UnaryTests {
  if (!parser.isFeel(element)) return NO_TESTS;
  const text = findText(element, 'text') ?? '';
  const compiled = compileUnaryTests(text);
  if (compiled.ok) return compiled.tests;
  parser.report(`FEEL unary-tests: failed to parse expression '${text}': ${compiled.problem}`);
  return NO_TESTS;
}

/** Zeebe deploys tables without these ids and then cannot evaluate them. */
function idOf(element: DmnElement, what: string, parser: TableParser): string {
  if (element.id === undefined) parser.report(`Every ${what} of a decision table must have an id`);
  return element.id ?? '';
}
