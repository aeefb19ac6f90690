import { Readable } from 'node:stream';
import { defineRoute, ref, type Route } from '../../src/api/route.js';
import { EngineRejection, EngineUnavailable } from '../../src/engine/client/port.js';
import { AppError } from '../../src/shared/errors.js';

const ok = { 200: { description: '好' } };

/** Routes that do nothing but tell what reached them: what is tested is the way there. */
export function echoRoutes(): Route[] {
  const base = { tag: 'test', summary: 'test', responses: ok } as const;
  const failing = (error: unknown) => async () => Promise.reject(error);
  return [
    defineRoute({
      ...base,
      method: 'get',
      path: '/api/anybody',
      operationId: 'a',
      roles: 'public',
      handle: async ({ actor }) => ({ body: { user: actor?.userName ?? null } }),
    }),
    defineRoute({
      ...base,
      method: 'get',
      path: '/api/somebody',
      operationId: 'b',
      roles: 'signed-in',
      handle: async ({ actor }) => ({ body: { user: actor.userName } }),
    }),
    defineRoute<{ id: string }, { n: number; tags?: string[] }, { name: string; size?: number }>({
      ...base,
      method: 'post',
      path: '/api/analysts/{id}',
      operationId: 'c',
      roles: ['analyst'],
      params: { type: 'object', properties: { id: { type: 'string', pattern: '^[a-z]+$' } } },
      query: {
        type: 'object',
        additionalProperties: false,
        properties: {
          n: { type: 'integer', default: 7, maximum: 100 },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
      body: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: { name: { type: 'string', minLength: 2 }, size: { type: 'integer' }, at: ref('FieldError') },
      },
      maxBodyBytes: 2_000,
      handle: async ({ params, query, body, rawBody }) => ({
        status: 201,
        body: { params, query, body, rawBytes: rawBody.length },
        headers: { ETag: '"1"' },
      }),
    }),
    defineRoute({
      ...base,
      method: 'post',
      path: '/api/hooks',
      operationId: 'd',
      roles: 'public',
      csrf: false,
      body: { type: 'object' },
      handle: async () => ({ status: 202 }),
    }),
    defineRoute<unknown, unknown, { kind: string; copies: number }>({
      ...base,
      method: 'post',
      path: '/api/files',
      operationId: 'e',
      roles: 'signed-in',
      body: {
        multipart: {
          maxBytes: 1_000,
          fields: {
            type: 'object',
            required: ['kind'],
            properties: { kind: { type: 'string' }, copies: { type: 'integer', default: 1 } },
          },
        },
      },
      handle: async ({ file, body }) => {
        let text = '';
        for await (const chunk of file?.open() ?? []) text += String(chunk);
        return { body: { ...body, fileName: file?.fileName, type: file?.contentType, bytes: file?.bytes, text } };
      },
    }),
    defineRoute({
      ...base,
      method: 'get',
      path: '/api/stream',
      operationId: 'f',
      roles: 'public',
      handle: async () => ({ stream: Readable.from(['一', '二']), headers: { 'Content-Type': 'text/plain' } }),
    }),
    defineRoute({
      ...base,
      method: 'get',
      path: '/api/limited',
      operationId: 'g',
      roles: 'public',
      rateLimit: { limit: 2, windowMs: 60_000 },
      handle: async () => ({ body: {} }),
    }),
    defineRoute<unknown, { right: boolean }>({
      ...base,
      method: 'get',
      path: '/api/guesses',
      operationId: 'h',
      roles: 'public',
      query: { type: 'object', properties: { right: { type: 'boolean', default: false } } },
      rateLimit: { limit: 1, windowMs: 60_000, failuresOnly: true },
      handle: async ({ query }) => {
        if (!query.right) throw new AppError('unauthenticated', 'GUESSED_WRONG', '不对');
        return { body: {} };
      },
    }),
    ...Object.entries({
      bug: new TypeError('secret detail of the inside'),
      away: new EngineUnavailable('14 UNAVAILABLE: 10.0.0.7:26500'),
      refused: new EngineRejection('FAILED_PRECONDITION', 'job is not activated'),
      lost: new AppError('precondition-failed', 'DRAFT_CHANGED', '已被修改', [], {
        current: { revision: 4 },
        status: 200,
      }),
    }).map(([name, error]) =>
      defineRoute({
        ...base,
        method: 'get',
        path: `/api/fails/${name}`,
        operationId: name,
        roles: 'public',
        handle: failing(error),
      }),
    ),
  ];
}
