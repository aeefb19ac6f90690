/** Structured logs (pino, JSON lines on standard output). Personal data never goes in: log case numbers and keys. */
import { pino } from 'pino';
import type { LogLevel } from './config.js';

export interface Logger {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
  child(bindings: object): Logger;
}

/** `destination` is a file path; standard output when left out. */
export function createLogger(level: LogLevel, destination?: string): Logger {
  const options = { level, base: {}, redact: ['password', '*.password', 'idNumber', '*.idNumber', 'phone', '*.phone'] };
  return destination ? pino(options, pino.destination({ dest: destination, mkdir: true })) : pino(options);
}

export const silentLogger: Logger = pino({ level: 'silent' });
