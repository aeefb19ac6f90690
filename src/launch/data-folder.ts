/** The data folder: one running system each, and the secrets that were made at its first start. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
  fsyncSync,
  renameSync,
} from 'node:fs';
import path from 'node:path';
import { newSecret } from '../shared/ids.js';

export interface Secrets {
  /** Basic auth password of the record stream. */
  readonly recordsPassword: string;
  /** HMAC key of the bank's call-backs. */
  readonly callbackSecret: string;
}

/**
 * Takes the folder for this process. @returns the way to give it back.
 * @throws Error naming the process that has it.
 */
export function lockDataFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'lock');
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (owner > 0 && owner !== process.pid && isTongban(owner)) {
    throw new Error(
      `Another Tongban (process ${owner}) runs on ${dataDir}: stop it, or set TONGBAN_DATA to another folder.`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** A process id that was reused by some other program does not count. */
function isTongban(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('launch/main');
}

/** The secrets of this folder, made at first use; the file is for its owner only. */
export function keptSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets: Secrets = { recordsPassword: newSecret(), callbackSecret: newSecret() };
  mkdirSync(dataDir, { recursive: true });
  writeDurably(file, JSON.stringify(secrets));
  return secrets;
}

function writeDurably(file: string, text: string): void {
  const part = `${file}.part`;
  const descriptor = openSync(part, 'w', 0o600);
  writeSync(descriptor, text);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(part, file);
  chmodSync(file, 0o600);
}
