/** The little of BPMN's meta-model that our lint rules need, without a dependency, so that they run in the browser and in tests alike. */

/** A node of a parsed BPMN document (moddle element). */
export interface ModdleElement {
  $type: string;
  $parent?: ModdleElement;
  id?: string;
  name?: string;
  $instanceOf?(type: string): boolean;
  get?(name: string): unknown;
  [property: string]: unknown;
}

/** Whether the element is of one of the types, sub-types included. */
export function isAny(element: ModdleElement, ...types: string[]): boolean {
  return types.some((type) => (element.$instanceOf ? element.$instanceOf(type) : element.$type === type));
}

/** A list property, empty when absent. */
export function list(element: ModdleElement | undefined, property: string): ModdleElement[] {
  const value = element?.[property];
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

/** A property that is itself an element. */
export function child(element: ModdleElement | undefined, property: string): ModdleElement | undefined {
  const value = element?.[property];
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined;
}

/** A text property, trimmed; undefined when absent or blank. */
export function text(element: ModdleElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The extension of the given type, such as `zeebe:TaskDefinition`. */
export function extension(element: ModdleElement, type: string): ModdleElement | undefined {
  return list(child(element, 'extensionElements'), 'values').find(
    (value) => value.$type === type || value.$type.toLowerCase() === type.toLowerCase(),
  );
}

/** An expression (`=…`) is decided at run time: a rule cannot know its value. */
export function isExpression(value: string): boolean {
  return value.startsWith('=');
}
