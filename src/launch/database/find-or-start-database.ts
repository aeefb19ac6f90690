/**
 * The database of one-machine mode: MONGODB_URI, else a mongod on the PATH or downloaded, else SecantusDB. The choice is
 * made at the first start and kept with the data: the files of one are not the files of another.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { findFreePort } from '../ports.js';
import { startServiceProcess, type ServiceProcess } from '../service-process.js';
import { downloadMongod, findMongod, initiateReplicaSet, mongodArguments } from './mongod.js';
import { findOrInstallSecantus, SECANTUS_VERSION } from './secantus.js';

export interface DatabaseOptions {
  /** Used as it is when set. */
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
  readonly toolsDir: string;
  log(message: string): void;
}

export interface Database {
  readonly uri: string;
  /** For people: which one runs and where its files are. */
  readonly description: string;
  stop(): Promise<void>;
}

type Kind = 'mongod' | 'secantusdb';
interface Choice {
  kind: Kind;
  port: number;
}

/** @throws Error that says what was tried and what to install or set. */
export async function findOrStartDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.mongodbUri) {
    const uri = options.mongodbUri;
    return { uri, description: `MongoDB at ${new URL(uri).host} (MONGODB_URI)`, stop: () => Promise.resolve() };
  }
  const choice = await keptChoice(options.dataDir);
  const kind = choice?.kind ?? (await firstKind(options));
  const port = choice?.port ?? (await findFreePort());
  keepChoice(options.dataDir, { kind, port });
  return kind === 'mongod' ? startMongod(options, port) : startSecantus(options, port);
}

async function firstKind(options: DatabaseOptions): Promise<Kind> {
  if (await findMongod(options.toolsDir)) return 'mongod';
  return (await downloadMongod(options.toolsDir, options.log)) ? 'mongod' : 'secantusdb';
}

async function startMongod(options: DatabaseOptions, port: number): Promise<Database> {
  const command = await findMongod(options.toolsDir);
  if (!command)
    throw new Error(`The data in ${options.dataDir} was written by mongod, which is not on the PATH any more.`);
  const files = filesDir(options.dataDir, 'mongodb');
  const service = await start(options, {
    command,
    port,
    args: (p) => mongodArguments(files, p),
    isReady: initiateReplicaSet,
  });
  return describe(service, `mongod (${command}), files in ${files}`, '?directConnection=true');
}

async function startSecantus(options: DatabaseOptions, port: number): Promise<Database> {
  const command = await findOrInstallSecantus(options.toolsDir, options.log);
  const files = filesDir(options.dataDir, 'secantusdb');
  const args = (p: number): string[] => [
    '--host',
    '127.0.0.1',
    '--port',
    String(p),
    '--storage-path',
    files,
    '--sync-on-commit',
  ];
  const service = await start(options, { command, port, args, isReady: ping });
  return describe(
    service,
    `SecantusDB ${SECANTUS_VERSION} (MongoDB-compatible), files in ${files}`,
    '?directConnection=true',
  );
}

interface Server {
  command: string;
  port: number;
  args(port: number): string[];
  isReady(port: number): Promise<void>;
}

async function start(options: DatabaseOptions, server: Server): Promise<ServiceProcess> {
  const common = { name: 'database', dataDir: options.dataDir, startTimeoutMs: 60_000, stopTimeoutMs: 20_000 };
  try {
    return await startServiceProcess({ ...common, ...server });
  } catch (error) {
    // The kept port may have been taken by somebody else since; any other works as well for a server of our own.
    const port = await findFreePort();
    options.log(`the database did not come up on port ${server.port}; trying port ${port}`);
    const service = await startServiceProcess({ ...common, ...server, port }).catch(() =>
      Promise.reject(error as Error),
    );
    const kind = (await keptChoice(options.dataDir))?.kind ?? 'secantusdb';
    keepChoice(options.dataDir, { kind, port });
    return service;
  }
}

function describe(service: ServiceProcess, description: string, query: string): Database {
  const uri = `mongodb://127.0.0.1:${service.port}/tongban${query}`;
  return { uri, description: `${description}, port ${service.port}`, stop: () => service.stop() };
}

async function ping(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 2_000,
  });
  try {
    await client.db('admin').command({ ping: 1 });
  } finally {
    await client.close();
  }
}

function filesDir(dataDir: string, name: string): string {
  const directory = path.join(dataDir, name);
  mkdirSync(directory, { recursive: true });
  return directory;
}

const choiceFile = (dataDir: string): string => path.join(dataDir, 'database.json');

async function keptChoice(dataDir: string): Promise<Choice | undefined> {
  const file = choiceFile(dataDir);
  return Promise.resolve(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Choice) : undefined);
}

function keepChoice(dataDir: string, choice: Choice): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(choiceFile(dataDir), `${JSON.stringify(choice)}\n`);
}
