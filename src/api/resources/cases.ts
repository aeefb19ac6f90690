/** Cases 办件: filing, following, correcting, withdrawing. */
import {
  CASE_STATES,
  type CaseFilter,
  type CorrectCase,
  type Light,
  type SubmitCase,
} from '../../domain/cases/case-types.js';
import { AppError } from '../../shared/errors.js';
import { defineRoute, ref, type Route } from '../route.js';
import { pageQuery } from '../schemas/common-schemas.js';
import { pathParam } from '../schemas/schema-helpers.js';

interface CaseParams {
  readonly caseNumber: string;
}
type ListQuery = Omit<CaseFilter, 'lights'> & { light?: string; cursor?: string; limit: number };

const caseParams = pathParam('caseNumber');
const KEY_HEADER = 'Idempotency-Key';

export const caseRoutes: readonly Route[] = [
  defineRoute<unknown, unknown, SubmitCase>({
    method: 'post',
    path: '/api/cases',
    operationId: 'submitCase',
    tag: '办件',
    summary: '提交申请',
    description:
      '同一个 Idempotency-Key 和同样的内容只会生成一个办件；缺少必要材料时拒绝，除非 submitIncomplete 为 true。',
    roles: ['applicant', 'clerk'],
    headers: {
      type: 'object',
      required: [KEY_HEADER],
      properties: { [KEY_HEADER]: { type: 'string', minLength: 8, maxLength: 100 } },
    },
    body: ref('SubmitCase'),
    responses: {
      200: { description: '此前已经提交过的同一办件', schema: ref('CaseView') },
      201: { description: '已提交', schema: ref('CaseView') },
    },
    handle: async ({ domain, body, actor, header }) => {
      const { view, created } = await domain.cases.submit(body, actor, keyOf(header(KEY_HEADER)));
      return { status: created ? 201 : 200, body: view, headers: { Location: `/api/cases/${view.caseNumber}` } };
    },
  }),
  defineRoute<unknown, ListQuery>({
    method: 'get',
    path: '/api/cases',
    operationId: 'listCases',
    tag: '办件',
    summary: '本人可见的办件，最新的在前',
    roles: 'signed-in',
    query: pageQuery({
      state: { type: 'string', enum: [...CASE_STATES] },
      q: { type: 'string', maxLength: 50, description: '办件编号或申请人姓名的开头' },
      light: {
        type: 'string',
        pattern: '^(green|amber|red)(,(green|amber|red)){0,2}$',
        description: '仅未结束的办件，按承诺时限：green 正常、amber 临期、red 超期；可用逗号并列',
      },
    }),
    responses: { 200: { description: '办件', schema: ref('CasePage') } },
    handle: async ({ domain, query: { cursor, limit, light, ...filter }, actor }) => ({
      body: await domain.cases.list({ ...filter, ...lightsOf(light) }, { cursor, limit }, actor),
    }),
  }),
  defineRoute<CaseParams>({
    method: 'get',
    path: '/api/cases/{caseNumber}',
    operationId: 'getCase',
    tag: '办件',
    summary: '一个办件',
    roles: 'signed-in',
    params: caseParams,
    responses: { 200: { description: '办件', schema: ref('CaseView') } },
    handle: async ({ domain, params, actor }) => ({ body: await domain.cases.get(params.caseNumber, actor) }),
  }),
  defineRoute<CaseParams>({
    method: 'get',
    path: '/api/cases/{caseNumber}/timeline',
    operationId: 'getCaseTimeline',
    tag: '办件',
    summary: '办件的经过，最早的在前',
    roles: 'signed-in',
    params: caseParams,
    responses: { 200: { description: '经过', schema: ref('TimelinePage') } },
    handle: async ({ domain, params, actor }) => ({
      body: { items: await domain.cases.timeline(params.caseNumber, actor), nextCursor: null },
    }),
  }),
  defineRoute<CaseParams, unknown, CorrectCase>({
    method: 'post',
    path: '/api/cases/{caseNumber}/correction',
    operationId: 'correctCase',
    tag: '办件',
    summary: '提交补正',
    roles: ['applicant', 'clerk'],
    params: caseParams,
    body: ref('CorrectCase'),
    responses: { 200: { description: '已补正', schema: ref('CaseView') } },
    handle: async ({ domain, params, body, actor }) => ({
      body: await domain.cases.correct(params.caseNumber, body, actor),
    }),
  }),
  defineRoute<CaseParams, unknown, { reason: string }>({
    method: 'post',
    path: '/api/cases/{caseNumber}/withdrawal',
    operationId: 'withdrawCase',
    tag: '办件',
    summary: '撤回办件',
    roles: ['applicant', 'clerk'],
    params: caseParams,
    body: ref('WithdrawCase'),
    responses: { 200: { description: '已申请撤回，流程随后作废办结', schema: ref('CaseView') } },
    handle: async ({ domain, params, body, actor }) => ({
      body: await domain.cases.withdraw(params.caseNumber, body.reason, actor),
    }),
  }),
];

function lightsOf(light: string | undefined): Pick<CaseFilter, 'lights'> {
  return light ? { lights: light.split(',') as Light[] } : {};
}

/** @throws AppError invalid IDEMPOTENCY_KEY_MISSING */
function keyOf(header: string | undefined): string {
  const key = header?.trim() ?? '';
  if (key.length >= 8 && key.length <= 100) return key;
  throw new AppError('invalid', 'IDEMPOTENCY_KEY_MISSING', '提交申请需要请求头 Idempotency-Key（8 至 100 个字符）。');
}
