import type { ExecutableElement, ExecutableProcess } from '../../model/executable.js';
import type { IncidentErrorType, ProcessInstanceValue } from '../../protocol/value-types.js';
import type { ProcessingContext } from '../processing-context.js';

/** An element instance in hand. */
export interface ElementContext<E extends ExecutableElement = ExecutableElement> {
  readonly key: number;
  readonly value: ProcessInstanceValue;
  readonly element: E;
  readonly process: ExecutableProcess;
}

/** Why a step could not be taken: becomes an incident, and the step is tried again when that is resolved. */
export interface Failure {
  readonly errorType: IncidentErrorType;
  readonly message: string;
  /** Scope whose variables may be at fault; the element instance when left out. */
  readonly variableScopeKey?: number;
}

/**
 * The life of an element. Each step ends with the transition it stands for, or states a failure; what a step may do is
 * named with it.
 */
export interface ElementProcessor<E extends ExecutableElement = ExecutableElement> {
  /** From ELEMENT_ACTIVATING: map inputs, subscribe to events, start the work, move to ELEMENT_ACTIVATED; pass-through elements go on to their end. */
  onActivate(work: ProcessingContext, context: ElementContext<E>): Failure | undefined;
  /** From ELEMENT_COMPLETING: map outputs, unsubscribe, move to ELEMENT_COMPLETED, take the outgoing flows. */
  onComplete(work: ProcessingContext, context: ElementContext<E>): Failure | undefined;
  /** From ELEMENT_TERMINATING: stop the work, unsubscribe, resolve incidents, move to ELEMENT_TERMINATED, go on with a triggered boundary event. */
  onTerminate(work: ProcessingContext, context: ElementContext<E>): void;
}

/** An element that others live in: process, sub-process, call activity (whose child is a process instance). */
export interface ContainerProcessor<E extends ExecutableElement = ExecutableElement> extends ElementProcessor<E> {
  /**
   * A child is about to complete and has nowhere to go on: its variables are still there. A failure becomes the child's
   * incident; true says that no other child need complete.
   */
  beforeChildCompleted?(
    work: ProcessingContext,
    context: ElementContext<E>,
    child: ElementContext,
  ): Failure | boolean | undefined;
  /**
   * A child completed and had nowhere to go on.
   * @param isEnough what `beforeChildCompleted` found
   */
  onChildCompleted(work: ProcessingContext, context: ElementContext<E>, isEnough?: boolean): void;
  onChildTerminated(work: ProcessingContext, context: ElementContext<E>): void;
}
