/** The last handler: every error leaves as a problem. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { AppError } from '../../shared/errors.js';
import type { Logger } from '../../shared/logger.js';
import { toProblem, type Problem } from '../problem.js';
import { stateOf } from './request-context.js';

/** Answers with problem details; logs what nobody foresaw, with its stack. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const { requestId, route } = stateOf(req);
    const { problem, unexpected } = toProblem(error, requestId);
    if (unexpected) logger.error({ err: error, requestId, route }, 'unexpected error in a request');
    if (res.headersSent) res.destroy();
    else sendProblem(res, problem);
  };
}

function sendProblem(res: Response, problem: Problem): void {
  if (problem.status === 503 && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', '5');
  // A cookie or caching header that the handler had set belongs to the answer that did not come about.
  res.removeHeader('Cache-Control');
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** For what no route answers under /api and /internal. */
export const noSuchResource: RequestHandler = () => {
  throw new AppError('not-found', 'RESOURCE_NOT_FOUND', '没有这个接口，请检查地址和方法。');
};
