/** 人社: puts the card that the bank has made into use. */
import { defineConnector } from '../../connectors/connector-worker.js';
import { objectWith, text } from '../../../connectors/schemas.js';

export const activateCard = defineConnector<{ caseNumber: string; applicationNumber: string; cardNumber: string }>({
  system: 'renshe',
  name: 'activate-card',
  title: '人社社保卡启用',
  input: objectWith({ caseNumber: text, applicationNumber: text, cardNumber: text }),
  path: ({ applicationNumber }) => `/cards/${encodeURIComponent(applicationNumber)}/activation`,
  request: objectWith({ cardNumber: text }),
  body: ({ cardNumber }) => ({ cardNumber }),
  answer: objectWith({ activatedAt: { type: 'string', format: 'date-time' } }),
});
