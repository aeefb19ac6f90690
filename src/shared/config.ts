/**
 * All configuration, read once at start from the environment; nothing else in src reads it. A bad value stops the start
 * with the variable's name, what was expected and what was found.
 */
import path from 'node:path';

export interface Config {
  /** Port of the one web address: pages and API. */
  readonly port: number;
  readonly host: string;
  /** The one folder that everything durable lies in (absolute). */
  readonly dataDir: string;
  /** Downloaded tools (Zeebe, SecantusDB); may be shared by several data folders. */
  readonly toolsDir: string;
  readonly mongodbUri: string | undefined;
  readonly redisUrl: string | undefined;
  /** `host:port` of a Zeebe gateway; undefined means the embedded engine. */
  readonly zeebeAddress: string | undefined;
  /** gRPC port of the embedded engine (or of the Zeebe that we start). */
  readonly enginePort: number;
  /** Base URL of the department sandbox, or of whatever plays its part. */
  readonly sandboxUrl: string | undefined;
  readonly sandboxPort: number;
  /** How outside systems (and Zeebe's exporter) reach this API. */
  readonly publicUrl: string;
  /** Credential of the record stream; undefined: made at first start and kept in the data folder. */
  readonly recordsUser: string;
  readonly recordsPassword: string | undefined;
  readonly logLevel: LogLevel;
  /** Plain HTTP on a machine of one's own; true behind TLS. */
  readonly secureCookies: boolean;
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
const LOG_LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

type Environment = Readonly<Record<string, string | undefined>>;

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** @throws ConfigError naming the variable. */
export function loadConfig(env: Environment = process.env): Config {
  const port = portOf(env, 'PORT', 8080);
  const dataDir = path.resolve(env['TONGBAN_DATA'] ?? '.tongban');
  return {
    port,
    host: env['HOST'] ?? '127.0.0.1',
    dataDir,
    toolsDir: path.resolve(env['TONGBAN_TOOLS'] ?? path.join(dataDir, 'tools')),
    mongodbUri: urlOf(env, 'MONGODB_URI', ['mongodb:', 'mongodb+srv:']),
    redisUrl: urlOf(env, 'REDIS_URL', ['redis:', 'rediss:']),
    zeebeAddress: addressOf(env, 'ZEEBE_ADDRESS'),
    enginePort: portOf(env, 'ENGINE_PORT', 26500),
    sandboxUrl: urlOf(env, 'SANDBOX_URL', ['http:', 'https:']),
    sandboxPort: portOf(env, 'SANDBOX_PORT', 8090),
    publicUrl: urlOf(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://127.0.0.1:${port}`,
    recordsUser: env['RECORDS_USER'] ?? 'zeebe',
    recordsPassword: env['RECORDS_PASSWORD'],
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    secureCookies: oneOf(env, 'SECURE_COOKIES', ['true', 'false'], 'false') === 'true',
  };
}

function portOf(env: Environment, name: string, byDefault: number): number {
  const text = env[name];
  if (text === undefined || text === '') return byDefault;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535) {
    throw new ConfigError(`${name} must be a port number from 0 to 65535, but is '${text}'.`);
  }
  return value;
}

function urlOf(env: Environment, name: string, protocols: readonly string[]): string | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text.replace(/\/$/, '');
  throw new ConfigError(`${name} must be a URL that starts with ${protocols.join(' or ')}//, but is '${text}'.`);
}

function addressOf(env: Environment, name: string): string | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  if (/^[^\s:/]+:\d{1,5}$/.test(text)) return text;
  throw new ConfigError(`${name} must be host:port, but is '${text}'.`);
}

function oneOf<T extends string>(env: Environment, name: string, allowed: readonly T[], byDefault: T): T {
  const text = env[name];
  if (text === undefined || text === '') return byDefault;
  const found = allowed.find((value) => value === text);
  if (found) return found;
  throw new ConfigError(`${name} must be one of ${allowed.join(', ')}, but is '${text}'.`);
}
