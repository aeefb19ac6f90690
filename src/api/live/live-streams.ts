/** Live events to pages: Server-Sent Events, one stream per open page. */
import type { Response } from 'express';
import type { Domain } from '../../domain/domain.js';
import type { ReceivedLiveEvent } from '../../domain/live/live-types.js';
import type { Actor } from '../../domain/users/actor.js';
import type { Logger } from '../../shared/logger.js';
import { visibilityFor } from './live-visibility.js';

const HEART_BEAT_MS = 20_000;
/** More than this was missed: the page does better to ask for everything again. */
const RESUME_AT_MOST = 500;
/** A page that does not read is cut off; it comes back by itself and resumes. */
const BUFFER_AT_MOST = 1024 * 1024;

export interface StreamOptions {
  readonly actor: Actor;
  /** Go on after this event. */
  readonly lastEventId: string | undefined;
  /** Asked at each heart-beat: who has signed out hears no more. */
  isSignedIn(): Promise<boolean>;
}

export interface LiveStreams {
  /** Keeps the response open and sends what the person may hear of. */
  open(res: Response, options: StreamOptions): Promise<void>;
  /** Ends all streams; pages connect again when the server is back. */
  close(): void;
}

export function createLiveStreams(deps: { domain: Domain; logger: Logger; heartBeatMs?: number }): LiveStreams {
  const open = new Set<Response>();
  return {
    open: async (res, { actor, lastEventId, isSignedIn }) => {
      begin(res);
      open.add(res);
      const stop = forward(res, actor, deps);
      const beat = (): void => void heartBeatOnce(res, isSignedIn, deps.logger);
      const heartBeat = setInterval(beat, deps.heartBeatMs ?? HEART_BEAT_MS);
      res.once('close', () => {
        clearInterval(heartBeat);
        stop();
        open.delete(res);
      });
      if (lastEventId) await resume(res, actor, lastEventId, deps);
    },
    close: () => {
      for (const res of open) res.end();
    },
  };
}

async function heartBeatOnce(res: Response, isSignedIn: () => Promise<boolean>, logger: Logger): Promise<void> {
  try {
    if (await isSignedIn()) write(res, ': heart-beat\n\n');
    else res.end();
  } catch (error) {
    logger.warn({ err: error }, 'whether somebody is still signed in could not be found out');
  }
}

function begin(res: Response): void {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // nginx and its kin would hold events back otherwise.
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
  write(res, 'retry: 2000\n\n');
}

/** Events leave in the order they came, although asking whether one may be seen takes time. */
function forward(res: Response, actor: Actor, { domain, logger }: { domain: Domain; logger: Logger }): () => void {
  const isVisible = visibilityFor(actor, domain);
  let last: Promise<void> = Promise.resolve();
  return domain.live.subscribe((event) => {
    last = last
      .then(async () => {
        if (await isVisible(event)) write(res, textOf(event));
      })
      .catch((error: unknown) => logger.warn({ err: error }, 'live event not sent'));
  });
}

/** What the page missed, or, when that is not known, the word to ask for everything. */
async function resume(res: Response, actor: Actor, lastEventId: string, { domain }: { domain: Domain }): Promise<void> {
  const missed = await domain.live.since(lastEventId, RESUME_AT_MOST);
  if (!missed) {
    write(res, 'event: reset\ndata: {}\n\n');
    return;
  }
  const isVisible = visibilityFor(actor, domain);
  for (const event of missed) if (await isVisible(event)) write(res, textOf(event));
}

function textOf({ eventId, type, id, caseNumber, queue }: ReceivedLiveEvent): string {
  return `id: ${eventId}\nevent: ${type}\ndata: ${JSON.stringify({ id, caseNumber, queue })}\n\n`;
}

function write(res: Response, text: string): void {
  if (res.writableEnded || res.destroyed) return;
  res.write(text);
  if (res.writableLength > BUFFER_AT_MOST) res.destroy();
}
