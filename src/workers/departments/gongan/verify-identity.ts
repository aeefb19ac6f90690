/** 公安: whether the person is who the application says. */
import { defineConnector } from '../../connectors/connector-worker.js';
import { caseInput, objectWith, personRequest, text } from '../../../connectors/schemas.js';

export const verifyIdentity = defineConnector<{ caseNumber: string }>({
  system: 'gongan',
  name: 'verify-identity',
  title: '公安身份核验',
  input: caseInput,
  refusal: 'GONGAN_REFUSED',
  path: () => '/identity-checks',
  request: objectWith(personRequest),
  body: (_input, { applicant }) => ({ name: applicant.name, idNumber: applicant.idNumber }),
  answer: objectWith({ verificationId: text, matched: { const: true }, certain: { type: 'boolean' } }),
  // Not certain: the process asks a person of the department.
  toVariables: ({ verificationId, certain }) => ({ verificationId, certain }),
});
