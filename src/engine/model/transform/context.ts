import { compileExpression, ExpressionSyntaxError, isFeelSource } from '../../feel/compile-expression.js';
import type { Expression } from '../../feel/expression.js';
import { idOf, tagOf, type ModdleElement } from '../moddle.js';
import type { Problems } from '../problems.js';

/** What the transformers of one resource share. */
export class TransformContext {
  readonly problems: Problems;
  /** Scopes with a start event that was refused: their start events are not counted. */
  readonly scopesWithRefusedStart = new Set<string>();

  constructor(problems: Problems) {
    this.problems = problems;
  }

  report(element: ModdleElement, problem: string): void {
    this.problems.add(pathOf(element), problem);
  }

  /** An expression or a static text that must be there; reports and answers a stand-in when it is not. */
  textOrExpression(owner: ModdleElement, source: string | undefined): Expression {
    if (source === undefined || source.trim() === '') {
      this.report(owner, 'Expected expression but not found.');
      return compileExpression('');
    }
    return this.#compile(owner, source);
  }

  /** As `textOrExpression`, for what may be left out. */
  findTextOrExpression(owner: ModdleElement, source: string | undefined): Expression | undefined {
    return source === undefined || source === '' ? undefined : this.#compile(owner, source);
  }

  /** FEEL that must be there, with its `=`. */
  feel(owner: ModdleElement, source: string | undefined): Expression {
    if (source !== undefined && source !== '' && !isFeelSource(source)) {
      const hint = `An expression must start with '=' (e.g. '=${source}').`;
      this.report(owner, `Expected expression but found static value '${source}'. ${hint}`);
      return compileExpression('');
    }
    return this.textOrExpression(owner, source);
  }

  #compile(owner: ModdleElement, source: string): Expression {
    try {
      return compileExpression(source);
    } catch (error) {
      if (!(error instanceof ExpressionSyntaxError)) throw error;
      this.report(owner, error.message);
      return compileExpression('');
    }
  }
}

/** How Zeebe names what a problem is about: the id, or the way down from the nearest element with one. */
export function pathOf(element: ModdleElement): string {
  if (element.$type === 'bpmn:Definitions') return 'definitions';
  if (element.id && !isPartOfAnElement(element)) return idOf(element);
  const parent = element.$parent;
  return parent ? `${pathOf(parent)} > ${partName(element)}` : tagOf(element);
}

function isPartOfAnElement(element: ModdleElement): boolean {
  return /Expression$/.test(element.$type) || element.$type.startsWith('zeebe:');
}

function partName(element: ModdleElement): string {
  return /Expression$/.test(element.$type) ? 'conditionExpression' : tagOf(element);
}
