/** What the domain needs to know of a process drawing: its elements by name, and which job types it asks for. */
import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const require = createRequire(import.meta.url);
const zeebe: unknown = require('zeebe-bpmn-moddle/resources/zeebe.json');

export interface ProcessElement {
  readonly id: string;
  /** Empty when the drawing gives none. */
  readonly name: string;
  /** `bpmn:ServiceTask` … */
  readonly type: string;
  /** Of its task definition; undefined for elements without one. A leading `=` makes it an expression. */
  readonly jobType: string | undefined;
  /** Where a human step goes, as drawn; absent when it is not said. */
  readonly assignee?: string;
  readonly candidateGroups?: string;
  /** `forms/<name>.form` */
  readonly formKey?: string;
}

export interface ProcessModel {
  readonly elements: ReadonlyMap<string, ProcessElement>;
}

/** The text is no BPMN; the message says where. */
export class ProcessModelError extends Error {
  override name = 'ProcessModelError';
}

interface Node {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly type?: string;
  readonly assignee?: string;
  readonly candidateGroups?: string;
  readonly formKey?: string;
  readonly flowElements?: readonly Node[];
  readonly rootElements?: readonly Node[];
  readonly extensionElements?: { readonly values?: readonly Node[] };
}

/** @throws ProcessModelError when the text is not well-formed XML or its root is not BPMN's. */
export async function readProcessModel(xml: string): Promise<ProcessModel> {
  const definitions = await parse(xml);
  const elements = new Map<string, ProcessElement>();
  const visit = (node: Node): void => {
    if (node.id !== undefined) elements.set(node.id, elementOf(node, node.id));
    for (const child of node.flowElements ?? []) visit(child);
  };
  for (const root of definitions.rootElements ?? []) if (root.$type === 'bpmn:Process') visit(root);
  return { elements };
}

async function parse(xml: string): Promise<Node> {
  try {
    const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml);
    return rootElement as Node;
  } catch (error) {
    throw new ProcessModelError(error instanceof Error ? error.message : String(error));
  }
}

function elementOf(node: Node, id: string): ProcessElement {
  const assignment = extensionOf(node, 'assignmentDefinition');
  const formKey = extensionOf(node, 'formDefinition')?.formKey;
  return {
    id,
    name: node.name ?? '',
    type: node.$type,
    jobType: extensionOf(node, 'taskDefinition')?.type,
    ...(assignment?.assignee ? { assignee: assignment.assignee } : {}),
    ...(assignment?.candidateGroups ? { candidateGroups: assignment.candidateGroups } : {}),
    ...(formKey ? { formKey } : {}),
  };
}

function extensionOf(node: Node, name: string): Node | undefined {
  const type = `zeebe:${name}`.toLowerCase();
  return node.extensionElements?.values?.find(({ $type }) => $type.toLowerCase() === type);
}
