/** Where a case stands in its process. */
import { defineRoute, ref, type Route, type Schema } from '../route.js';

export const diagramSchemas: Readonly<Record<string, Schema>> = {
  DiagramElement: {
    type: 'object',
    required: ['elementId', 'state', 'count', 'since', 'endedAt'],
    properties: {
      elementId: { type: 'string' },
      state: { type: 'string', enum: ['active', 'completed', 'terminated', 'incident'] },
      count: { type: 'integer', description: '进入次数' },
      since: { type: 'string', format: 'date-time' },
      endedAt: { type: ['string', 'null'], format: 'date-time' },
    },
  },
  Diagram: {
    type: 'object',
    required: ['xml', 'version', 'elements', 'flows'],
    properties: {
      xml: { type: 'string', description: '该办件所用版本的 BPMN' },
      version: { type: 'integer' },
      elements: { type: 'array', items: ref('DiagramElement') },
      flows: { type: 'array', items: { type: 'string' }, description: '走过的顺序流' },
    },
  },
};

export const diagramRoute: Route = defineRoute<{ caseNumber: string }>({
  method: 'get',
  path: '/api/cases/{caseNumber}/diagram',
  operationId: 'getCaseDiagram',
  tag: '办件',
  summary: '办件的流程图与当前位置',
  roles: 'signed-in',
  params: {
    type: 'object',
    required: ['caseNumber'],
    properties: { caseNumber: { type: 'string', maxLength: 50 } },
  },
  responses: { 200: { description: '流程图', schema: ref('Diagram') } },
  handle: async ({ domain, params: { caseNumber }, actor }) => {
    await domain.cases.assertReadable(caseNumber, actor);
    return { body: await domain.history.diagramOf(caseNumber) };
  },
});
