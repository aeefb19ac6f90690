/** Files of materials: upload and download. */
import { defineRoute, ref, type Route } from '../route.js';
import { input, pathParam } from '../schemas/schema-helpers.js';

/** Above every bundle's own limit, which the domain checks. */
const MAX_BYTES = 50 * 1024 * 1024;

/** What a browser may show in the page's frame; everything is sent with nosniff (helmet). */
const INLINE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'application/pdf'];

interface UploadFields {
  readonly bundleId: string;
  readonly materialId: string;
}

export const materialRoutes: readonly Route[] = [
  defineRoute<unknown, unknown, UploadFields>({
    method: 'post',
    path: '/api/materials',
    operationId: 'uploadMaterial',
    tag: '材料',
    summary: '上传一份材料文件',
    roles: 'signed-in',
    body: {
      multipart: {
        maxBytes: MAX_BYTES,
        fields: input(
          { bundleId: { type: 'string', maxLength: 100 }, materialId: { type: 'string', maxLength: 100 } },
          ['bundleId', 'materialId'],
        ),
      },
    },
    responses: { 201: { description: '已上传', schema: ref('StoredMaterial') } },
    handle: async ({ domain, body, file, actor }) => {
      if (!file) throw new Error('the upload middleware lets no form without a file through');
      const { fileName, contentType } = file;
      const stored = await domain.materials.store(file.open(), { ...body, fileName, contentType }, actor);
      return { status: 201, body: stored };
    },
  }),
  defineRoute<{ fileId: string }>({
    method: 'get',
    path: '/api/materials/{fileId}',
    operationId: 'downloadMaterial',
    tag: '材料',
    summary: '查看一份材料文件',
    roles: 'signed-in',
    params: pathParam('fileId'),
    responses: { 200: { description: '文件', contentType: 'application/octet-stream' } },
    handle: async ({ domain, params, actor }) => {
      const { file, stream } = await domain.materials.open(params.fileId, actor);
      const disposition = INLINE_TYPES.includes(file.contentType) ? 'inline' : 'attachment';
      return {
        stream,
        headers: {
          'Content-Type': file.contentType,
          'Content-Length': String(file.bytes),
          'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
          // Whatever is inside a file, it runs nothing.
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
          'Cache-Control': 'private, no-store',
        },
      };
    },
  }),
];
