/**
 * All services of the domain in one value, made by create-domain.ts. Each area owns its service type; what is declared
 * here is only what one area needs of another before that area's own type exists.
 */
import type { Actor } from './actor.js';

export interface Domain {
  readonly users: SessionFinder;
}

/** What api needs of `users` to know who asks. */
export interface SessionFinder {
  /** The session behind a cookie's token; undefined when unknown or expired. */
  findSession(token: string): Promise<FoundSession | undefined>;
}

export interface FoundSession {
  readonly actor: Actor;
  /** Value that the session's own pages send in X-CSRF-Token. */
  readonly csrfToken: string;
}
