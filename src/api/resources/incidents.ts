/** Incidents: where a process stands still, and setting it going again. */
import type { IncidentFilter } from '../../domain/history/history-types.js';
import { defineRoute, ref, type Route, type Schema } from '../route.js';
import { pageQuery, pageSchema } from '../schemas/common-schemas.js';

export const incidentSchemas: Readonly<Record<string, Schema>> = {
  Incident: {
    type: 'object',
    required: [
      'key',
      'caseNumber',
      'bundleId',
      'bundleName',
      'elementId',
      'elementName',
      'errorType',
      'message',
      'jobKey',
      'processInstanceKey',
      'since',
      'state',
      'resolvedAt',
      'resolvedBy',
      'failures',
    ],
    properties: {
      key: { type: 'string' },
      caseNumber: { type: ['string', 'null'] },
      bundleId: { type: 'string' },
      bundleName: { type: 'string' },
      elementId: { type: 'string' },
      elementName: { type: 'string' },
      errorType: { type: 'string' },
      message: { type: 'string' },
      jobKey: { type: ['string', 'null'] },
      processInstanceKey: { type: 'string' },
      since: { type: 'string', format: 'date-time' },
      state: { type: 'string', enum: ['open', 'resolved'] },
      resolvedAt: { type: ['string', 'null'], format: 'date-time' },
      resolvedBy: { type: ['string', 'null'] },
      failures: {
        type: 'array',
        description: '此前失败的尝试',
        items: {
          type: 'object',
          required: ['at', 'retries', 'message'],
          properties: {
            at: { type: 'string', format: 'date-time' },
            retries: { type: 'integer', description: '之后剩余的次数' },
            message: { type: 'string' },
          },
        },
      },
    },
  },
  IncidentPage: pageSchema('Incident'),
};

type ListQuery = IncidentFilter & { cursor?: string; limit: number };

export const incidentRoutes: readonly Route[] = [
  defineRoute<unknown, ListQuery>({
    method: 'get',
    path: '/api/incidents',
    operationId: 'listIncidents',
    tag: '异常',
    summary: '流程异常清单，最新的在前',
    roles: ['supervisor', 'administrator'],
    query: pageQuery({
      state: { type: 'string', enum: ['open', 'resolved'], default: 'open' },
      caseNumber: { type: 'string', maxLength: 50 },
    }),
    responses: { 200: { description: '异常', schema: ref('IncidentPage') } },
    handle: async ({ domain, query: { cursor, limit, ...filter } }) => ({
      body: await domain.history.incidents(filter, { cursor, limit }),
    }),
  }),
  defineRoute<{ key: string }, unknown, { retries?: number }>({
    method: 'post',
    path: '/api/incidents/{key}/resolution',
    operationId: 'resolveIncident',
    tag: '异常',
    summary: '处理异常：给任务新的尝试次数，让流程继续',
    roles: ['administrator'],
    params: {
      type: 'object',
      required: ['key'],
      properties: { key: { type: 'string', pattern: '^\\d{1,20}$' } },
    },
    body: {
      type: 'object',
      additionalProperties: false,
      properties: { retries: { type: 'integer', minimum: 1, maximum: 100, description: '新的尝试次数，默认 3' } },
    },
    responses: { 200: { description: '已处理', schema: ref('Incident') } },
    handle: async ({ domain, params, body, actor }) => ({
      body: await domain.history.resolveIncident(params.key, body, actor),
    }),
  }),
];
