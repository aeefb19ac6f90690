/** Whether this request may go on: the right person, from our own pages. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { AppError } from '../../shared/errors.js';
import type { Route } from '../route.js';
import { stateOf } from './request-context.js';

const SAFE_METHODS: readonly string[] = ['get', 'head', 'options'];

/** @throws AppError unauthenticated, forbidden */
export function checkRole(route: Pick<Route, 'roles'>, req: Request): void {
  if (route.roles === 'public') return;
  const actor = stateOf(req).session?.user;
  if (!actor) throw new AppError('unauthenticated', 'SESSION_REQUIRED', '请先登录，再进行该操作。');
  if (route.roles !== 'signed-in' && !route.roles.includes(actor.role)) {
    throw new AppError('forbidden', 'ROLE_FORBIDDEN', '当前身份没有该操作的权限，请换用有权限的账号。');
  }
}

/**
 * Keeps other sites from acting with a person's cookie. A signed-in request must carry the session's own token; any
 * request that a browser sends from elsewhere is refused, which also keeps others from signing a person in unawares.
 * @throws AppError forbidden
 */
export function checkCsrf(route: Pick<Route, 'method' | 'csrf'>, req: Request): void {
  if (!(route.csrf ?? !SAFE_METHODS.includes(route.method))) return;
  if (isCrossSite(req)) throw new AppError('forbidden', 'CSRF_ORIGIN', '请求来自其他网站，已拒绝。');
  const session = stateOf(req).session;
  if (!session) return;
  if (!sameText(req.get('x-csrf-token') ?? '', session.csrfToken)) {
    throw new AppError('forbidden', 'CSRF_TOKEN', '页面的安全令牌已失效，请刷新页面后重试。');
  }
}

/** Clients that are not browsers send neither header and have no cookie of somebody else's to abuse. */
function isCrossSite(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = req.get('origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== req.get('host');
}

function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
