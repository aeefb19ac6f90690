/** The little that we need of what dmn-moddle makes of DMN XML. */
export interface DmnElement {
  /** `dmn:Decision`, `dmn:DecisionTable` … */
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly [property: string]: unknown;
}

/** The property as a list of elements; empty when it is not there. */
export function elementsOf(element: DmnElement, property: string): DmnElement[] {
  const value = element[property];
  return Array.isArray(value) ? (value as DmnElement[]) : [];
}

export function findElement(element: DmnElement, property: string): DmnElement | undefined {
  const value = element[property];
  return typeof value === 'object' && value !== null ? (value as DmnElement) : undefined;
}

export function findText(element: DmnElement, property: string): string | undefined {
  const value = element[property];
  return typeof value === 'string' ? value : undefined;
}

/** The id that a `requiredDecision`, `requiredKnowledge` … leads to: `#a` → `a`. */
export function findReference(element: DmnElement, property: string): string | undefined {
  const reference = findElement(element, property);
  return reference && findText(reference, 'href')?.replace(/^#/, '');
}

/** `dmn:DecisionTable` → `DecisionTable`. */
export function kindOf(element: DmnElement): string {
  return element.$type.split(':').at(-1) ?? element.$type;
}
