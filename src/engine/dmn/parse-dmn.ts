import { DmnModdle } from 'dmn-moddle';
import type { Decision, DecisionGraph } from './decision-model.js';
import { LogicParser } from './parse-logic.js';
import { elementsOf, findElement, findReference, findText, kindOf, type DmnElement } from './moddle.js';
import { inMutableMapOrder } from './scala-order.js';

export type ParsedDmn =
  | { readonly ok: true; readonly graph: DecisionGraph }
  /** One problem a line, as Zeebe prints them below "… encountered the following errors:". */
  | { readonly ok: false; readonly message: string };

/** The model is not worth looking at any further. */
class DmnProblem extends Error {
  override name = 'DmnProblem';
}

const DMN_1_3 = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** DMN 1.1 to 1.5: Zeebe takes them all for what we read of them. */
const OTHER_VERSIONS =
  /https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20151101\/dmn(?:11)?\.xsd|(?:20180521|20211108|20230324)\/MODEL\/)/g;

/**
 * DMN XML → its decisions, compiled, or what is wrong with them.
 * @param resourceName file name, for the message
 */
export async function parseDmn(xml: string, resourceName: string): Promise<ParsedDmn> {
  try {
    const definitions = await readXml(xml);
    const parser = new LogicParser(elementsOf(definitions, 'drgElement'));
    const decisions = parseDecisions(definitions, parser);
    if (parser.problems.length > 0) return refuse(resourceName, parser.problems.join('\n'));
    const { id = '', name = '' } = definitions;
    return { ok: true, graph: { id, name, namespace: findText(definitions, 'namespace') ?? '', decisions } };
  } catch (error) {
    if (error instanceof DmnProblem) return refuse(resourceName, error.message);
    throw error;
  }
}

function refuse(resourceName: string, problems: string): ParsedDmn {
  return { ok: false, message: `'${resourceName}': ${problems}` };
}

async function readXml(xml: string): Promise<DmnElement> {
  const read = await new DmnModdle().fromXML(xml.replace(OTHER_VERSIONS, DMN_1_3)).catch((error: unknown) => {
    throw new DmnProblem(`Failed to parse DMN: ${oneLine(error instanceof Error ? error.message : String(error))}`);
  });
  const definitions = read.rootElement as DmnElement;
  const unread = (read.warnings as { message: string; element?: unknown }[]).find(({ element }) => !element);
  if (unread) throw new DmnProblem(`Failed to parse DMN: ${oneLine(unread.message)}`);
  requireAttributes('definitions', definitions, ['name', 'namespace', 'id']);
  for (const element of elementsOf(definitions, 'drgElement')) {
    requireAttributes(kindOf(element), element, kindOf(element) === 'Decision' ? ['name', 'id'] : ['name']);
  }
  return definitions;
}

function requireAttributes(what: string, element: DmnElement, names: readonly string[]): void {
  const missing = names.find((name) => (findText(element, name) ?? '') === '');
  if (missing === undefined) return;
  const which = element.id === undefined ? (element.name ?? '') : element.id;
  throw new DmnProblem(`Failed to parse DMN: ${what} '${which}' must have the attribute '${missing}'`);
}

function parseDecisions(definitions: DmnElement, parser: LogicParser): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>();
  const elements = elementsOf(definitions, 'drgElement').filter((element) => kindOf(element) === 'Decision');
  const ids = new Set(elements.map(({ id = '' }) => id));
  for (const element of elements) {
    const decision = parseDecision(element, parser);
    const unknown = decision.requiredDecisions.find((required) => !ids.has(required)) ?? parser.unknownKnowledge;
    if (unknown !== undefined) throw new DmnProblem(`Unable to find a model element instance for id ${unknown}`);
    decisions.set(decision.id, decision);
  }
  if ([...ids].some((id) => hasCycle(id, new Set(), decisions))) {
    parser.problems.push('Invalid DMN model: Cyclic dependencies between decisions detected.');
  }
  return new Map(inMutableMapOrder([...decisions.keys()]).flatMap((id) => entryOf(decisions, id)));
}

function entryOf(decisions: ReadonlyMap<string, Decision>, id: string): [string, Decision][] {
  const decision = decisions.get(id);
  return decision ? [[id, decision]] : [];
}

function parseDecision(element: DmnElement, parser: LogicParser): Decision {
  const { id = '', name = '' } = element;
  const variable = findElement(element, 'variable');
  const requiredKnowledge = parser.requiredKnowledge(element);
  return {
    id,
    name,
    requiredDecisions: elementsOf(element, 'informationRequirement').flatMap((requirement) => {
      const required = findReference(requirement, 'requiredDecision');
      return required === undefined ? [] : [required];
    }),
    requiredKnowledge,
    logic: parser.decisionLogic(findElement(element, 'decisionLogic')),
    resultName: variable?.name ?? id,
    resultType: variable && findText(variable, 'typeRef'),
  };
}

function hasCycle(id: string, seen: ReadonlySet<string>, decisions: ReadonlyMap<string, Decision>): boolean {
  if (seen.has(id)) return true;
  const inner = new Set([...seen, id]);
  return (decisions.get(id)?.requiredDecisions ?? []).some((required) => hasCycle(required, inner, decisions));
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ', ');
}
