/** A route as express handlers, in the order that costs least: who, from where, how often, then the body. */
import { pipeline } from 'node:stream/promises';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { Domain } from '../domain/domain.js';
import type { Config } from '../shared/config.js';
import type { Logger } from '../shared/logger.js';
import { compileCoercingValidator, compileValidator, type Validator } from '../shared/validation.js';
import { componentSchemas } from './components.js';
import { checkCsrf, checkRole } from './middleware/guard.js';
import { DEFAULT_BODY_BYTES, jsonBody } from './middleware/json-body.js';
import { limiter } from './middleware/limiter.js';
import { stateOf } from './middleware/request-context.js';
import { upload, uploadedFileOf } from './middleware/upload.js';
import { isMultipart, type Reply, type Route, type RouteContext, type Schema } from './route.js';

export interface RouteDeps {
  readonly domain: Domain;
  readonly config: Config;
  readonly logger: Logger;
}

/** Registers the route on the app; compiles its schemas now, so that a wrong schema stops the start. */
export function mountRoute(app: Express, route: Route, deps: RouteDeps): void {
  const path = route.path.replace(/\{(\w+)\}/g, ':$1');
  const handlers: RequestHandler[] = [
    begin(route),
    ...(route.rateLimit ? [limiter(route.rateLimit)] : []),
    ...bodyHandlers(route),
    handler(route, deps),
  ];
  app[route.method](path, ...handlers);
}

function begin(route: Route): RequestHandler {
  return (req, res, next) => {
    stateOf(req).route = route.path;
    // Answers of the API are somebody's: no cache on the way may keep them.
    res.setHeader('Cache-Control', 'no-store');
    checkRole(route, req);
    checkCsrf(route, req);
    next();
  };
}

function bodyHandlers(route: Route): RequestHandler[] {
  if (route.body === undefined) return [];
  if (isMultipart(route.body)) return upload(route.body.multipart.maxBytes);
  return jsonBody(route.maxBodyBytes ?? DEFAULT_BODY_BYTES);
}

function handler(route: Route, deps: RouteDeps): RequestHandler {
  const params = inputValidator(route.params);
  const query = inputValidator(route.query);
  const body = bodyValidator(route);
  return async (req, res) => {
    const checked = {
      params: params({ ...req.params }),
      query: query({ ...req.query }),
      body: body(req.body ?? (isMultipart(route.body) ? {} : undefined)),
    };
    const reply = await route.handle(contextOf(route, deps, req, res, checked));
    if (reply) await send(res, reply);
  };
}

type Checked = Pick<RouteContext<unknown, unknown, unknown>, 'params' | 'query' | 'body'>;

function contextOf(
  route: Route,
  deps: RouteDeps,
  req: Request,
  res: Response,
  checked: Checked,
): RouteContext<unknown, unknown, unknown, never> {
  const state = stateOf(req);
  return {
    ...checked,
    // `never` because the route's own type decides whether null is possible; checkRole has seen to it.
    actor: (state.session?.user ?? null) as never,
    file: isMultipart(route.body) ? uploadedFileOf(req) : undefined,
    rawBody: state.rawBody ?? Buffer.alloc(0),
    sessionToken: state.sessionToken,
    header: (name) => req.get(name),
    req,
    res,
    requestId: state.requestId,
    ...deps,
    logger: deps.logger.child({ requestId: state.requestId }),
  };
}

async function send(res: Response, reply: Reply): Promise<void> {
  for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, value);
  if (reply.stream) {
    res.status(reply.status ?? 200);
    await pipeline(reply.stream, res);
  } else if (reply.body === undefined) {
    res.status(reply.status ?? 204).end();
  } else {
    res.status(reply.status ?? 200).json(reply.body);
  }
}

function inputValidator(schema: Schema | undefined): Validator<unknown> {
  return schema ? compileCoercingValidator(withComponents(schema)) : (input) => input;
}

function bodyValidator(route: Route): Validator<unknown> {
  if (route.body === undefined) return () => undefined;
  if (isMultipart(route.body)) return compileCoercingValidator(withComponents(route.body.multipart.fields));
  return compileValidator(withComponents(route.body));
}

/** Puts the named schemas where the references point. A bare reference must not become its own neighbour. */
function withComponents(schema: Schema): object {
  return { allOf: [schema], components: { schemas: componentSchemas } };
}
