import type Modeler from 'bpmn-js/lib/Modeler';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import { extension, text, type ModdleElement as Node } from '../../lint/moddle';
import { formNameOf } from '../../lint/rules/user-task-form';

/** What the drawing says of a human step; undefined where it says nothing (yet). */
export interface DrawnStep {
  id: string;
  name: string;
  /** A department, `window` or `applicant`. */
  queue: string | undefined;
  /** Name of one of the bundle's forms. */
  form: string | undefined;
}

const APPLICANT = 'applicant';

export function stepOf(element: Element): DrawnStep {
  const task = element.businessObject as unknown as Node;
  const assignment = extension(task, 'zeebe:AssignmentDefinition');
  const queue =
    text(assignment, 'assignee') === APPLICANT ? APPLICANT : text(assignment, 'candidateGroups')?.split(',')[0]?.trim();
  const form = formNameOf(text(extension(task, 'zeebe:FormDefinition'), 'formKey'));
  return { id: task.id ?? '', name: task.name ?? '', queue, form };
}

/** All human steps that are drawn. */
export function drawnSteps(modeler: Modeler): DrawnStep[] {
  return modeler
    .get<ElementRegistry>('elementRegistry')
    .filter((element) => (element as Element).type === 'bpmn:UserTask')
    .map((element) => stepOf(element as Element));
}

export function setQueue(modeler: Modeler, element: Element, queue: string): void {
  const assignment = queue === APPLICANT ? { assignee: APPLICANT } : { candidateGroups: queue };
  putExtension(modeler, element, 'zeebe:AssignmentDefinition', assignment);
}

export function setForm(modeler: Modeler, element: Element, form: string): void {
  putExtension(modeler, element, 'zeebe:FormDefinition', { formKey: `forms/${form}.form` });
}

/** Replaces the element's extension of that type, as one command. */
function putExtension(modeler: Modeler, element: Element, type: string, properties: object): void {
  const factory = modeler.get<BpmnFactory>('bpmnFactory');
  const task = element.businessObject;
  const old = task.extensionElements;
  const others = ((old?.values ?? []) as ModdleElement[]).filter(({ $type }) => $type !== type);
  const added = factory.create(type, properties);
  const extensions = factory.create('bpmn:ExtensionElements', { values: [...others, added] });
  extensions.$parent = task;
  for (const value of extensions.values as ModdleElement[]) value.$parent = extensions;
  modeler.get<Modeling>('modeling').updateProperties(element, { extensionElements: extensions });
}
