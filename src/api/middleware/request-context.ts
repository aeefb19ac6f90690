/** What every request carries: an id, and a line in the log when it has been answered. */
import type { Request, RequestHandler, Response } from 'express';
import { newId } from '../../shared/ids.js';
import type { Logger } from '../../shared/logger.js';
import type { Session } from '../../domain/users/user-types.js';

interface RequestState {
  readonly requestId: string;
  sessionToken?: string;
  session?: Session;
  rawBody?: Buffer;
  /** The pattern of the matched route: unlike the URL it names no person. */
  route?: string;
}

const states = new WeakMap<Request, RequestState>();

/** The state of a request that has passed `requestContext`. */
export function stateOf(req: Request): RequestState {
  const state = states.get(req);
  if (!state) throw new Error('The request has not passed requestContext.');
  return state;
}

/** Gives the request its id (header X-Request-Id on the answer) and logs its outcome without personal data. */
export function requestContext(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const state: RequestState = { requestId: newId() };
    states.set(req, state);
    res.setHeader('X-Request-Id', state.requestId);
    const startedAt = performance.now();
    res.once('close', () => logOutcome(logger, req, res, performance.now() - startedAt));
    next();
  };
}

function logOutcome(logger: Logger, req: Request, res: Response, elapsedMs: number): void {
  const { route, requestId, session } = stateOf(req);
  if (!route) return; // pages, assets and the record stream: too many to be news
  const details = {
    method: req.method,
    route,
    status: res.statusCode,
    ms: Math.round(elapsedMs),
    requestId,
    ...(session ? { actor: session.user.id } : {}),
    ...(res.writableFinished ? {} : { aborted: true }),
  };
  if (res.statusCode >= 500) logger.warn(details, 'request');
  else if (res.statusCode >= 400 || (req.method !== 'GET' && req.method !== 'HEAD')) logger.info(details, 'request');
  else logger.debug(details, 'request');
}
