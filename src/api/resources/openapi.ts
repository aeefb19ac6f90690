/** The API's own description. */
import type { OpenApiDocument } from '../openapi.js';
import { defineRoute, type Route } from '../route.js';

/** `document` is asked for late, because it describes this route too. */
export function openApiRoute(document: () => OpenApiDocument): Route {
  return defineRoute({
    method: 'get',
    path: '/api/openapi.json',
    operationId: 'getOpenApi',
    tag: '接口说明',
    summary: '本接口的 OpenAPI 3.1 说明',
    roles: 'public',
    responses: { 200: { description: 'OpenAPI 文档', schema: { type: 'object' } } },
    handle: async () => ({ body: document() }),
  });
}
