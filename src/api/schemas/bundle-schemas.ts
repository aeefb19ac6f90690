/** Bundles, files and sessions as JSON. */
import { ROLES } from '../../domain/users/actor.js';
import { ref, type Schema } from '../route.js';
import { manifestSchemas } from './manifest-schemas.js';
import { anyObject, listOf, oneOf, shape, text, whole } from './schema-helpers.js';

const { properties, required: manifestRequired } = manifestSchemas['BundleManifest'] as {
  properties: Record<string, Schema>;
  required: string[];
};
const { $schema: _schema, ...manifestProperties } = properties;

export const bundleSchemas: Readonly<Record<string, Schema>> = {
  BundleSummary: shape({
    id: text,
    name: text,
    summary: text,
    modes: listOf(text),
    channels: listOf(text),
    itemCount: whole,
    materialCount: whole,
    visits: whole,
    promisedWorkingDays: whole,
    departments: listOf(text),
  }),
  BundleList: shape({ items: listOf(ref('BundleSummary')) }),
  // Not an allOf with the manifest: that has a version of its own kind and closes its properties.
  BundleView: {
    description: '清单的全部内容，另有办事指南、表单和已发布的版本号',
    ...shape(
      {
        ...manifestProperties,
        version: { ...whole, description: '已发布的版本号' },
        packageVersion: text,
        guide: { ...text, description: 'Markdown' },
        forms: { type: 'object', additionalProperties: anyObject, description: 'form-js，按名称' },
      },
      Object.keys(manifestProperties).filter((key) => !manifestRequired.includes(key)),
    ),
  },
  StoredMaterial: shape({ id: text, fileName: text, contentType: text, bytes: whole, sha256: text }),
  SessionUser: shape(
    {
      id: text,
      userName: text,
      displayName: text,
      role: oneOf(ROLES),
      department: text,
      queue: text,
      demo: { type: 'boolean' },
    },
    ['department', 'queue'],
  ),
  Session: shape({
    user: { anyOf: [ref('SessionUser'), { type: 'null' }] },
    csrfToken: { ...text, description: '写操作请放在请求头 X-CSRF-Token 中；未登录时为空' },
  }),
};
