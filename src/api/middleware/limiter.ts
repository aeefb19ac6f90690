/** How often one caller may ask. */
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { AppError } from '../../shared/errors.js';
import type { RateLimit } from '../route.js';
import { stateOf } from './request-context.js';

/** Counts per signed-in person, else per address; headers tell what is left. */
export function limiter({ limit, windowMs, failuresOnly = false }: RateLimit): RequestHandler {
  return rateLimit({
    limit,
    windowMs,
    skipSuccessfulRequests: failuresOnly,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (req) => stateOf(req).session?.user.id ?? ipKeyGenerator(req.ip ?? ''),
    handler: (_req, res, next) => {
      res.setHeader('Retry-After', String(Math.ceil(windowMs / 1000)));
      next(new AppError('too-many', 'RATE_LIMITED', '操作过于频繁，请稍后再试。'));
    },
  });
}
