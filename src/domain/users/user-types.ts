import type { Actor } from './actor.js';

/** What a fresh sign-in hands out. The token goes into an HttpOnly cookie and is stored only as a hash. */
export interface SignedIn {
  readonly token: string;
  /** To be sent as `X-CSRF-Token` with unsafe methods of this session. */
  readonly csrfToken: string;
  readonly user: Actor;
  readonly expiresAt: Date;
}

export interface Session {
  readonly user: Actor;
  /** Value that the session's own pages send in X-CSRF-Token. */
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

export interface UserService {
  /** @throws AppError unauthenticated, SESSION_CREDENTIALS_WRONG (the same for an unknown user and a wrong password). */
  signIn(userName: string, password: string): Promise<SignedIn>;
  /** The session behind a cookie's token; undefined when unknown or expired. */
  findSession(token: string): Promise<Session | undefined>;
  signOut(token: string): Promise<void>;
  findById(id: string): Promise<Actor | undefined>;
  /** Creates the demonstration accounts that are missing; existing ones stay as they are. */
  seedDemoUsers(): Promise<void>;
  /** For the sign-in page and the start banner. */
  demoUsers(): readonly { userName: string; displayName: string; role: string }[];
}
