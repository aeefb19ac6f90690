/** 合作银行: orders the card; its number comes later, by call-back, as the message `bank.card-made`. */
import { defineConnector } from '../../connectors/connector-worker.js';
import { objectWith, text } from '../../../connectors/schemas.js';

export const requestCard = defineConnector<{ caseNumber: string; accountId: string }>({
  system: 'bank',
  name: 'request-card',
  title: '银行申请制卡',
  input: objectWith({ caseNumber: text, accountId: text }),
  refusal: 'BANK_REFUSED',
  path: () => '/card-orders',
  request: objectWith({ accountId: text, caseNumber: text, callbackUrl: { type: 'string', format: 'uri' } }),
  body: ({ caseNumber, accountId }, _facts, { callbackBase }) => ({
    caseNumber,
    accountId,
    callbackUrl: `${callbackBase}/api/callbacks/bank/card-made`,
  }),
  answer: objectWith({ requestId: text }),
});
