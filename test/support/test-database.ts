/**
 * A real database for tests: MONGODB_URI when set, else the one that `npm start` would find or install. One server per
 * mocha process, a database of its own per suite. Import the models' modules before connecting: collections and indexes
 * are made then.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import mongoose from 'mongoose';
import { connectDatabase, type Database } from '../../src/domain/database.js';
import { findOrStartDatabase, type Database as Server } from '../../src/launch/database/find-or-start-database.js';
import { silentLogger } from '../../src/shared/logger.js';
import { projectRoot } from '../../src/shared/project-root.js';

let server: Promise<Server> | undefined;
let serverDir: string | undefined;

// Importing this file registers a root hook: the server goes when all suites of the process are done.
after(async function () {
  this.timeout(30_000);
  await (await server)?.stop();
  if (serverDir) rmSync(serverDir, { recursive: true, force: true });
});

export interface TestDatabase extends Database {
  readonly uri: string;
  /** Drops what the suite wrote, and disconnects. */
  close(): Promise<void>;
}

/** Connects mongoose to a fresh database. Call it in a `before` hook and allow it a minute: the first call starts the server. */
export async function connectTestDatabase(): Promise<TestDatabase> {
  server ??= startServer();
  const uri = withDatabase((await server).uri, `tongban-test-${randomBytes(6).toString('hex')}`);
  const database = await connectDatabase(uri, silentLogger);
  return {
    ...database,
    uri,
    close: async () => {
      await mongoose.connection.db?.dropDatabase();
      await database.close();
    },
  };
}

function startServer(): Promise<Server> {
  serverDir = mkdtempSync(path.join(os.tmpdir(), 'tongban-test-database-'));
  return findOrStartDatabase({
    mongodbUri: process.env['MONGODB_URI'],
    dataDir: serverDir,
    toolsDir: process.env['TONGBAN_TOOLS'] ?? path.join(projectRoot, '.tongban', 'tools'),
    log: () => undefined,
  });
}

function withDatabase(uri: string, name: string): string {
  const url = new URL(uri);
  url.pathname = `/${name}`;
  return url.href;
}
