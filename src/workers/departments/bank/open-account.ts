/** 合作银行: opens the card's account. */
import { defineConnector } from '../../connectors/connector-worker.js';
import { caseInput, objectWith, personRequest, text } from '../../../connectors/schemas.js';

export const openAccount = defineConnector<{ caseNumber: string }>({
  system: 'bank',
  name: 'open-account',
  title: '银行开立账户',
  input: caseInput,
  refusal: 'BANK_REFUSED',
  path: () => '/accounts',
  request: objectWith({ ...personRequest, phone: text, bank: text }),
  body: (_input, { applicant, form }) => ({
    name: applicant.name,
    idNumber: applicant.idNumber,
    phone: applicant.phone,
    bank: form['bank'],
  }),
  answer: objectWith({ accountId: text }),
});
