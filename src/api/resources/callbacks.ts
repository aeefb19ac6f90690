/** Call-backs of outside systems, known by their signature. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../shared/errors.js';
import { defineRoute, type Route } from '../route.js';
import { input } from '../schemas/schema-helpers.js';

interface CardMade {
  readonly caseNumber: string;
  readonly requestId: string;
  readonly cardNumber: string;
}

const SIGNATURE_HEADER = 'X-Signature';

/** `secret` is the key that the bank's system signs with. */
export function callbackRoutes(secret: string): readonly Route[] {
  return [
    defineRoute<unknown, unknown, CardMade>({
      method: 'post',
      path: '/api/callbacks/bank/card-made',
      operationId: 'bankCardMade',
      tag: '回调',
      summary: '合作银行通知卡片已制成；重复通知只计一次',
      roles: 'public',
      csrf: false,
      headers: {
        type: 'object',
        required: [SIGNATURE_HEADER],
        properties: { [SIGNATURE_HEADER]: { type: 'string', description: '请求体的 HMAC-SHA256，十六进制' } },
      },
      body: input(
        {
          caseNumber: { type: 'string', minLength: 1, maxLength: 50 },
          requestId: { type: 'string', minLength: 1, maxLength: 100 },
          cardNumber: { type: 'string', minLength: 1, maxLength: 50 },
        },
        ['caseNumber', 'requestId', 'cardNumber'],
      ),
      responses: { 202: { description: '已收到' } },
      handle: async ({ domain, body, rawBody, header }) => {
        checkSignature(header(SIGNATURE_HEADER), rawBody, secret);
        await domain.cases.cardMade(body.caseNumber, body.requestId, body.cardNumber);
        return { status: 202 };
      },
    }),
  ];
}

/** @throws AppError unauthenticated CALLBACK_SIGNATURE_WRONG */
function checkSignature(header: string | undefined, body: Buffer, secret: string): void {
  const given = Buffer.from((header ?? '').replace(/^sha256=/, ''), 'hex');
  const expected = createHmac('sha256', secret).update(body).digest();
  if (secret !== '' && given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new AppError('unauthenticated', 'CALLBACK_SIGNATURE_WRONG', '签名不正确，请检查回调密钥。');
}
