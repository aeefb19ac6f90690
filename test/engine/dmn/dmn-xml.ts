/** DMN XML for tests, from its parts. */
export interface TableOptions {
  readonly policy?: string;
  readonly aggregation?: string;
  /** `outputValues` of every output. */
  readonly values?: string;
  /** Default output entry of every output. */
  readonly otherwise?: string;
  readonly requires?: readonly string[];
}

export function dmnXml(body: string, id = 'graph'): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${id}" name="Graph ${id}" ` +
    `namespace="http://camunda.org/schema/1.0/dmn">${body}</definitions>`
  );
}

/** A decision with any logic; its result is known by its id. */
export function decision(id: string, logic: string, requires: readonly string[] = [], before = ''): string {
  const requirements = requires.map(
    (other, index) =>
      `<informationRequirement id="${id}_ir${index}"><requiredDecision href="#${other}"/></informationRequirement>`,
  );
  return `<decision id="${id}" name="Name of ${id}">${before}${requirements.join('')}${logic}</decision>`;
}

export function literal(text: string): string {
  return `<literalExpression><text>${escaped(text)}</text></literalExpression>`;
}

/** @param rules the entries of each rule: inputs first, then outputs */
export function table(
  id: string,
  inputs: readonly string[],
  outputs: readonly string[],
  rules: readonly (readonly string[])[],
  options: TableOptions = {},
): string {
  const { policy, aggregation, values, otherwise } = options;
  const input = (text: string, index: number): string =>
    `<input id="${id}_in${index}" label="In ${index}"><inputExpression><text>${escaped(text)}</text></inputExpression></input>`;
  const output = (name: string, index: number): string =>
    `<output id="${id}_out${index}" name="${name}">` +
    (values === undefined ? '' : `<outputValues><text>${escaped(values)}</text></outputValues>`) +
    (otherwise === undefined ? '' : `<defaultOutputEntry><text>${escaped(otherwise)}</text></defaultOutputEntry>`) +
    '</output>';
  const rule = (entries: readonly string[], index: number): string => {
    const cells = entries.map((text, place) => {
      const tag = place < inputs.length ? 'inputEntry' : 'outputEntry';
      return `<${tag} id="${id}_r${index}_${place}"><text>${escaped(text)}</text></${tag}>`;
    });
    return `<rule id="${id}_r${index}">${cells.join('')}</rule>`;
  };
  const attributes =
    (policy === undefined ? '' : ` hitPolicy="${policy}"`) +
    (aggregation === undefined ? '' : ` aggregation="${aggregation}"`);
  const logic = `<decisionTable id="${id}_table"${attributes}>${inputs.map(input).join('')}${outputs.map(output).join('')}${rules.map(rule).join('')}</decisionTable>`;
  return decision(id, logic, options.requires);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
