/** A real mongod: on the PATH, or as mongodb-memory-server downloads it (not on networks that close its host). */
import { lookup } from 'node:dns/promises';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { DryMongoBinary, MongoBinary } from 'mongodb-memory-server-core';
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js';
import { findCommand } from '../find-command.js';

/** Path of a mongod that is there already. */
export async function findMongod(toolsDir: string): Promise<string | undefined> {
  const onPath = await findCommand('mongod');
  if (onPath) return onPath;
  const options = await DryMongoBinary.generateOptions({ downloadDir: downloadDirOf(toolsDir) });
  return DryMongoBinary.locateBinary(options);
}

/** Downloads mongod; undefined when its host cannot be reached (told at once by the name look-up) or the download fails. */
export async function downloadMongod(toolsDir: string, log: (message: string) => void): Promise<string | undefined> {
  try {
    const options = await DryMongoBinary.generateOptions({ downloadDir: downloadDirOf(toolsDir) });
    const url = new URL(await new MongoBinaryDownloadUrl(options).getDownloadUrl());
    await lookup(url.hostname);
    log(`downloading MongoDB ${options.version}, once`);
    return await MongoBinary.getPath(options);
  } catch {
    return undefined;
  }
}

/** One node as a replica set: transactions and change streams need one. */
export function mongodArguments(dataDir: string, port: number): string[] {
  return ['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', dataDir, '--replSet', 'tongban', '--quiet'];
}

/** Makes the replica set at first start; answers once the node is primary. */
export async function initiateReplicaSet(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 5_000,
  });
  try {
    const admin = client.db('admin');
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
    await admin.command({ replSetInitiate: { _id: 'tongban', members } }).catch(ignoreAlreadyInitialized);
    const hello = await admin.command({ hello: 1 });
    if (hello['isWritablePrimary'] !== true) throw new Error('the replica set has no primary yet');
  } finally {
    await client.close();
  }
}

function ignoreAlreadyInitialized(error: { codeName?: string }): void {
  if (error.codeName !== 'AlreadyInitialized') throw error;
}

const downloadDirOf = (toolsDir: string): string => path.join(toolsDir, 'mongodb');
