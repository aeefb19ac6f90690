/** The analyst's studio: bundles, drafts, publication by a second person, versions. */
import type { DraftState, ExpectedRevision, SaveDraft } from '../../domain/drafts/draft-types.js';
import { AppError } from '../../shared/errors.js';
import { defineRoute, ref, type Reply, type Route, type Schema } from '../route.js';

const tag = '流程建模';
const roles = ['analyst', 'administrator'] as const;
const MAX_XML_BYTES = 8 * 1024 * 1024;

interface BundleParams {
  id: string;
}

const params: Schema = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } },
};
const ifMatch: Schema = {
  type: 'object',
  properties: { 'If-Match': { type: 'string', description: '草稿的 ETag，如 "3"' } },
};

export const modelerRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/modeler/bundles',
    operationId: 'listStudioBundles',
    tag,
    summary: '可编辑的套餐与草稿状态',
    roles,
    responses: {
      200: {
        description: '套餐',
        schema: {
          type: 'object',
          required: ['items'],
          properties: { items: { type: 'array', items: ref('StudioBundleSummary') } },
        },
      },
    },
    handle: async ({ domain }) => ({ body: { items: await domain.drafts.list() } }),
  }),
  defineRoute<BundleParams>({
    method: 'get',
    path: '/api/modeler/bundles/{id}',
    operationId: 'openStudioBundle',
    tag,
    summary: '打开套餐：已发布的流程、表单、清单与草稿',
    roles,
    params,
    responses: { 200: { description: '套餐；有草稿时带其 ETag', schema: ref('StudioBundle') } },
    handle: async ({ domain, params: { id } }) => {
      const bundle = await domain.drafts.open(id);
      return { body: bundle, ...(bundle.draft ? { headers: { ETag: etagOf(bundle.draft) } } : {}) };
    },
  }),
  defineRoute<BundleParams, unknown, SaveDraft>({
    method: 'put',
    path: '/api/modeler/bundles/{id}/draft',
    operationId: 'saveDraft',
    tag,
    summary: '保存草稿',
    description:
      '流程图、人工环节与表单一起保存；已有草稿时带 `If-Match`，没有时带 `If-None-Match: *`；他人已先保存时答复 412 `DRAFT_CHANGED`。',
    roles,
    params,
    headers: {
      type: 'object',
      properties: { 'If-Match': { type: 'string' }, 'If-None-Match': { type: 'string', const: '*' } },
    },
    body: ref('SaveDraft'),
    maxBodyBytes: MAX_XML_BYTES,
    responses: { 200: { description: '已保存', schema: ref('DraftState') } },
    handle: async ({ domain, params: { id }, body, header, actor }) =>
      draftReply(await domain.drafts.save(id, body, expectedOf(header), actor)),
  }),
  defineRoute<BundleParams>({
    method: 'delete',
    path: '/api/modeler/bundles/{id}/draft',
    operationId: 'discardDraft',
    tag,
    summary: '放弃草稿',
    roles,
    params,
    headers: ifMatch,
    responses: { 204: { description: '已放弃' } },
    handle: async ({ domain, params: { id }, header, actor }) => {
      await domain.drafts.discard(id, revisionOf(header), actor);
      return { status: 204 };
    },
  }),
  defineRoute<BundleParams, unknown, { note: string }>({
    method: 'post',
    path: '/api/modeler/bundles/{id}/publication-request',
    operationId: 'requestPublication',
    tag,
    summary: '申请发布草稿',
    roles,
    params,
    headers: ifMatch,
    body: textBody('note', '改了什么、为什么'),
    responses: { 200: { description: '已申请，待另一人审批', schema: ref('DraftState') } },
    handle: async ({ domain, params: { id }, body, header, actor }) =>
      draftReply(await domain.drafts.requestPublication(id, body.note, revisionOf(header), actor)),
  }),
  defineRoute<BundleParams>({
    method: 'delete',
    path: '/api/modeler/bundles/{id}/publication-request',
    operationId: 'takeBackPublicationRequest',
    tag,
    summary: '撤回发布申请',
    roles,
    params,
    responses: { 200: { description: '已撤回，可继续编辑', schema: ref('DraftState') } },
    handle: async ({ domain, params: { id }, actor }) => draftReply(await domain.drafts.takeBack(id, actor)),
  }),
  defineRoute<BundleParams, unknown, { comment: string }>({
    method: 'post',
    path: '/api/modeler/bundles/{id}/publication-return',
    operationId: 'returnDraft',
    tag,
    summary: '退回草稿（由另一人）',
    roles,
    params,
    body: textBody('comment', '退回原因'),
    responses: { 200: { description: '已退回', schema: ref('DraftState') } },
    handle: async ({ domain, params: { id }, body, actor }) =>
      draftReply(await domain.drafts.returnDraft(id, body.comment, actor)),
  }),
  defineRoute<BundleParams>({
    method: 'post',
    path: '/api/modeler/bundles/{id}/publication',
    operationId: 'publishDraft',
    tag,
    summary: '审批并发布草稿（由另一人）：新办件使用新版本，在办的不变',
    roles,
    params,
    headers: ifMatch,
    responses: { 200: { description: '已发布', schema: ref('Published') } },
    handle: async ({ domain, params: { id }, header, actor }) => ({
      body: await domain.drafts.approve(id, revisionOf(header), actor),
    }),
  }),
  defineRoute<BundleParams>({
    method: 'get',
    path: '/api/modeler/bundles/{id}/versions',
    operationId: 'listStudioVersions',
    tag,
    summary: '历史版本，最新的在前',
    roles,
    params,
    responses: {
      200: {
        description: '版本',
        schema: {
          type: 'object',
          required: ['items'],
          properties: { items: { type: 'array', items: ref('StudioVersion') } },
        },
      },
    },
    handle: async ({ domain, params: { id } }) => ({ body: { items: await domain.drafts.versions(id) } }),
  }),
  defineRoute<BundleParams & { version: number }>({
    method: 'get',
    path: '/api/modeler/bundles/{id}/versions/{version}',
    operationId: 'getStudioVersion',
    tag,
    summary: '某一版本的流程、人工环节与表单；恢复旧版即把它们存为草稿',
    roles,
    params: {
      type: 'object',
      required: ['id', 'version'],
      properties: { ...(params['properties'] as object), version: { type: 'integer', minimum: 1 } },
    },
    responses: {
      200: {
        description: '版本',
        schema: ref('StudioVersionContent'),
      },
    },
    handle: async ({ domain, params: { id, version } }) => ({ body: await domain.drafts.version(id, version) }),
  }),
];

function textBody(name: string, description: string): Schema {
  return {
    type: 'object',
    required: [name],
    additionalProperties: false,
    properties: { [name]: { type: 'string', minLength: 1, maxLength: 1000, description } },
  };
}

function draftReply(draft: DraftState): Reply {
  return { body: draft, headers: { ETag: etagOf(draft) } };
}

function etagOf({ revision }: DraftState): string {
  return `"${revision}"`;
}

type HeaderReader = (name: string) => string | undefined;

function expectedOf(header: HeaderReader): ExpectedRevision {
  return header('If-None-Match')?.trim() === '*' ? 'none' : revisionOf(header);
}

/** @throws AppError precondition-required, invalid */
function revisionOf(header: HeaderReader): number {
  const text = header('If-Match')?.trim();
  if (!text) {
    throw new AppError('precondition-required', 'IF_MATCH_REQUIRED', '请在 If-Match 中注明所依据的草稿版本。');
  }
  const found = /^(?:W\/)?"(\d{1,15})"$/.exec(text);
  if (!found) throw new AppError('invalid', 'IF_MATCH_INVALID', 'If-Match 应为草稿的 ETag，如 "3"。');
  return Number(found[1]);
}
