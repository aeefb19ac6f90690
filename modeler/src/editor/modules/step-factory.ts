import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { ModdleElement, Shape } from 'bpmn-js/lib/model/Types';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { DepartmentStep } from '../department-steps';

const REFUSED = '不予办理';

/** Makes the drawn element of a department step, ready to run: names, job type or queue, and the refusal event. */
export class StepFactory {
  static $inject = ['bpmnFactory', 'elementFactory', 'modeling', 'canvas', 'eventBus'];

  readonly #bpmnFactory: BpmnFactory;
  readonly #elementFactory: ElementFactory;
  readonly #modeling: Modeling;
  readonly #canvas: Canvas;
  /** Steps whose refusal event is still to be drawn, once the task stands on the canvas. */
  readonly #refusals = new WeakMap<object, string>();

  constructor(
    bpmnFactory: BpmnFactory,
    elementFactory: ElementFactory,
    modeling: Modeling,
    canvas: Canvas,
    eventBus: EventBus,
  ) {
    this.#bpmnFactory = bpmnFactory;
    this.#elementFactory = elementFactory;
    this.#modeling = modeling;
    this.#canvas = canvas;
    // within the command that creates the task, so that one undo takes both away
    eventBus.on('commandStack.shape.create.postExecuted', ({ context }: { context: { shape: Shape } }) =>
      this.#attachRefusal(context.shape),
    );
  }

  /** A shape that is not yet on the canvas. */
  create(step: DepartmentStep): Shape {
    const type = step.kind === 'program' ? 'bpmn:ServiceTask' : 'bpmn:UserTask';
    const id = step.elementId === undefined ? {} : { id: step.elementId };
    const task = this.#bpmnFactory.create(type, { name: step.name, ...id });
    const values = step.kind === 'program' ? [this.#program(step)] : [this.#assignment(step), ...this.#form(step)];
    const extensions = this.#bpmnFactory.create('bpmn:ExtensionElements', { values });
    for (const value of values) value.$parent = extensions;
    extensions.$parent = task;
    task.extensionElements = extensions;
    if (step.refusal !== undefined) this.#refusals.set(task, step.refusal);
    return this.#elementFactory.createShape({ type, businessObject: task });
  }

  #program(step: DepartmentStep): ModdleElement {
    return this.#bpmnFactory.create('zeebe:TaskDefinition', { type: step.jobType });
  }

  #assignment(step: DepartmentStep): ModdleElement {
    return this.#bpmnFactory.create(
      'zeebe:AssignmentDefinition',
      step.applicant === true ? { assignee: 'applicant' } : { candidateGroups: step.queue },
    );
  }

  #form({ form }: DepartmentStep): ModdleElement[] {
    return form === undefined
      ? []
      : [this.#bpmnFactory.create('zeebe:FormDefinition', { formKey: `forms/${form}.form` })];
  }

  #attachRefusal(task: Shape): void {
    const code = this.#refusals.get(task.businessObject as object);
    if (code === undefined) return;
    this.#refusals.delete(task.businessObject as object);
    const definition = this.#bpmnFactory.create('bpmn:ErrorEventDefinition', { errorRef: this.#error(code) });
    const event = this.#bpmnFactory.create('bpmn:BoundaryEvent', { name: REFUSED, eventDefinitions: [definition] });
    definition.$parent = event;
    const shape = this.#elementFactory.createShape({ type: 'bpmn:BoundaryEvent', businessObject: event });
    const corner = { x: task.x + task.width * 0.75, y: task.y + task.height };
    this.#modeling.createShape(shape, corner, task, { attach: true });
  }

  /** The document's error of that code; made when there is none yet. */
  #error(code: string): ModdleElement {
    let definitions = this.#canvas.getRootElement().businessObject;
    while (definitions.$parent) definitions = definitions.$parent;
    const roots = definitions.rootElements as ModdleElement[];
    const known = roots.find((root) => root.$type === 'bpmn:Error' && root.errorCode === code);
    if (known) return known;
    const error = this.#bpmnFactory.create('bpmn:Error', { name: code, errorCode: code });
    error.$parent = definitions;
    roots.push(error);
    return error;
  }
}
