/**
 * The connection to MongoDB (or what speaks its protocol). Uses mongoose's default connection: models are module-level
 * values, and whatever models the program has imported before connecting get their collections and indexes here.
 */
import mongoose from 'mongoose';
import type { Logger } from '../shared/logger.js';

export interface Database {
  /** Resolves while the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The database did not answer, or not as a database should; the message says which step. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}

/** Milliseconds for one step of the start; a store that hangs must not hang the program. */
const STEP_LIMIT_MS = 15_000;

mongoose.set('strictQuery', 'throw');
mongoose.set('autoCreate', false);
mongoose.set('autoIndex', false);
mongoose.set('bufferCommands', false);

/**
 * Connects, creates collections, then indexes, strictly one after another (SecantusDB does not survive them at the same
 * time), and writes, reads and removes one document to know that the store works.
 * @throws DatabaseError
 */
export async function connectDatabase(uri: string, logger: Logger): Promise<Database> {
  await step('connect', () => mongoose.connect(uri, { serverSelectionTimeoutMS: 10_000, maxPoolSize: 30 }));
  try {
    await createCollections();
    await createIndexes();
    await step('self-test', selfTest);
  } catch (error) {
    await mongoose.disconnect();
    throw error;
  }
  logger.info({ database: mongoose.connection.name }, 'database connected');
  return {
    ping: async () => {
      await withLimit(adminDb().command({ ping: 1 }), 3_000, 'ping');
    },
    close: () => mongoose.disconnect(),
  };
}

async function createCollections(): Promise<void> {
  const present = await step('list collections', () => adminDb().listCollections({}, { nameOnly: true }).toArray());
  const names = new Set(present.map((collection) => collection.name));
  for (const model of Object.values(mongoose.models)) {
    const name = model.collection.collectionName;
    if (!names.has(name)) await step(`create collection ${name}`, () => createIfAbsent(name));
  }
}

/** Another process may have been faster. */
async function createIfAbsent(name: string): Promise<void> {
  try {
    await adminDb().createCollection(name);
  } catch (error) {
    if ((error as { codeName?: string }).codeName !== 'NamespaceExists') throw error;
  }
}

async function createIndexes(): Promise<void> {
  for (const model of Object.values(mongoose.models)) {
    for (const [fields, options] of model.schema.indexes()) {
      const { background: _background, ...wanted } = options as Record<string, unknown>;
      await step(`index ${model.collection.collectionName} ${JSON.stringify(fields)}`, () =>
        model.collection.createIndex(fields as Record<string, 1>, wanted),
      );
    }
  }
}

async function selfTest(): Promise<void> {
  const collection = adminDb().collection<{ _id: string; at: Date }>('selftests');
  const id = `${process.pid}-${Date.now()}`;
  await collection.insertOne({ _id: id, at: new Date() });
  const found = await collection.findOne({ _id: id });
  await collection.deleteOne({ _id: id });
  if (!found) throw new Error('a document that was just written cannot be read');
}

function adminDb(): mongoose.mongo.Db {
  const { db } = mongoose.connection;
  if (!db) throw new DatabaseError('The database is not connected.');
  return db;
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLimit(work(), STEP_LIMIT_MS, name);
  } catch (error) {
    throw new DatabaseError(`Database: ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

async function withLimit<T>(work: Promise<T>, limitMs: number, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DatabaseError(`${name}: no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
