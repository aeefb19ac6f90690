import { NetworkProblem, problemFrom } from './problem';
import type { Session } from './types';

let csrfToken = '';

interface Options {
  body?: unknown;
  headers?: Record<string, string>;
}

/** One JSON request with the cookie session. Throws ApiProblem (the server refused) or NetworkProblem (not reached). */
export async function request<T>(method: string, path: string, options: Options = {}, retried = false): Promise<T> {
  if (method !== 'GET' && csrfToken === '') await getSession();
  const response = await send(method, path, options);
  const body = await bodyOf(response);
  if (response.ok) return body as T;
  const problem = problemFrom(response.status, body);
  if (response.status === 403 && problem.code.includes('CSRF') && !retried) {
    await getSession(); // the session was renewed in another tab
    return request(method, path, options, true);
  }
  throw problem;
}

/** Who is signed in; also fetches the token that unsafe requests need. */
export async function getSession(): Promise<Session> {
  const session = await request<Session>('GET', '/api/session');
  csrfToken = session.csrfToken;
  return session;
}

async function send(method: string, path: string, { body, headers }: Options): Promise<Response> {
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      ...(method === 'GET' ? {} : { 'X-CSRF-Token': csrfToken }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
  try {
    return await fetch(path, init);
  } catch {
    throw new NetworkProblem('network');
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
