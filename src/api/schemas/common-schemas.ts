/** Schemas that every area uses. */
import { ref, type Schema } from '../route.js';

export const commonSchemas: Readonly<Record<string, Schema>> = {
  Problem: {
    type: 'object',
    description: 'RFC 9457 problem details',
    required: ['type', 'title', 'status', 'detail', 'code', 'requestId'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string', description: '中文：出了什么问题、怎么办' },
      code: { type: 'string', description: '稳定的错误码，如 TASK_TAKEN' },
      errors: { type: 'array', items: ref('FieldError') },
      requestId: { type: 'string' },
    },
  },
  FieldError: {
    type: 'object',
    required: ['path', 'message'],
    properties: { path: { type: 'string' }, message: { type: 'string' } },
  },
};

/** The query of a list: `cursor` and `limit` (20 when left out, at most 100), and the list's own filters. */
export function pageQuery(filters: Readonly<Record<string, Schema>> = {}): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...filters,
      cursor: { type: 'string', maxLength: 500, description: '上一页答复中的 nextCursor' },
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    },
  };
}

/** One page of the named schema; `extra` are further members that are always there. */
export function pageSchema(itemName: string, extra: Readonly<Record<string, Schema>> = {}): Schema {
  return {
    type: 'object',
    required: ['items', 'nextCursor', ...Object.keys(extra)],
    properties: {
      items: { type: 'array', items: ref(itemName) },
      nextCursor: { type: ['string', 'null'], description: '没有下一页时为 null' },
      ...extra,
    },
  };
}
