/** The department systems' operations, as their interfaces describe them (all POST, JSON). */
import type { Operation, Performed, PerformedCall } from '../sandbox-types.js';

const text = { type: 'string', minLength: 1, maxLength: 500 } as const;
const body = (required: Record<string, object>, optional: Record<string, object> = {}): object => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});
const person = { name: text, idNumber: { type: 'string', pattern: '^\\d{17}[\\dXx]$' } };
const ok = (answer: Record<string, unknown>, more: Partial<Performed> = {}): Performed => ({
  status: 200,
  body: answer,
  ...more,
});
const unknown = (what: string): Performed => ({ status: 404, body: { code: 'NOT_FOUND', reason: `没有这个${what}` } });

export const OPERATIONS: readonly Operation[] = [
  {
    system: 'gongan',
    path: '/gongan/identity-checks',
    name: '身份核验',
    request: body(person),
    perform: (call) => ok({ verificationId: call.nextNumber('GA'), matched: true, certain: !call.uncertain }),
  },
  {
    system: 'renshe',
    path: '/renshe/cards',
    name: '社保卡申领登记',
    request: body({ ...person, phone: text, applicationKind: text }, { photoSha256: text }),
    perform(call) {
      const applicationNumber = call.nextNumber('RS');
      return ok({ applicationNumber }, { status: 201, issued: { kind: 'application', number: applicationNumber } });
    },
  },
  {
    system: 'renshe',
    path: '/renshe/cards/:number/activation',
    name: '社保卡启用',
    request: body({ cardNumber: text }),
    perform: (call) => withApplication(call, () => ok({ activatedAt: call.now.toISOString() })),
  },
  {
    system: 'renshe',
    path: '/renshe/cards/:number/pin',
    name: '设置服务密码',
    request: body({ pin: { type: 'string', pattern: '^\\d{6}$' } }),
    // The PIN itself is not kept.
    perform: (call) => withApplication(call, () => ok({ setAt: call.now.toISOString() })),
  },
  {
    system: 'yibao',
    path: '/yibao/entitlement-links',
    name: '医保待遇关联',
    request: body(person),
    perform: (call) => ok({ linkId: call.nextNumber('YB') }),
  },
  {
    system: 'bank',
    path: '/bank/accounts',
    name: '开立账户',
    request: body({ ...person, phone: text, bank: text }),
    perform(call) {
      const accountId = call.nextNumber('YH');
      return ok({ accountId }, { status: 201, issued: { kind: 'account', number: accountId } });
    },
  },
  {
    system: 'bank',
    path: '/bank/card-orders',
    name: '申请制卡',
    request: body({ accountId: text, caseNumber: text, callbackUrl: { type: 'string', format: 'uri' } }),
    perform: orderCard,
  },
];

function withApplication(call: PerformedCall, then: () => Performed): Performed {
  return call.has('application', call.params['number'] ?? '') ? then() : unknown('申领登记号');
}

/** Answers at once; the card's number comes by call-back. */
function orderCard(call: PerformedCall): Performed {
  if (!call.has('account', String(call.body['accountId']))) return unknown('账户');
  const requestId = call.nextNumber('ZK');
  const cardNumber = `6217${requestId.replace(/\D/g, '').padStart(15, '0').slice(-15)}`;
  return {
    status: 202,
    body: { requestId },
    callback: {
      url: String(call.body['callbackUrl']),
      body: { caseNumber: call.body['caseNumber'], requestId, cardNumber },
    },
  };
}
