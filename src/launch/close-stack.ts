/** What was started, closed in the reverse order; one part's failure to close does not keep the others open. */
import type { Logger } from '../shared/logger.js';

export interface CloseStack {
  add(name: string, close: () => Promise<void>): void;
  /** Waits for a part and notes how to close it. */
  use<T extends { close(): Promise<void> } | { stop(): Promise<void> }>(name: string, part: T | Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createCloseStack(logger: Logger): CloseStack {
  const entries: { name: string; close: () => Promise<void> }[] = [];
  return {
    add: (name, close) => void entries.push({ name, close }),
    use: async (name, started) => {
      const part = await started;
      entries.push({ name, close: () => ('close' in part ? part.close() : part.stop()) });
      return part;
    },
    close: async () => {
      for (let entry = entries.pop(); entry; entry = entries.pop()) {
        const { name } = entry;
        await entry.close().catch((error: unknown) => logger.error({ part: name, error }, 'part did not close'));
      }
    },
  };
}
