import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type { Connection, Element, Shape } from 'bpmn-js/lib/model/Types';
import { is } from 'bpmn-js/lib/util/ModelUtil';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool';
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';
import type { Point } from 'diagram-js/lib/util/Types';

const COMMAND = 'tongban.placeStep';
/** Between one element and the next, in pixels. */
const DISTANCE = 50;
/** The modeler's grid. */
const GRID = 10;

interface Context {
  source: Shape;
  shape: Shape;
}

/**
 * Puts a step after an element. Where exactly one flow leads on to the right, the step goes into that flow and the rest
 * makes room; otherwise it is appended. One undo takes all of it back.
 */
export class StepPlacement {
  static $inject = ['commandStack', 'modeling', 'spaceTool', 'eventBus', 'canvas', 'selection'];

  readonly #commandStack: CommandStack;
  readonly #modeling: Modeling;
  readonly #spaceTool: SpaceTool;
  readonly #eventBus: EventBus;
  readonly #canvas: Canvas;
  readonly #selection: Selection;

  constructor(
    commandStack: CommandStack,
    modeling: Modeling,
    spaceTool: SpaceTool,
    eventBus: EventBus,
    canvas: Canvas,
    selection: Selection,
  ) {
    this.#commandStack = commandStack;
    this.#modeling = modeling;
    this.#spaceTool = spaceTool;
    this.#eventBus = eventBus;
    this.#canvas = canvas;
    this.#selection = selection;
    commandStack.register(COMMAND, { preExecute: (context: Context) => this.#place(context) });
  }

  /** Places the shape after the source, selected and in view. */
  after(source: Shape, shape: Shape): void {
    this.#commandStack.execute(COMMAND, { source, shape } satisfies Context);
    this.#canvas.scrollToElement(shape, 80);
    this.#selection.select(shape);
  }

  #place({ source, shape }: Context): void {
    const flow = onlyFlowToTheRight(source);
    if (flow) this.#insert(source, shape, flow);
    else this.#append(source, shape);
  }

  #insert(source: Shape, shape: Shape, flow: Connection): void {
    const right = source.x + source.width;
    const missing = shape.width + 2 * DISTANCE - ((flow.target as Shape).x - right);
    if (missing > 0) this.#makeRoom(right + 1, Math.ceil(missing / GRID) * GRID);
    const middle = { x: (right + (flow.target as Shape).x) / 2, y: source.y + source.height / 2 };
    this.#modeling.createShape(shape, middle, flow);
  }

  #append(source: Shape, shape: Shape): void {
    const position = this.#eventBus.fire('autoPlace', { source, shape }) as Point;
    this.#modeling.appendShape(source, shape, position, source.parent as Shape);
  }

  /** Moves everything right of `start` further right; containers grow. (Its type calls the delta a point; it is a number.) */
  #makeRoom(start: number, delta: number): void {
    const root = this.#canvas.getRootElement() as Element;
    const all = selfAndAllChildren(root, true) as Shape[];
    const { movingShapes, resizingShapes } = this.#spaceTool.calculateAdjustments(
      all,
      'x',
      delta as unknown as Point,
      start,
    ) as {
      movingShapes: Shape[];
      resizingShapes: Shape[];
    };
    this.#spaceTool.makeSpace(movingShapes, resizingShapes, { x: delta, y: 0 }, 'e', start);
  }
}

function onlyFlowToTheRight(source: Shape): Connection | undefined {
  const flows = source.outgoing.filter((connection) => is(connection, 'bpmn:SequenceFlow'));
  const [flow] = flows;
  const target = flow?.target as Shape | undefined;
  return flows.length === 1 && target && target.x > source.x + source.width ? (flow as Connection) : undefined;
}
