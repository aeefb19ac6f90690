/**
 * A route is a value: what it is called, who may call it, what goes in and out, and the function that does it. The
 * express app and the OpenAPI document are both made from the list of routes, so they cannot disagree.
 */
import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { Actor, Role } from '../domain/users/actor.js';
import type { Domain } from '../domain/domain.js';
import type { Config } from '../shared/config.js';
import type { Logger } from '../shared/logger.js';

export type HttpMethod = 'get' | 'post' | 'put' | 'delete';

/** JSON Schema 2020-12; `{ $ref: '#/components/schemas/<Name>' }` points into components.ts. */
export type Schema = Readonly<Record<string, unknown>>;

export interface ResponseSpec {
  /** Chinese: when this is the answer. */
  readonly description: string;
  readonly schema?: Schema;
  /** `application/json` when left out. */
  readonly contentType?: string;
}

/** A form with exactly one file in the field `file`; the other fields are texts, coerced to the schema's types. */
export interface MultipartBody {
  readonly multipart: { readonly fields: Schema; readonly maxBytes: number };
}

/** The received file; it lies in a temporary folder until the answer is sent. */
export interface UploadedFile {
  readonly fileName: string;
  /** As the client states it: check it before trusting it. */
  readonly contentType: string;
  readonly bytes: number;
  open(): Readable;
}

export interface RateLimit {
  /** Requests that one caller may make within the window. */
  readonly limit: number;
  readonly windowMs: number;
  /** Count only what was refused: guessing is slowed down, a busy hall is not. */
  readonly failuresOnly?: boolean;
}

/** What a handler gets. `A` is `Actor` on routes that demand somebody, `Actor | null` on public ones. */
export interface RouteContext<Params, Query, Body, A extends Actor | null = Actor> {
  readonly actor: A;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Only on multipart routes. */
  readonly file: UploadedFile | undefined;
  /** The JSON body as it came, for signatures; empty when there was none. */
  readonly rawBody: Buffer;
  /** The session cookie's token, for signing out. */
  readonly sessionToken: string | undefined;
  header(name: string): string | undefined;
  readonly req: Request;
  readonly res: Response;
  readonly requestId: string;
  readonly domain: Domain;
  readonly config: Config;
  readonly logger: Logger;
}

/** What a handler answers; `undefined` when it has answered through `res` itself (live events). */
export interface Reply {
  /** 200 when left out, 204 when there is neither body nor stream. */
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of a body; set its content type in `headers`. */
  readonly stream?: Readable;
}

interface RouteBase {
  readonly method: HttpMethod;
  /** OpenAPI form: `/api/cases/{caseNumber}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  /** Chinese. */
  readonly summary: string;
  /** Chinese, markdown. */
  readonly description?: string;
  readonly params?: Schema;
  readonly query?: Schema;
  /** Request headers that the document should tell of, as an object schema. */
  readonly headers?: Schema;
  readonly body?: Schema | MultipartBody;
  /** Largest JSON body, bytes; 1 MiB when left out. */
  readonly maxBodyBytes?: number;
  readonly responses: Readonly<Record<number, ResponseSpec>>;
  /** Demand X-CSRF-Token (default: on every unsafe method). */
  readonly csrf?: boolean;
  readonly rateLimit?: RateLimit;
}

export interface PublicRoute<Params, Query, Body> extends RouteBase {
  readonly roles: 'public';
  handle(ctx: RouteContext<Params, Query, Body, Actor | null>): Promise<Reply | undefined>;
}

export interface GuardedRoute<Params, Query, Body> extends RouteBase {
  readonly roles: 'signed-in' | readonly Role[];
  handle(ctx: RouteContext<Params, Query, Body>): Promise<Reply | undefined>;
}

/** A route whose types have been checked where it was defined; the app validates before it calls `handle`. */
export interface Route extends RouteBase {
  readonly roles: 'public' | 'signed-in' | readonly Role[];
  handle(ctx: RouteContext<unknown, unknown, unknown, Actor | null>): Promise<Reply | undefined>;
}

/**
 * Defines a route. `Params`, `Query` and `Body` must say what the schemas say: the input is validated (path, query and
 * form fields coerced from text, defaults filled in) before `handle` sees it.
 */
export function defineRoute<Params = unknown, Query = unknown, Body = unknown>(
  route: PublicRoute<Params, Query, Body>,
): Route;
export function defineRoute<Params = unknown, Query = unknown, Body = unknown>(
  route: GuardedRoute<Params, Query, Body>,
): Route;
export function defineRoute(route: unknown): Route {
  return route as Route;
}

/** Whether the body of this route is a form with a file. */
export function isMultipart(body: Schema | MultipartBody | undefined): body is MultipartBody {
  return body !== undefined && 'multipart' in body;
}

/** A reference to a named schema of components.ts. */
export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}
