import { NetworkProblem, problemFrom } from './problem';
import { sessionGate } from './session-gate';
import type { Session } from './types';

let csrfToken = '';

interface Options {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  if (method !== 'GET') headers['X-CSRF-Token'] = csrfToken;
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: options.signal ?? null };
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(options.body);
  }
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NetworkProblem('network');
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const content = await response.text();
  if (!content) return undefined;
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** One request. Throws ApiProblem or NetworkProblem; a session that ran out is renewed by the person, then it goes on. */
export async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  if (method !== 'GET' && !csrfToken) await getSession();
  const response = await send(method, path, options);
  const body = await bodyOf(response);
  if (response.ok) return body as T;
  const problem = problemFrom(response.status, body);
  if (path === '/api/session') throw problem;
  if (response.status === 401 && (await sessionGate.waitForSignIn())) return request(method, path, options);
  if (response.status === 403 && problem.code.includes('CSRF') && !options.headers?.['X-Retried']) {
    await getSession();
    return request(method, path, { ...options, headers: { ...options.headers, 'X-Retried': '1' } });
  }
  throw problem;
}

export async function getSession(): Promise<Session> {
  const session = await request<Session>('GET', '/api/session');
  csrfToken = session.csrfToken;
  return session;
}

export async function signIn(userName: string, password: string): Promise<Session> {
  await getSession();
  await request<unknown>('POST', '/api/session', { body: { userName, password } });
  return getSession();
}

export async function signOut(): Promise<Session> {
  await request<unknown>('DELETE', '/api/session');
  return getSession();
}

/** For requests that are not made with fetch (upload with progress). */
export const currentCsrfToken = (): string => csrfToken;

/** A query string from what is set; empty values are left out. */
export function withQuery(path: string, query: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
