/** The JSON body, and its bytes for signatures. */
import express, { type Request, type RequestHandler } from 'express';
import { AppError } from '../../shared/errors.js';
import { stateOf } from './request-context.js';

export const DEFAULT_BODY_BYTES = 1024 * 1024;

/** Parses application/json up to `maxBytes`; a body of another type is refused. */
export function jsonBody(maxBytes: number): RequestHandler[] {
  const parse = express.json({
    limit: maxBytes,
    strict: false,
    verify: (req, _res, raw) => {
      stateOf(req as Request).rawBody = raw;
    },
  });
  return [refuseOtherTypes, parse];
}

const refuseOtherTypes: RequestHandler = (req, _res, next) => {
  if (req.is('application/json') === false) {
    throw new AppError('unsupported', 'REQUEST_NOT_JSON', '请以 application/json 提交内容。');
  }
  next();
};
