/** The OpenAPI 3.1 document, made from the same routes that the app serves. */
import { isMultipart, ref, type Route, type Schema } from './route.js';

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Readonly<Record<string, unknown>>;
  readonly paths: Readonly<Record<string, Record<string, unknown>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> } & Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

const UNSAFE_METHODS: readonly string[] = ['post', 'put', 'delete'];

/** @throws Error when two routes share an operation id or an address. */
export function buildOpenApi(
  routes: readonly Route[],
  schemas: Readonly<Record<string, Schema>>,
  version: string,
): OpenApiDocument {
  assertDistinct(routes);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return {
    openapi: '3.1.0',
    info: {
      title: '通办 Tongban API',
      version,
      description: '办件、待办、材料、套餐与流程。错误一律为 RFC 9457 problem details；时间为 UTC 的 ISO 8601。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tongban_session' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
      },
    },
  };
}

function assertDistinct(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { operationId, method, path } of routes) {
    for (const name of [operationId, `${method} ${path}`]) {
      if (seen.has(name)) throw new Error(`Two routes are called '${name}'.`);
      seen.add(name);
    }
  }
}

function operationOf(route: Route): Record<string, unknown> {
  const parameters = [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...parametersOf(route.headers, 'header'),
  ];
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    security: securityOf(route),
    'x-roles': route.roles,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: requestBodyOf(route.body) } : {}),
    responses: responsesOf(route),
  };
}

function securityOf(route: Route): object[] {
  const csrf = route.csrf ?? UNSAFE_METHODS.includes(route.method);
  if (route.roles === 'public') return [{}];
  return [csrf ? { session: [], csrf: [] } : { session: [] }];
}

function parametersOf(schema: Schema | undefined, place: 'path' | 'query' | 'header'): object[] {
  const properties = (schema?.['properties'] ?? {}) as Record<string, Schema>;
  const required = (schema?.['required'] ?? []) as readonly string[];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestBodyOf(body: NonNullable<Route['body']>): object {
  if (!isMultipart(body)) return { required: true, content: { 'application/json': { schema: body } } };
  const { fields } = body.multipart;
  const schema = {
    ...fields,
    properties: {
      ...(fields['properties'] as object | undefined),
      file: { type: 'string', contentMediaType: 'application/octet-stream' },
    },
    required: [...((fields['required'] as readonly string[] | undefined) ?? []), 'file'],
  };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function responsesOf(route: Route): Record<string, unknown> {
  const responses: Record<string, unknown> = {};
  for (const [status, { description, schema, contentType }] of Object.entries(route.responses)) {
    responses[status] = {
      description,
      ...(schema ? { content: { [contentType ?? 'application/json']: { schema } } } : {}),
    };
  }
  responses['default'] = {
    description: '出错时的说明',
    content: { 'application/problem+json': { schema: ref('Problem') } },
  };
  return responses;
}
