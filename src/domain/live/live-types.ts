/** Something changed; pages ask again for what they show. Carries no personal data. */
export interface LiveEvent {
  readonly type: 'case' | 'task' | 'incident' | 'bundle';
  readonly id: string;
  readonly caseNumber?: string | undefined;
  readonly queue?: string | undefined;
  /** User id of the case's applicant (or the clerk who filed), who may follow it. */
  readonly applicantId?: string | undefined;
  /** Departments that take part in the case. */
  readonly departments?: readonly string[] | undefined;
}

/** An event as subscribers get it: `eventId` orders events and survives restarts, so that a page can go on from it. */
export interface ReceivedLiveEvent extends LiveEvent {
  readonly eventId: string;
}

export interface LiveEvents {
  /** Reaches the subscribers of every process on this database; never throws. */
  emit(event: LiveEvent): void;
  /** Returns the way to stop. */
  subscribe(listener: (event: ReceivedLiveEvent) => void): () => void;
  /** What came after the event of this id (some may repeat), oldest first; `undefined` when too long ago or too many. */
  since(eventId: string, limit: number): Promise<ReceivedLiveEvent[] | undefined>;
}
