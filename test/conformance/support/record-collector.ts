/** A small Elasticsearch-like server that keeps the records which an engine exports to it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface CollectedRecord {
  readonly position: number;
  readonly key: number;
  readonly timestamp: number;
  readonly valueType: string;
  readonly intent: string;
  readonly recordType: string;
  readonly sourceRecordPosition: number;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

type Match = (record: CollectedRecord) => boolean;

export class RecordCollector {
  readonly records: CollectedRecord[] = [];
  readonly requests: { method: string; url: string }[] = [];
  /** What is wrong with the stream, if anything: positions out of order, missing credentials. */
  readonly complaints: string[] = [];
  readonly #server;
  readonly #waiting = new Set<() => void>();
  readonly #expected: string;
  /** Answers 503 while true. */
  isAway = false;

  constructor({ username, password }: Credentials) {
    this.#expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    this.#server = createServer((request, response) => {
      void text(request).then((body) => {
        const { method = '', url = '' } = request;
        this.requests.push({ method, url });
        if (request.headers.authorization !== this.#expected) this.complaints.push(`${url}: wrong credentials`);
        response.setHeader('X-Elastic-Product', 'Elasticsearch');
        response.setHeader('content-type', 'application/json');
        response.statusCode = this.isAway ? 503 : 200;
        if (!this.isAway && url.endsWith('/_bulk')) this.#take(body);
        response.end(
          JSON.stringify(url.endsWith('/_bulk') ? { took: 1, errors: false, items: [] } : { acknowledged: true }),
        );
      });
    });
  }

  /** @returns the URL to export to; it has a path, as the ingestion endpoint's has */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/records`;
  }

  /** The first matching record, now or when it comes. */
  async waitFor(what: string, match: Match, timeoutMs = 15_000): Promise<CollectedRecord> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const found = this.records.find(match);
      if (found) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`no record within ${timeoutMs} ms: ${what}`);
      await this.#news(left);
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #news(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      this.#waiting.add(done);
    });
  }

  #take(body: string): void {
    const lines = body.split('\n');
    for (let index = 0; index + 1 < lines.length; index += 2) {
      const action = JSON.parse(lines[index] ?? '') as { index: { _id: string } };
      const record = JSON.parse(lines[index + 1] ?? '') as CollectedRecord;
      if (action.index._id !== `1-${record.position}`)
        this.complaints.push(`${action.index._id} is no id of ${record.position}`);
      const last = this.records.at(-1)?.position ?? -1;
      if (record.position > last) this.records.push(record);
      else if (!this.records.some(({ position }) => position === record.position)) {
        this.complaints.push(`position ${record.position} came after ${last}`);
      }
    }
    for (const wake of [...this.#waiting]) wake();
  }
}
