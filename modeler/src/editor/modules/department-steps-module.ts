import type { Element, Shape } from 'bpmn-js/lib/model/Types';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Create from 'diagram-js/lib/features/create/Create';
import type Palette from 'diagram-js/lib/features/palette/Palette';
import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type { DepartmentStep } from '../department-steps';
import type { LiveLanguage } from '../live-language';
import { StepFactory } from './step-factory';
import { StepPlacement } from './step-placement';

interface Config {
  steps: DepartmentStep[];
  live: LiveLanguage;
}

const MENU = 'tongban-steps';
const ENTRY = '<div class="entry" draggable="true">部</div>';

/** Palette entry, context pad entry and menu "部门步骤": drop or append a ready step instead of filling in properties. */
class DepartmentStepsProvider {
  static $inject = [
    'config.departmentSteps',
    'palette',
    'contextPad',
    'popupMenu',
    'create',
    'stepPlacement',
    'stepFactory',
    'elementRegistry',
  ];

  readonly #config: Config;
  readonly #popupMenu: PopupMenu;
  readonly #create: Create;
  readonly #placement: StepPlacement;
  readonly #factory: StepFactory;
  readonly #registry: ElementRegistry;
  /** Where the menu was opened: a step chosen by key starts there. */
  #opened = new MouseEvent('click');

  constructor(
    config: Config,
    palette: Palette,
    contextPad: { registerProvider(provider: object): void },
    popupMenu: PopupMenu,
    create: Create,
    placement: StepPlacement,
    factory: StepFactory,
    registry: ElementRegistry,
  ) {
    this.#registry = registry;
    this.#config = config;
    this.#popupMenu = popupMenu;
    this.#create = create;
    this.#placement = placement;
    this.#factory = factory;
    palette.registerProvider(this);
    contextPad.registerProvider(this);
    popupMenu.registerProvider(MENU, this);
  }

  getPaletteEntries() {
    return {
      'create.department-step': {
        group: 'activity',
        html: ENTRY,
        className: 'tongban-step-entry',
        title: this.#text('部门步骤：各部门现成的办理步骤', 'Department steps'),
        action: { click: (event: Event) => this.#open({ type: 'palette' } as unknown as Element, event) },
      },
    };
  }

  getContextPadEntries(element: Element) {
    if (!mayContinue(element)) return {};
    return {
      'append.department-step': {
        group: 'model',
        html: ENTRY,
        className: 'tongban-step-entry',
        title: this.#text('追加部门步骤', 'Append a department step'),
        action: { click: (event: Event) => this.#open(element, event) },
      },
    };
  }

  getPopupMenuEntries(target: Element) {
    const steps = this.#config.steps.filter(({ elementId }) => !elementId || !this.#registry.get(elementId));
    const entries = steps.map((step) => [
      step.key,
      {
        label: step.name,
        description: step.description,
        className: step.kind === 'program' ? 'bpmn-icon-service-task' : 'bpmn-icon-user-task',
        group: step.group,
        search: [step.jobType ?? '', step.queue ?? '', step.group.name],
        action: (event: Event) => this.#choose(step, target, event),
      },
    ]);
    return Object.fromEntries(entries) as Record<string, { label: string; action: (event: Event) => void }>;
  }

  /** A text will do, though the type asks for a node. */
  getEmptyPlaceholder(): never {
    return this.#text('没有匹配的步骤', 'No such step') as never;
  }

  #choose(step: DepartmentStep, target: Element, event: Event): void {
    this.#popupMenu.close();
    const shape = this.#factory.create(step);
    if (mayContinue(target)) this.#placement.after(target as Shape, shape);
    else this.#create.start(event instanceof MouseEvent ? event : this.#opened, shape);
  }

  #open(target: Element, event: Event): void {
    this.#opened = event as MouseEvent;
    const { clientX, clientY } = this.#opened;
    this.#popupMenu.open(
      target,
      MENU,
      { x: clientX, y: clientY, cursor: { x: clientX, y: clientY } } as { x: number; y: number },
      { title: this.#text('部门步骤', 'Department steps'), width: 320, search: true },
    );
  }

  #text(zh: string, en: string): string {
    return this.#config.live.text(zh, en);
  }
}

/** Whether a sequence flow may start at the element. */
function mayContinue(element: Element): boolean {
  return (
    is(element, 'bpmn:FlowNode') &&
    !is(element, 'bpmn:EndEvent') &&
    !is(element, 'bpmn:EventBasedGateway') &&
    !isLabel(element)
  );
}

function isLabel(element: Element): boolean {
  return 'labelTarget' in element && element.labelTarget !== undefined && element.labelTarget !== null;
}

export const departmentStepsModule = {
  __init__: ['stepFactory', 'departmentStepsProvider'],
  stepPlacement: ['type', StepPlacement] as const,
  stepFactory: ['type', StepFactory] as const,
  departmentStepsProvider: ['type', DepartmentStepsProvider] as const,
};
