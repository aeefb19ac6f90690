/**
 * Live events over all processes on one database: own subscribers hear at once, others by a change stream, or by
 * polling where the deployment has none (a single mongod). Losing one costs a page one refresh, so nothing waits here.
 */
import { randomUUID } from 'node:crypto';
import { Types } from 'mongoose';
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import { LiveEventModel, type LiveEventDocument } from './live-event-model.js';
import type { LiveEvents, ReceivedLiveEvent } from './live-types.js';
import { watchLiveEvents } from './live-watch.js';

/** Clocks of processes differ: going on after an event repeats what came this close before it; a repetition is harmless. */
const OVERLAP_MS = 2_000;
/** Events within this time travel as one write. */
const BATCH_MS = 15;

export interface StartedLiveEvents extends LiveEvents {
  start(): Promise<void>;
  close(): Promise<void>;
}

export function createLiveEvents(deps: { clock: Clock; logger: Logger }): StartedLiveEvents {
  const origin = randomUUID();
  const listeners = new Set<(event: ReceivedLiveEvent) => void>();
  let batch: LiveEventDocument[] = [];
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();
  let stopWatching: (() => Promise<void>) | undefined;

  function tell({ _id, event: told }: LiveEventDocument): void {
    const event = { ...told, eventId: _id.toHexString() };
    for (const listener of listeners) {
      try {
        listener(event);
      } catch (error) {
        deps.logger.warn({ err: error }, 'live event listener failed');
      }
    }
  }

  function flush(): void {
    timer = undefined;
    const documents = batch;
    batch = [];
    if (documents.length === 0) return;
    sending = sending.then(async () => {
      try {
        await LiveEventModel.collection.insertMany(documents);
      } catch (error) {
        deps.logger.warn({ err: error }, 'live events not passed on to other processes');
      }
    });
  }

  return {
    emit: (event) => {
      const document = { _id: new Types.ObjectId(), origin, at: deps.clock.now(), event };
      tell(document);
      batch.push(document);
      timer ??= setTimeout(flush, BATCH_MS);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since: readSince,
    start: async () => {
      stopWatching = await watchLiveEvents((document) => {
        if (document.origin !== origin) tell(document);
      }, deps);
    },
    close: async () => {
      clearTimeout(timer);
      flush();
      await sending;
      await stopWatching?.();
      listeners.clear();
    },
  };
}

/** What came after that event, with a little of what came just before it; undefined when it is gone or too much came. */
async function readSince(eventId: string, limit: number): Promise<ReceivedLiveEvent[] | undefined> {
  if (!Types.ObjectId.isValid(eventId)) return undefined;
  const last = await LiveEventModel.findById(new Types.ObjectId(eventId)).lean();
  if (!last) return undefined;
  const documents = await LiveEventModel.find({ at: { $gte: new Date(last.at.getTime() - OVERLAP_MS) } })
    .sort({ at: 1 })
    .limit(limit + 1)
    .lean();
  if (documents.length > limit) return undefined;
  return documents
    .filter((document) => !document._id.equals(last._id))
    .map(({ _id, event }) => ({ ...event, eventId: _id.toHexString() }));
}
