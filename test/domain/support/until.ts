import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until the check answers something; the error says what was waited for. */
export async function until<T>(
  what: string,
  check: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  timeoutMs = 8_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    const found = await check();
    if (found) return found;
    await delay(10);
  }
  throw new Error(`waited ${timeoutMs} ms for ${what}`);
}
