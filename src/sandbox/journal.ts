/** An append-only file of JSON lines: what was appended is on disk when `append` returns. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';

export interface Journal<T> {
  /** Synchronous, so that entries never interleave. */
  append(entry: T): void;
  close(): void;
}

/** Opens the file, making it when missing, and hands every earlier entry to `replay`, oldest first. */
export function openJournal<T>(file: string, replay: (entry: T) => void): Journal<T> {
  mkdirSync(path.dirname(file), { recursive: true });
  if (existsSync(file)) for (const line of readWholeLines(file)) replay(JSON.parse(line) as T);
  const descriptor = openSync(file, 'a', 0o600);
  return {
    append(entry) {
      writeSync(descriptor, `${JSON.stringify(entry)}\n`);
      fsyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}

/** A last line without its end was torn by a crash before anyone was told of it: it is cut off. */
function readWholeLines(file: string): string[] {
  const content = readFileSync(file);
  const end = content.lastIndexOf(0x0a) + 1;
  if (end < content.length) truncateSync(file, end);
  return content.subarray(0, end).toString('utf8').split('\n').filter(Boolean);
}
