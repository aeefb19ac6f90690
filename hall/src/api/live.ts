import { createStore } from '../lib/store';

export type LiveKind = 'case' | 'task' | 'incident' | 'bundle';
export interface LiveEvent {
  kind: LiveKind;
  id?: string;
  caseNumber?: string;
  queue?: string;
}
export type LiveState = 'off' | 'connecting' | 'open' | 'lost';

/** Followed by the indicator in the page's head. */
export const liveState = createStore<LiveState>('off');

const listeners = new Set<(event: LiveEvent) => void>();

/** Hears each event once the page is following; for what is more than “fetch again” (a notice of new tasks). */
export function onLiveEvent(listener: (event: LiveEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const KINDS: readonly LiveKind[] = ['case', 'task', 'incident', 'bundle'];
const RETRY_MS = [1000, 2000, 5000, 10_000, 20_000];

/**
 * Follows the server's events until closed. A broken line is taken up again by the browser, which names the last event
 * it heard so that the server sends what was missed; where the browser gives up (an error answer), it is opened anew
 * with growing pauses. `onReset` runs when events may have been missed for good.
 */
export function followEvents(onReset: () => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let renewed = false;

  const opened = (): void => {
    failures = 0;
    if (renewed || liveState.get() === 'lost') onReset();
    renewed = false;
    liveState.set('open');
  };
  const broken = (): void => {
    liveState.set('lost');
    if (source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(timer);
    timer = setTimeout(connect, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
    failures += 1;
    renewed = true;
  };
  function connect(): void {
    source?.close();
    source = new EventSource('/api/events');
    source.onopen = opened;
    source.onerror = broken;
    source.addEventListener('reset', onReset);
    for (const kind of KINDS) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        const heard: LiveEvent = { ...(JSON.parse(event.data) as object), kind };
        listeners.forEach((listener) => listener(heard));
      });
    }
  }

  liveState.set('connecting');
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
    liveState.set('off');
  };
}
