import { recordTemplates } from './index-templates.js';

export interface ExportTarget {
  /** Without the trailing slash; may have a path. */
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

const REQUEST_TIMEOUT_MS = 30_000;

interface BulkResponse {
  errors?: boolean;
  items?: Record<string, { status?: number; error?: unknown }>[];
}

/** The Elasticsearch-like endpoint that takes the records. */
export class BulkEndpoint {
  readonly #url: string;
  readonly #authorization: string | undefined;

  constructor({ url, username, password }: ExportTarget) {
    this.#url = url.replace(/\/+$/, '');
    if (username !== undefined) {
      this.#authorization = `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}`;
    }
  }

  /** @throws Error when the endpoint is away or refuses */
  async putTemplates(signal: AbortSignal): Promise<void> {
    for (const { path, body } of recordTemplates()) {
      const response = await this.#send('PUT', path, 'application/json', JSON.stringify(body), signal);
      await response.arrayBuffer();
    }
  }

  /** @throws Error when the endpoint is away, or refuses one of the records */
  async sendBulk(lines: string, signal: AbortSignal): Promise<void> {
    const response = await this.#send('POST', '/_bulk', 'application/x-ndjson', lines, signal);
    const { errors, items } = (await response.json()) as BulkResponse;
    if (errors !== true) return;
    const refused = items?.flatMap((item) => Object.values(item)).find(({ status }) => (status ?? 0) >= 400);
    throw new Error(`the endpoint refused a record: ${JSON.stringify(refused)}`);
  }

  async #send(method: string, path: string, contentType: string, body: string, signal: AbortSignal): Promise<Response> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      body,
      headers: {
        'content-type': contentType,
        ...(this.#authorization === undefined ? {} : { authorization: this.#authorization }),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
    });
    if (response.ok) return response;
    const text = await response.text();
    throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 200)}`);
  }
}
