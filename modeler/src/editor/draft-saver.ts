/**
 * Keeps a draft safe: each change goes into a backup on this computer at once and to the server after a pause.
 * One request at a time; the latest text wins; a conflict or a refusal stops saving until it is resolved.
 */
export type SaveState = 'saved' | 'changed' | 'saving' | 'offline' | 'failed' | 'conflict';

export interface Saved {
  revision: number;
}

export interface DraftSaverDeps<T> {
  /** The current content; asked for only when it is to be saved. */
  read(): Promise<T>;
  /** Sends it; `revision` is the one it is based on, null when there is no draft yet. */
  send(content: T, revision: number | null): Promise<Saved>;
  /** Keeps it on this computer; null takes it away. */
  backUp(content: T | null): void;
  /** What a failure means. */
  classify(error: unknown): 'conflict' | 'offline' | 'failed';
  onState(state: SaveState, error?: unknown): void;
  /** Pause after the last change, in milliseconds. */
  pauseMs: number;
  /** Pause before trying again when the server was not reached, in milliseconds. */
  retryMs: number;
}

/** `T`: what is saved. */
export class DraftSaver<T> {
  readonly #deps: DraftSaverDeps<T>;
  #revision: number | null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  /** Raised by each change; what was sent under an older number is not the latest. */
  #change = 0;
  #sent = 0;
  #stopped = false;
  state: SaveState = 'saved';

  constructor(deps: DraftSaverDeps<T>, revision: number | null) {
    this.#deps = deps;
    this.#revision = revision;
  }

  get revision(): number | null {
    return this.#revision;
  }

  /** Whether something is not on the server yet. */
  get dirty(): boolean {
    return this.#change !== this.#sent;
  }

  /** Call after each change. */
  changed(): void {
    this.#change += 1;
    void this.#backUp();
    if (this.state === 'conflict') return;
    if (this.state !== 'saving') this.#set('changed');
    this.#schedule(this.#deps.pauseMs);
  }

  /** Saves now what is not saved; resolves when the server has it or saving failed (see `state`). */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (!this.dirty || this.state === 'conflict' || this.#stopped) return;
    this.#saving = this.#save();
    await this.#saving;
    this.#saving = undefined;
    if (this.dirty && this.state === 'changed') this.#schedule(this.#deps.pauseMs);
  }

  /** Goes on after a conflict: the text on screen is based on that revision from now on, and is saved again. */
  async overwrite(revision: number | null): Promise<void> {
    this.#revision = revision;
    this.#change += 1;
    this.#set('changed');
    await this.flush();
  }

  /** The revision moved without a save (publication asked for, taken back). */
  moved(revision: number): void {
    this.#revision = revision;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#stopped) this.#timer = setTimeout(() => void this.flush(), ms);
  }

  async #backUp(): Promise<void> {
    const change = this.#change;
    const content = await this.#deps.read();
    if (change === this.#change && this.dirty) this.#deps.backUp(content);
  }

  async #save(): Promise<void> {
    const change = this.#change;
    this.#set('saving');
    try {
      const { revision } = await this.#deps.send(await this.#deps.read(), this.#revision);
      this.#revision = revision;
      this.#sent = change;
      if (this.dirty) {
        this.#set('changed');
      } else {
        this.#deps.backUp(null);
        this.#set('saved');
      }
    } catch (error) {
      const state = this.#deps.classify(error);
      this.#set(state, error);
      if (state === 'offline') this.#schedule(this.#deps.retryMs);
    }
  }

  #set(state: SaveState, error?: unknown): void {
    this.state = state;
    if (!this.#stopped) this.#deps.onState(state, error);
  }
}
