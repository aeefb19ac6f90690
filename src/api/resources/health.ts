/** Whether the process lives, and whether its parts do. */
import { readinessOf, type ReadinessCheck } from '../readiness.js';
import { defineRoute, ref, type Route, type Schema } from '../route.js';

export const healthSchemas: Readonly<Record<string, Schema>> = {
  PartStatus: { type: 'string', enum: ['up', 'degraded', 'down'] },
  Readiness: {
    type: 'object',
    required: ['status', 'parts'],
    properties: {
      status: ref('PartStatus'),
      parts: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          required: ['status', 'detail'],
          properties: { status: ref('PartStatus'), detail: { type: 'string' } },
        },
      },
    },
  },
};

export function healthRoutes(checks: readonly ReadinessCheck[]): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/healthz',
      operationId: 'getHealth',
      tag: '运行状况',
      summary: '进程是否存活',
      roles: 'public',
      responses: {
        200: {
          description: '存活',
          schema: { type: 'object', required: ['status'], properties: { status: { type: 'string', const: 'up' } } },
        },
      },
      handle: async () => ({ body: { status: 'up' } }),
    }),
    defineRoute({
      method: 'get',
      path: '/readyz',
      operationId: 'getReadiness',
      tag: '运行状况',
      summary: '各部分（引擎、数据库、队列、记录流等）是否可用',
      roles: 'public',
      responses: {
        200: { description: '可用', schema: ref('Readiness') },
        503: { description: '至少一个部分不可用', schema: ref('Readiness') },
      },
      handle: async () => {
        const report = await readinessOf(checks);
        return { status: report.status === 'down' ? 503 : 200, body: report };
      },
    }),
  ];
}
