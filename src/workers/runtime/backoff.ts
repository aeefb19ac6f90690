/** How long a failed job rests, milliseconds: 1 s, 4 s, 16 s … at most 5 min. `retriesLeft` as the engine counts them. */
const FIRST_MS = 1000;
const LONGEST_MS = 300_000;
/** Models give each task three tries. */
const USUAL_RETRIES = 3;

export function backoffMs(retriesLeft: number): number {
  const failuresSoFar = Math.max(0, USUAL_RETRIES - 1 - retriesLeft);
  return Math.min(FIRST_MS * 4 ** failuresSoFar, LONGEST_MS);
}
