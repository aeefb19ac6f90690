/** Secrets that a data folder keeps: made at first use, the same for every part that runs on the folder. */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { newSecret } from './ids.js';

export interface Secrets {
  /** Basic auth password of the record stream. */
  readonly recordsPassword: string;
  /** HMAC key of the bank's call-backs. */
  readonly callbackSecret: string;
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
