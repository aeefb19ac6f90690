/** Hears of live events that other processes wrote: by change stream, else by polling. */
import type { Clock } from '../../shared/clock.js';
import type { Logger } from '../../shared/logger.js';
import { LiveEventModel, type LiveEventDocument } from './live-event-model.js';

const POLL_MS = 150;
/** Clocks of processes differ and writes overtake each other: look back this far, and skip what was seen. */
const LOOK_BACK_MS = 5_000;

type Hear = (document: LiveEventDocument) => void;
interface WatchDeps {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Returns the way to stop. */
export async function watchLiveEvents(hear: Hear, deps: WatchDeps): Promise<() => Promise<void>> {
  const known = new Set((await recent(new Date(0))).map((document) => document._id.toHexString()));
  let stopPolling: (() => Promise<void>) | undefined;
  let closing = false;
  const stream = LiveEventModel.collection.watch<LiveEventDocument>([{ $match: { operationType: 'insert' } }]);
  stream.on('change', (change) => {
    if (change.operationType === 'insert') hear(change.fullDocument);
  });
  stream.on('error', (error) => {
    if (closing || stopPolling) return;
    deps.logger.info({ reason: error.message }, 'no change stream; polling for live events');
    stopPolling = pollLiveEvents(hear, known, deps);
  });
  return async () => {
    closing = true;
    await stream.close().catch(() => undefined);
    await stopPolling?.();
  };
}

/** `known` are ids (hex) that have been heard already. Returns the way to stop. */
export function pollLiveEvents(hear: Hear, known: Set<string>, deps: WatchDeps): () => Promise<void> {
  let round: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const documents = await recent(new Date(deps.clock.now().getTime() - LOOK_BACK_MS));
    const ids = new Set(documents.map((document) => document._id.toHexString()));
    for (const document of documents) if (!known.has(document._id.toHexString())) hear(document);
    for (const id of known) if (!ids.has(id)) known.delete(id);
    for (const id of ids) known.add(id);
  };
  const timer = setInterval(() => {
    round ??= look()
      .catch((error: unknown) => deps.logger.warn({ err: error }, 'polling for live events failed'))
      .finally(() => {
        round = undefined;
      });
  }, POLL_MS);
  return async () => {
    clearInterval(timer);
    await round;
  };
}

async function recent(since: Date): Promise<LiveEventDocument[]> {
  return LiveEventModel.find({ at: { $gte: since } })
    .sort({ _id: 1 })
    .lean();
}
