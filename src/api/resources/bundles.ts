/** The catalogue of bundles 套餐, as the hall shows it. */
import type { BundleVersion } from '../../domain/bundles/bundle-types.js';
import { defineRoute, ref, type Route } from '../route.js';
import { pathParam } from '../schemas/schema-helpers.js';

export const bundleRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/bundles',
    operationId: 'listBundles',
    tag: '套餐',
    summary: '可办理的套餐',
    roles: 'public',
    responses: { 200: { description: '套餐', schema: ref('BundleList') } },
    handle: async ({ domain }) => ({ body: { items: await domain.bundles.list() } }),
  }),
  defineRoute<{ bundleId: string }, { version?: number }>({
    method: 'get',
    path: '/api/bundles/{bundleId}',
    operationId: 'getBundle',
    tag: '套餐',
    summary: '一个套餐：清单、办事指南、表单',
    roles: 'public',
    params: pathParam('bundleId'),
    query: {
      type: 'object',
      additionalProperties: false,
      properties: { version: { type: 'integer', minimum: 1, description: '某个已发布的版本；留空为最新' } },
    },
    responses: { 200: { description: '套餐', schema: ref('BundleView') } },
    handle: async ({ domain, params, query }) => ({
      body: viewOf(await domain.bundles.get(params.bundleId, query.version)),
    }),
  }),
];

function viewOf({ manifest, version, guide, forms }: BundleVersion): object {
  return { ...manifest, version, packageVersion: manifest.version, guide, forms };
}
