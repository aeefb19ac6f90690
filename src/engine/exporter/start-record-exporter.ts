import { setTimeout as delay } from 'node:timers/promises';
import type { EngineDoor } from '../processing/door.js';
import type { EngineRecord } from '../protocol/record.js';
import { BulkEndpoint, type ExportTarget } from './bulk-endpoint.js';
import { isExported, toBulkLines } from './exported-record.js';

export interface RecordExporterOptions extends ExportTarget {
  /** Under which the engine keeps how far this exporter came. Default `elasticsearch`. */
  readonly exporterId?: string;
  readonly logger?: ExporterLogger;
}

export interface ExporterLogger {
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
}

export interface RecordExporter {
  /** Stops; what is not sent yet is sent at the next start. */
  close(): Promise<void>;
}

const RECORDS_PER_READ = 500;
const MAX_BULK_LENGTH = 5_000_000;
const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 5_000;
/** The engine need not write down every step of ours: after a crash some records are sent twice. */
const ACKNOWLEDGE_EVERY_MS = 500;

/**
 * Sends the engine's records to an Elasticsearch-like endpoint: at once when there is little to send, in bulks when
 * there is much. While the endpoint is away nothing is lost: records stay in the engine until they are acknowledged.
 */
export function startRecordExporter(door: EngineDoor, options: RecordExporterOptions): RecordExporter {
  const exporter = new RunningExporter(door, options);
  const running = exporter.run().catch((error: unknown) => {
    options.logger?.warn({ err: error }, 'the record exporter ended with the engine');
  });
  return {
    async close() {
      exporter.stop();
      await running;
    },
  };
}

class RunningExporter {
  readonly #door: EngineDoor;
  readonly #endpoint: BulkEndpoint;
  readonly #id: string;
  readonly #logger: ExporterLogger | undefined;
  readonly #stopping = new AbortController();
  readonly #stopListening: () => void;
  #wake: () => void = () => undefined;
  #hasNews = true;
  #sentUpTo: number;
  #acknowledgedUpTo: number;
  #acknowledgedAt = 0;

  constructor(door: EngineDoor, options: RecordExporterOptions) {
    this.#door = door;
    this.#endpoint = new BulkEndpoint(options);
    this.#id = options.exporterId ?? 'elasticsearch';
    this.#logger = options.logger;
    this.#sentUpTo = door.exportedPosition(this.#id);
    this.#acknowledgedUpTo = this.#sentUpTo;
    this.#stopListening = door.onCommitted(() => {
      this.#hasNews = true;
      this.#wake();
    });
  }

  stop(): void {
    this.#stopListening();
    this.#stopping.abort();
    this.#wake();
  }

  async run(): Promise<void> {
    // Makes itself known: from now on the engine keeps records for it.
    await this.#door.acknowledgeExported(this.#id, this.#sentUpTo);
    await this.#untilItWorks('put index templates', () => this.#endpoint.putTemplates(this.#stopping.signal));
    while (!this.#isStopping) {
      const hasMore = await this.#sendNext();
      if (!hasMore) await this.#waitForNews();
    }
    await this.#acknowledge();
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Answers false when there was nothing more to read. */
  async #sendNext(): Promise<boolean> {
    this.#hasNews = false;
    const records = this.#door.readRecords(this.#sentUpTo, RECORDS_PER_READ);
    if (records.length === 0) return false;
    const { lines, lastPosition } = buildBulk(records);
    if (lines !== '') {
      const sent = await this.#untilItWorks('send records', () =>
        this.#endpoint.sendBulk(lines, this.#stopping.signal),
      );
      if (!sent) return false;
    }
    this.#sentUpTo = lastPosition;
    if (Date.now() - this.#acknowledgedAt >= ACKNOWLEDGE_EVERY_MS) await this.#acknowledge();
    return true;
  }

  /** Until something is committed, or until it is time to acknowledge what was sent. */
  async #waitForNews(): Promise<void> {
    if (this.#hasNews || this.#isStopping) return;
    const isBehind = this.#acknowledgedUpTo < this.#sentUpTo;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (isBehind) timer = setTimeout(resolve, ACKNOWLEDGE_EVERY_MS);
    });
    clearTimeout(timer);
    if (isBehind && !this.#hasNews) await this.#acknowledge();
  }

  async #acknowledge(): Promise<void> {
    this.#acknowledgedAt = Date.now();
    if (this.#acknowledgedUpTo === this.#sentUpTo) return;
    this.#acknowledgedUpTo = this.#sentUpTo;
    await this.#door.acknowledgeExported(this.#id, this.#sentUpTo);
  }

  /** Tries again, ever more slowly, until it works; answers false when the exporter stops first. */
  async #untilItWorks(what: string, attempt: () => Promise<void>): Promise<boolean> {
    for (let failures = 0; !this.#isStopping; failures += 1) {
      try {
        await attempt();
        if (failures > 0) this.#logger?.info({ exporter: this.#id, failures }, `could ${what} again`);
        return true;
      } catch (error) {
        if (this.#isStopping) return false;
        if (failures === 0 || failures === 10) {
          this.#logger?.warn({ err: error, exporter: this.#id, failures }, `cannot ${what}; trying again`);
        }
        const pause = Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
        await delay(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
    return false;
  }
}

/** As many of the records as go into one request, and the position of the last one that is in it or needs not be. */
function buildBulk(records: readonly EngineRecord[]): { lines: string; lastPosition: number } {
  let lines = '';
  let lastPosition = -1;
  for (const record of records) {
    if (isExported(record)) {
      if (lines.length > MAX_BULK_LENGTH) break;
      lines += toBulkLines(record);
    }
    lastPosition = record.position;
  }
  return { lines, lastPosition };
}
