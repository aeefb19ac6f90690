/** Schemas of the analyst's studio. */
import { ref, type Schema } from '../route.js';

const dateTime: Schema = { type: 'string', format: 'date-time' };

const draftStateProperties: Readonly<Record<string, Schema>> = {
  state: { type: 'string', enum: ['editing', 'requested', 'returned'] },
  revision: { type: 'integer', description: 'ETag 为 "<revision>"' },
  baseVersion: { type: 'integer' },
  savedAt: dateTime,
  savedBy: ref('Person'),
  request: {
    type: 'object',
    required: ['note', 'at', 'by'],
    properties: { note: { type: 'string' }, at: dateTime, by: ref('Person') },
  },
  returned: {
    type: 'object',
    required: ['comment', 'at', 'by'],
    properties: { comment: { type: 'string' }, at: dateTime, by: ref('Person') },
  },
};
/** Field names that become Mongo or object keys elsewhere stay plain. */
const elementIds: Schema = { type: 'string', pattern: '^[A-Za-z_][\\w.-]{0,199}$' };
const formNames: Schema = { type: 'string', pattern: '^[a-z0-9-]{1,60}$' };
const tasks: Schema = {
  type: 'object',
  description: '人工环节，按流程图元素编号；名称、队列、表单以流程图为准',
  propertyNames: elementIds,
  additionalProperties: ref('DraftTask'),
};
const forms: Schema = {
  type: 'object',
  description: '套餐的全部表单（form-js）',
  propertyNames: formNames,
  additionalProperties: { type: 'object', additionalProperties: true },
};
const draftStateRequired = ['state', 'revision', 'baseVersion', 'savedAt', 'savedBy'];

export const modelerSchemas: Readonly<Record<string, Schema>> = {
  Person: {
    type: 'object',
    required: ['id', 'displayName'],
    properties: { id: { type: 'string' }, displayName: { type: 'string' } },
  },
  DraftState: { type: 'object', required: draftStateRequired, properties: draftStateProperties },
  Draft: {
    type: 'object',
    required: [...draftStateRequired, 'xml', 'tasks', 'forms'],
    properties: { ...draftStateProperties, xml: { type: 'string' }, tasks, forms },
  },
  DraftTask: {
    type: 'object',
    description: '可以尚未填完的人工环节',
    additionalProperties: false,
    properties: {
      name: { type: 'string', maxLength: 200 },
      form: { type: 'string', maxLength: 60 },
      queue: { type: 'string', maxLength: 100 },
      actions: {
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', enum: ['complete', 'refuse', 'correct'] },
      },
      item: { type: 'string', maxLength: 100 },
      secretFields: { type: 'array', maxItems: 50, items: { type: 'string' } },
      secretSink: {
        type: 'object',
        additionalProperties: false,
        required: ['system', 'name'],
        properties: { system: { type: 'string' }, name: { type: 'string' } },
      },
      needsIdentity: { type: 'boolean' },
    },
  },
  StudioVersionContent: {
    type: 'object',
    required: ['version', 'xml', 'tasks', 'forms'],
    properties: { version: { type: 'integer' }, xml: { type: 'string' }, tasks, forms },
  },
  KnownJobType: {
    type: 'object',
    required: ['type', 'name'],
    properties: {
      type: { type: 'string' },
      name: { type: 'string' },
      department: { type: 'string' },
      refusal: { type: 'string', description: '业务不予办理时的 BPMN 错误码' },
    },
  },
  StudioBundleSummary: {
    type: 'object',
    required: ['id', 'name', 'summary', 'version', 'publishedAt', 'draft'],
    properties: {
      id: { type: 'string' },
      name: { type: 'string' },
      summary: { type: 'string' },
      version: { type: 'integer' },
      publishedAt: dateTime,
      draft: { anyOf: [ref('DraftState'), { type: 'null' }] },
    },
  },
  StudioBundle: {
    type: 'object',
    required: ['id', 'name', 'xml', 'manifest', 'forms', 'version', 'publishedAt', 'draft', 'knownJobTypes'],
    properties: {
      id: { type: 'string' },
      name: { type: 'string' },
      xml: { type: 'string', description: '已发布的 BPMN' },
      manifest: ref('BundleManifest'),
      forms: { type: 'object', additionalProperties: { type: 'object', additionalProperties: true } },
      version: { type: 'integer' },
      publishedAt: dateTime,
      draft: { anyOf: [ref('Draft'), { type: 'null' }] },
      knownJobTypes: { type: 'array', items: ref('KnownJobType') },
    },
  },
  SaveDraft: {
    type: 'object',
    required: ['xml', 'baseVersion'],
    additionalProperties: false,
    properties: {
      xml: { type: 'string', minLength: 1, maxLength: 4_000_000 },
      tasks,
      forms,
      baseVersion: { type: 'integer', minimum: 1 },
    },
  },
  Published: {
    type: 'object',
    required: ['version', 'processDefinitionKey'],
    properties: { version: { type: 'integer' }, processDefinitionKey: { type: ['string', 'null'] } },
  },
  StudioVersion: {
    type: 'object',
    required: ['version', 'current', 'publishedAt'],
    properties: {
      version: { type: 'integer' },
      current: { type: 'boolean', description: '新办件使用该版本' },
      publishedAt: dateTime,
      publishedBy: { type: 'string' },
      approvedBy: { type: 'string' },
      note: { type: 'string' },
    },
  },
};
