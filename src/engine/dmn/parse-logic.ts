/** Decision logic, from moddle's tree to the model that is evaluated. Problems are collected, as Zeebe does. */
import { compileFeelLogic, type FeelLogic } from '../feel/compile-feel.js';
import type {
  BoxedContext,
  DecisionLogic,
  Invocation,
  KnowledgeModel,
  NamedLogic,
  Parameter,
} from './decision-model.js';
import { elementsOf, findElement, findReference, findText, kindOf, type DmnElement } from './moddle.js';
import { parseTable } from './parse-table.js';

/** Stands for logic that a problem was reported for; never evaluated. */
const NULL_EXPRESSION: FeelLogic = { text: 'null', evaluate: () => ({ ok: true, value: null }) };
const NO_LOGIC: DecisionLogic = { kind: 'literal', expression: NULL_EXPRESSION };

const FEEL_LANGUAGES = [
  'feel',
  'http://www.omg.org/spec/FEEL/20140401',
  'http://www.omg.org/spec/DMN/20180521/FEEL/',
  'https://www.omg.org/spec/DMN/20191111/FEEL/',
].map((language) => language.toLowerCase());

export class LogicParser {
  readonly problems: string[] = [];
  /** Id of a business knowledge model that is required and not there. */
  unknownKnowledge: string | undefined;
  private readonly elements: readonly DmnElement[];
  /** By name, as invocations name them; those only that a decision requires. */
  private readonly knowledge = new Map<string, KnowledgeModel>();
  private readonly expressions = new Map<string, FeelLogic>();

  constructor(elements: readonly DmnElement[]) {
    this.elements = elements;
  }

  report(problem: string): void {
    this.problems.push(problem);
  }

  requiredKnowledge(element: DmnElement): KnowledgeModel[] {
    return elementsOf(element, 'knowledgeRequirement').flatMap((requirement) => {
      const id = findReference(requirement, 'requiredKnowledge');
      const found = this.elements.find((candidate) => candidate.id === id);
      if (!found) this.unknownKnowledge ??= id;
      return found ? [this.knowledgeModel(found)] : [];
    });
  }

  /** The logic of a decision itself. */
  decisionLogic(element: DmnElement | undefined): DecisionLogic {
    if (element && kindOf(element) !== 'FunctionDefinition') return this.logic(element);
    this.report(`unsupported decision expression '${element ? kindOf(element) : 'null'}'`);
    return NO_LOGIC;
  }

  logic(element: DmnElement): DecisionLogic {
    switch (kindOf(element)) {
      case 'DecisionTable':
        return parseTable(element, this);
      case 'LiteralExpression':
        return { kind: 'literal', expression: this.expression(element) };
      case 'Context':
        return this.context(element);
      case 'List':
        return { kind: 'list', items: elementsOf(element, 'elements').map((item) => this.logic(item)) };
      case 'Relation':
        return this.relation(element);
      case 'Invocation':
        return this.invocation(element);
      case 'FunctionDefinition':
        return this.functionDefinition(element);
      default:
        this.report(`unsupported expression found '${kindOf(element)}'`);
        return NO_LOGIC;
    }
  }

  /** FEEL; the same text is compiled, and complained about, once. */
  expression(element: DmnElement): FeelLogic {
    const text = findText(element, 'text');
    if (text === undefined) {
      this.report(`The expression '${element.id ?? 'null'}' must not be empty.`);
      return NULL_EXPRESSION;
    }
    if (!this.isFeel(element)) return NULL_EXPRESSION;
    const known = this.expressions.get(text);
    if (known) return known;
    const compiled = compileFeelLogic(text);
    if (!compiled.ok) this.report(`FEEL expression: failed to parse expression '${text}': ${compiled.problem}`);
    const logic = compiled.ok ? compiled.logic : NULL_EXPRESSION;
    this.expressions.set(text, logic);
    return logic;
  }

  isFeel(element: DmnElement): boolean {
    const language = (findText(element, 'expressionLanguage') ?? 'feel').toLowerCase();
    if (FEEL_LANGUAGES.includes(language)) return true;
    this.report(`Expression language '${language}' is not supported`);
    return false;
  }

  private knowledgeModel(element: DmnElement): KnowledgeModel {
    const { id = '', name = '' } = element;
    const known = this.knowledge.get(name);
    if (known) return known;
    const requiredKnowledge = this.requiredKnowledge(element);
    const definition = findElement(element, 'encapsulatedLogic');
    const body = definition && findElement(definition, 'body');
    const parameters = definition ? parametersOf(definition) : [];
    const model = { id, name, parameters, requiredKnowledge, logic: definition && this.knowledgeLogic(body) };
    this.knowledge.set(name, model);
    return model;
  }

  private knowledgeLogic(body: DmnElement | undefined): DecisionLogic {
    if (body && !['Invocation', 'FunctionDefinition'].includes(kindOf(body))) return this.logic(body);
    this.report(`unsupported business knowledge model logic found '${body ? kindOf(body) : 'null'}'`);
    return NO_LOGIC;
  }

  private context(element: DmnElement): BoxedContext {
    const entries = elementsOf(element, 'contextEntry');
    const named: NamedLogic[] = [];
    let result: DecisionLogic | undefined;
    if (entries.length === 0) this.report('A context must have at least one entry');
    for (const [place, entry] of entries.entries()) {
      const name = findElement(entry, 'variable')?.name;
      const value = findElement(entry, 'value');
      if (!value) this.report(`unsupported expression found 'null'`);
      const logic = value ? this.logic(value) : NO_LOGIC;
      if (name !== undefined) named.push({ name, logic });
      else if (place === entries.length - 1) result = logic;
      else this.report('Every context entry but the last must have a variable with a name');
    }
    return { kind: 'context', entries: named, result };
  }

  private relation(element: DmnElement): DecisionLogic {
    const columns = elementsOf(element, 'column').map(({ name = '' }) => name);
    const rows = elementsOf(element, 'row').map((row) => elementsOf(row, 'elements'));
    for (const row of rows) {
      if (row.length !== columns.length) {
        this.report(`expected row with '${columns.length}' elements but found '${row.length}'`);
      }
    }
    const parsed = rows.map((row) =>
      row.slice(0, columns.length).map((cell, place) => ({ name: columns[place] ?? '', logic: this.logic(cell) })),
    );
    return { kind: 'relation', rows: parsed };
  }

  private invocation(element: DmnElement): Invocation | typeof NO_LOGIC {
    const bindings = elementsOf(element, 'binding').flatMap((binding) => {
      const formula = findElement(binding, 'bindingFormula');
      const name = findElement(binding, 'parameter')?.name ?? '';
      if (formula && kindOf(formula) === 'LiteralExpression') return [{ name, expression: this.expression(formula) }];
      this.report(`expected binding with literal expression but found '${formula ? kindOf(formula) : 'null'}'`);
      return [];
    });
    const called = findElement(element, 'calledFunction');
    if (!called || kindOf(called) !== 'LiteralExpression') {
      this.report(`expected invocation with literal expression but found '${called ? kindOf(called) : 'null'}'`);
      return NO_LOGIC;
    }
    const name = findText(called, 'text') ?? '';
    const knowledge = this.knowledge.get(name);
    if (knowledge) return { kind: 'invocation', knowledge, bindings };
    this.report(`no BKM found with name '${name}'`);
    return NO_LOGIC;
  }

  private functionDefinition(element: DmnElement): DecisionLogic {
    const body = findElement(element, 'body');
    if (body && kindOf(body) === 'LiteralExpression') {
      return { kind: 'function', parameters: parametersOf(element), body: this.expression(body) };
    }
    this.report(`expected literal expression but found '${body ? kindOf(body) : 'null'}'`);
    return NO_LOGIC;
  }
}

function parametersOf(definition: DmnElement): Parameter[] {
  return elementsOf(definition, 'formalParameter').map((parameter) => ({
    name: parameter.name ?? '',
    typeRef: findText(parameter, 'typeRef'),
  }));
}
