import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { DraftTask, Forms, FormSchema, Tasks } from '../api/types';

const SET_TASK = 'tongban.setTask';
export const PARTS_CHANGED = 'tongban.parts.changed';

interface TaskContext {
  id: string;
  task: DraftTask;
  before?: DraftTask | undefined;
}

/**
 * What a draft has beside its drawing: of human steps what the drawing does not say (actions, item …), and the forms.
 * Changes of steps are commands, undone with the drawing; the form editor has an undo of its own.
 */
export class DraftParts {
  static $inject = ['config.draftParts', 'commandStack', 'eventBus'];

  #tasks: Tasks;
  #forms: Forms;
  readonly #commandStack: CommandStack;
  readonly #eventBus: EventBus;

  constructor({ tasks, forms }: { tasks: Tasks; forms: Forms }, commandStack: CommandStack, eventBus: EventBus) {
    this.#tasks = tasks;
    this.#forms = forms;
    this.#commandStack = commandStack;
    this.#eventBus = eventBus;
    commandStack.register(SET_TASK, {
      execute: (context: TaskContext) => {
        context.before = this.#tasks[context.id];
        this.#put(context.id, context.task);
        return [];
      },
      revert: (context: TaskContext) => {
        this.#put(context.id, context.before);
        return [];
      },
    });
  }

  get tasks(): Tasks {
    return this.#tasks;
  }

  get forms(): Forms {
    return this.#forms;
  }

  /** A step that nobody has described yet can only be completed. */
  task(id: string): DraftTask {
    return this.#tasks[id] ?? { actions: ['complete'] };
  }

  changeTask(id: string, change: DraftTask): void {
    const task = Object.fromEntries(
      Object.entries({ ...this.task(id), ...change }).filter(([, value]) => value !== undefined),
    );
    this.#commandStack.execute(SET_TASK, { id, task } satisfies TaskContext);
  }

  /** Makes, changes or (undefined) removes a form. */
  setForm(name: string, schema: FormSchema | undefined): void {
    const { [name]: _old, ...others } = this.#forms;
    this.#forms = schema === undefined ? others : { ...this.#forms, [name]: schema };
    this.#eventBus.fire(PARTS_CHANGED);
  }

  #put(id: string, task: DraftTask | undefined): void {
    const { [id]: _old, ...others } = this.#tasks;
    this.#tasks = task === undefined ? others : { ...this.#tasks, [id]: task };
  }
}
