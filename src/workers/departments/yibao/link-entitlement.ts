/** 医保: links the person's entitlement to the card. */
import { defineConnector } from '../../connectors/connector-worker.js';
import { caseInput, objectWith, personRequest, text } from '../../../connectors/schemas.js';

export const linkEntitlement = defineConnector<{ caseNumber: string }>({
  system: 'yibao',
  name: 'link-entitlement',
  title: '医保待遇关联',
  input: caseInput,
  refusal: 'YIBAO_REFUSED',
  path: () => '/entitlement-links',
  request: objectWith(personRequest),
  body: (_input, { applicant }) => ({ name: applicant.name, idNumber: applicant.idNumber }),
  answer: objectWith({ linkId: text }),
});
