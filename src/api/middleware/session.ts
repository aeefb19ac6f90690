/** Who asks: the cookie session. */
import type { RequestHandler } from 'express';
import type { Domain } from '../../domain/domain.js';
import type { Config } from '../../shared/config.js';
import { stateOf } from './request-context.js';

export const SESSION_COOKIE = 'tongban_session';

/** Finds the session behind the cookie; an unknown or expired one counts as nobody. */
export function session(domain: Pick<Domain, 'users'>): RequestHandler {
  return async (req, _res, next) => {
    const token = cookieOf(req.headers.cookie, SESSION_COOKIE);
    if (token) {
      const state = stateOf(req);
      state.sessionToken = token;
      const found = await domain.users.findSession(token);
      if (found) state.session = found;
    }
    next();
  };
}

/** The Set-Cookie value that signs somebody in. `maxAgeSeconds` is the session's life. */
export function sessionCookie(config: Pick<Config, 'secureCookies'>, token: string, maxAgeSeconds: number): string {
  const secure = config.secureCookies ? '; Secure' : '';
  return `${SESSION_COOKIE}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

/** The Set-Cookie value that signs out. */
export function endedSessionCookie(config: Pick<Config, 'secureCookies'>): string {
  return sessionCookie(config, '', 0);
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return decodeSafely(value.join('='));
  }
  return undefined;
}

function decodeSafely(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
