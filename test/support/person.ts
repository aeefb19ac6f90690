/** A person at the API, as the pages act for one: cookie, CSRF token, problem details. Speaks HTTP only. */
import { setTimeout as delay } from 'node:timers/promises';

export interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: { path: string; message: string }[];
}

export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(method: string, path: string, problem: Problem) {
    super(
      `${method} ${path}: ${problem.status} ${problem.code} ${problem.detail} ${JSON.stringify(problem.errors ?? [])}`,
    );
    this.problem = problem;
  }
}

export interface CaseView {
  caseNumber: string;
  state: string;
  result: string | null;
  items: { itemId: string; state: string; result: string | null }[];
  allowed: string[];
}

export interface TaskSummary {
  id: string;
  elementId: string;
  caseNumber: string;
  state: string;
}

export class Person {
  readonly #baseUrl: string;
  #cookie = '';
  #csrf = '';

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  static async signIn(baseUrl: string, userName: string, password = 'tongban-demo'): Promise<Person> {
    const person = new Person(baseUrl);
    await person.#refreshCsrf();
    await person.call('POST', '/api/session', { userName, password });
    await person.#refreshCsrf();
    return person;
  }

  async #refreshCsrf(): Promise<void> {
    const session = (await this.call('GET', '/api/session')) as { csrfToken: string };
    this.#csrf = session.csrfToken;
  }

  /** The JSON answer. @throws ProblemError */
  async call(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<unknown> {
    const json = body === undefined ? {} : { body: JSON.stringify(body), type: 'application/json' };
    return this.#send(method, path, json.body, { ...(json.type ? { 'Content-Type': json.type } : {}), ...headers });
  }

  async #send(
    method: string,
    path: string,
    body: RequestInit['body'],
    headers: Record<string, string>,
  ): Promise<unknown> {
    const response = await fetch(this.#baseUrl + path, {
      method,
      headers: { ...headers, Cookie: this.#cookie, 'X-CSRF-Token': this.#csrf, Origin: this.#baseUrl },
      ...(body === undefined || body === null ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keepCookie(cookie);
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new ProblemError(method, path, { ...(answer as Problem), status: response.status });
    return answer;
  }

  #keepCookie(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const name = pair.split('=')[0];
    const others = this.#cookie.split('; ').filter((known) => known !== '' && !known.startsWith(`${name}=`));
    this.#cookie = [...others, pair].join('; ');
  }

  async upload(bundleId: string, materialId: string, content: Buffer, fileName: string, type: string): Promise<string> {
    const form = new FormData();
    form.set('bundleId', bundleId);
    form.set('materialId', materialId);
    form.set('file', new Blob([new Uint8Array(content)], { type }), fileName);
    const answer = (await this.#send('POST', '/api/materials', form, {})) as { id: string };
    return answer.id;
  }

  /** The raw answer to a GET, for files and headers. */
  fetch(path: string): Promise<Response> {
    return fetch(this.#baseUrl + path, { headers: { Cookie: this.#cookie }, signal: AbortSignal.timeout(30_000) });
  }

  async getCase(caseNumber: string): Promise<CaseView> {
    return (await this.call('GET', `/api/cases/${caseNumber}`)) as CaseView;
  }

  /** What is open to this person: not claimed yet, or claimed by them (before a crash, say). */
  async tasks(queue: string, caseNumber?: string): Promise<TaskSummary[]> {
    const lists = await Promise.all(
      ['state=open', 'state=claimed&mine=true'].map(
        async (filter) => (await this.call('GET', `/api/tasks?queue=${queue}&${filter}`)) as { items: TaskSummary[] },
      ),
    );
    const items = lists.flatMap((list) => list.items);
    return items.filter((task) => caseNumber === undefined || task.caseNumber === caseNumber);
  }

  /** Polls until the check answers something; the deadline's error says what was waited for. */
  static async until<T>(what: string, check: () => Promise<T | undefined | false>, timeoutMs = 30_000): Promise<T> {
    const end = Date.now() + timeoutMs;
    let last: unknown;
    while (Date.now() < end) {
      try {
        const found = await check();
        if (found) return found;
      } catch (error) {
        last = error;
      }
      await delay(100);
    }
    throw new Error(`waited ${timeoutMs} ms for ${what}${last instanceof Error ? `; last: ${last.message}` : ''}`);
  }
}
