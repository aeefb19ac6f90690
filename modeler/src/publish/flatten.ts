/** A model element as a flat list of properties, for comparing two versions of it. */
export interface ModelElement {
  $type: string;
  id: string;
  name?: string;
  $descriptor?: { properties: { name: string; isReference?: boolean; isMany?: boolean; isVirtual?: boolean }[] };
  [property: string]: unknown;
}

/** Contained elements that are compared on their own, and back references. */
const APART = new Set([
  'flowElements',
  'artifacts',
  'laneSets',
  'lanes',
  'participants',
  'messageFlows',
  'incoming',
  'outgoing',
  'di',
  'flowNodeRef',
]);

/** `name` → value; parts as `zeebe:TaskDefinition type`. References show the name or id of what they refer to. */
export function flatten(element: ModelElement, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const property of element.$descriptor?.properties ?? []) {
    const name = property.name.replace(/^bpmn:/, '');
    const value = element[name];
    if (value === undefined || property.isVirtual || APART.has(name) || (name === 'id' && prefix === '')) continue;
    put(into, `${prefix}${name}`, value, property.isReference === true);
  }
  return into;
}

function put(into: Map<string, string>, path: string, value: unknown, isReference: boolean): void {
  if (Array.isArray(value)) {
    if (!isReference) value.forEach((item: unknown, index) => putItem(into, path, item, index));
  } else if (isElement(value)) {
    if (isReference) into.set(path, value.name ? `${value.name}（${value.id}）` : value.id);
    else flatten(value, nested(path, value), into);
  } else {
    into.set(path, String(value));
  }
}

/** An item of a list is known by what identifies it (target, key), so that an inserted one does not shift the others. */
function putItem(into: Map<string, string>, path: string, item: unknown, index: number): void {
  if (!isElement(item)) {
    into.set(`${path}[${index}]`, String(item));
    return;
  }
  const known = item['target'] ?? item['key'];
  const suffix = typeof known === 'string' ? `(${known})` : '';
  flatten(item, `${item.$type}${suffix} `, into);
}

const nested = (path: string, value: ModelElement): string =>
  value.$type === 'bpmn:ExtensionElements' ? '' : `${path} `;

const isElement = (value: unknown): value is ModelElement =>
  typeof value === 'object' && value !== null && '$type' in value;
