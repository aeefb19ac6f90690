/** The little that we need of what bpmn-moddle makes of BPMN XML; its own types stop at the extension elements. */
export interface ModdleElement {
  /** `bpmn:ServiceTask`, `zeebe:TaskDefinition` … */
  readonly $type: string;
  readonly $parent?: ModdleElement;
  readonly id?: string;
  readonly name?: string;
  readonly [property: string]: unknown;
}

/** The property as a list of elements; empty when it is not there. */
export function elementsOf(element: ModdleElement, property: string): ModdleElement[] {
  const value = element[property];
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

/** The property as an element: a child or a resolved reference. */
export function findElement(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element[property];
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined;
}

export function findText(element: ModdleElement, property: string): string | undefined {
  const value = element[property];
  return typeof value === 'string' ? value : undefined;
}

/** The `zeebe:` extension elements of the type: `TaskDefinition`. */
export function extensionsOf(element: ModdleElement, type: string): ModdleElement[] {
  const container = findElement(element, 'extensionElements');
  if (!container) return [];
  return elementsOf(container, 'values').filter((value) => localNameOf(value.$type) === type.toLowerCase());
}

export function findExtension(element: ModdleElement, type: string): ModdleElement | undefined {
  return extensionsOf(element, type)[0];
}

export function isType(element: ModdleElement, ...types: string[]): boolean {
  return types.includes(element.$type);
}

/** The id, which the schema lets be missing. */
export function idOf(element: ModdleElement): string {
  return element.id ?? '';
}

/** `zeebe:TaskDefinition` and `zeebe:taskDefinition` (an unknown one keeps its tag) both: `taskdefinition`. */
function localNameOf(type: string): string {
  const [prefix, name] = type.split(':');
  return prefix === 'zeebe' && name ? name.toLowerCase() : type;
}

/** `bpmn:MessageEventDefinition` → `messageEventDefinition`: the XML's tag. */
export function tagOf(element: ModdleElement): string {
  const name = element.$type.split(':').at(-1) ?? '';
  return name.charAt(0).toLowerCase() + name.slice(1);
}
