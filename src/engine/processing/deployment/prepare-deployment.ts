import { createHash } from 'node:crypto';
import type { DecisionGraph } from '../../dmn/decision-model.js';
import { parseDmn } from '../../dmn/parse-dmn.js';
import type { ExecutableProcess } from '../../model/executable.js';
import { transformBpmn } from '../../model/transform-bpmn.js';
import type { DeploymentResource } from '../../protocol/value-types.js';

export interface PreparedResource {
  readonly resourceName: string;
  /** Base64. */
  readonly resource: string;
  /** Base64 of the MD5 of the bytes, as Zeebe has it. */
  readonly checksum: string;
  readonly content:
    | { readonly type: 'bpmn'; readonly processes: readonly ExecutableProcess[] }
    | { readonly type: 'form'; readonly formId: string }
    | { readonly type: 'dmn'; readonly graph: DecisionGraph };
}

/** A deployment's resources, parsed; or what is wrong with them, one text per resource. */
export type PreparedDeployment =
  | { readonly ok: true; readonly resources: readonly PreparedResource[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Parses resources before their command is processed: parsing is asynchronous, processing is not. */
export async function prepareDeployment(resources: readonly DeploymentResource[]): Promise<PreparedDeployment> {
  const prepared: PreparedResource[] = [];
  const problems: string[] = [];
  for (const resource of resources) {
    const result = await prepareResource(resource);
    if (typeof result === 'string') problems.push(result);
    else prepared.push(result);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, resources: prepared };
}

async function prepareResource({ resourceName, resource }: DeploymentResource): Promise<PreparedResource | string> {
  const bytes = Buffer.from(resource, 'base64');
  const checksum = createHash('md5').update(bytes).digest('base64');
  const content = await parseContent(resourceName, bytes.toString('utf8'));
  return typeof content === 'string' ? content : { resourceName, resource, checksum, content };
}

async function parseContent(name: string, text: string): Promise<PreparedResource['content'] | string> {
  if (name.endsWith('.bpmn') || name.endsWith('.xml')) {
    const parsed = await transformBpmn(text, name);
    return parsed.ok ? { type: 'bpmn', processes: parsed.processes } : parsed.message;
  }
  if (name.endsWith('.dmn')) {
    const parsed = await parseDmn(text, name);
    return parsed.ok ? { type: 'dmn', graph: parsed.graph } : parsed.message;
  }
  if (name.endsWith('.form')) return parseForm(name, text);
  return `\n'${name}': unknown resource type`;
}

function parseForm(name: string, text: string): PreparedResource['content'] | string {
  let form: unknown;
  try {
    form = JSON.parse(text);
  } catch (error) {
    return `'${name}': ${error instanceof Error ? error.message : String(error)}`;
  }
  const id = typeof form === 'object' && form !== null && 'id' in form ? form.id : undefined;
  if (id === undefined) return `Expected the form id to be present, but none given`;
  if (typeof id !== 'string' || id.trim() === '') return `Expected the form id to be filled, but it is blank`;
  return { type: 'form', formId: id };
}
