/** Reads Server-Sent Events as a browser does. */
export interface ServerEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

export class EventStream {
  readonly events: ServerEvent[] = [];
  readonly response: Response;
  /** Comment lines, e.g. heart-beats. */
  comments = 0;
  ended = false;
  readonly #abort: AbortController;
  #wake: () => void = () => undefined;

  private constructor(response: Response, abort: AbortController) {
    this.response = response;
    this.#abort = abort;
    void this.#read();
  }

  static async open(url: string, headers: Record<string, string>): Promise<EventStream> {
    const abort = new AbortController();
    const response = await fetch(url, { headers, signal: abort.signal });
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    return new EventStream(response, abort);
  }

  /** The first event, already here or to come, that fits. */
  async next(fits: (event: ServerEvent) => boolean, timeoutMs = 10_000): Promise<ServerEvent> {
    let found: ServerEvent | undefined;
    await this.until(() => (found = this.events.find(fits)) !== undefined, timeoutMs);
    if (!found) throw new Error('found and lost');
    return found;
  }

  async until(holds: () => boolean, timeoutMs = 10_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (!holds()) {
      const left = end - Date.now();
      if (left <= 0) throw new Error(`not within ${timeoutMs} ms; events so far: ${JSON.stringify(this.events)}`);
      await this.#change(left);
    }
  }

  close(): void {
    this.#abort.abort();
  }

  #change(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of (this.response.body ?? []) as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block);
        this.#wake();
      }
    } catch {
      // Closed by us, or cut off: `ended` says so.
    }
    this.ended = true;
    this.#wake();
  }

  #take(block: string): void {
    const fields = new Map<string, string>();
    for (const line of block.split('\n')) {
      const at = line.indexOf(':');
      if (at === 0) this.comments += 1;
      else fields.set(line.slice(0, at), line.slice(at + 1).trim());
    }
    const data = fields.get('data');
    if (data === undefined) return;
    const event = fields.get('event') ?? 'message';
    this.events.push({ id: fields.get('id'), event, data: JSON.parse(data) as Record<string, unknown> });
  }
}
