/** Signing in and out. */
import { defineRoute, ref, type Route } from '../route.js';
import { endedSessionCookie, sessionCookie } from '../middleware/session.js';
import { stateOf } from '../middleware/request-context.js';
import { input } from '../schemas/schema-helpers.js';

interface Credentials {
  readonly userName: string;
  readonly password: string;
}

export const sessionRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/session',
    operationId: 'getSession',
    tag: '登录',
    summary: '当前登录人',
    roles: 'public',
    responses: { 200: { description: '登录人和安全令牌；未登录时 user 为 null', schema: ref('Session') } },
    handle: ({ actor, req }) =>
      Promise.resolve({ body: { user: actor, csrfToken: stateOf(req).session?.csrfToken ?? '' } }),
  }),
  defineRoute<unknown, unknown, Credentials>({
    method: 'post',
    path: '/api/session',
    operationId: 'signIn',
    tag: '登录',
    summary: '登录',
    roles: 'public',
    // Somebody who is signed in already may sign in as somebody else; the origin is checked all the same.
    body: input(
      {
        userName: { type: 'string', minLength: 1, maxLength: 100 },
        password: { type: 'string', minLength: 1, maxLength: 200 },
      },
      ['userName', 'password'],
    ),
    rateLimit: { limit: 30, windowMs: 300_000, failuresOnly: true },
    responses: { 200: { description: '已登录', schema: ref('Session') } },
    handle: async ({ body, domain, config, sessionToken }) => {
      const { token, csrfToken, user, expiresAt } = await domain.users.signIn(body.userName.trim(), body.password);
      if (sessionToken) await domain.users.signOut(sessionToken);
      const seconds = Math.floor((expiresAt.getTime() - Date.now()) / 1000);
      return { body: { user, csrfToken }, headers: { 'Set-Cookie': sessionCookie(config, token, seconds) } };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/session',
    operationId: 'signOut',
    tag: '登录',
    summary: '退出登录',
    roles: 'public',
    responses: { 204: { description: '已退出' } },
    handle: async ({ domain, config, sessionToken }) => {
      if (sessionToken) await domain.users.signOut(sessionToken);
      return { headers: { 'Set-Cookie': endedSessionCookie(config) } };
    },
  }),
];
