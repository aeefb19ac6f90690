/** 人社: enters the application for the card. */
import { defineConnector } from '../../connectors/connector-worker.js';
import { caseInput, objectWith, personRequest, text } from '../../../connectors/schemas.js';

export const applyCard = defineConnector<{ caseNumber: string }>({
  system: 'renshe',
  name: 'apply-card',
  title: '人社社保卡申领登记',
  input: caseInput,
  refusal: 'RENSHE_REFUSED',
  path: () => '/cards',
  request: objectWith({ ...personRequest, phone: text, applicationKind: text }),
  body(_input, { applicant, form, materials }) {
    const photo = materials.findLast((material) => material.materialId === 'photo');
    return {
      name: applicant.name,
      idNumber: applicant.idNumber,
      phone: applicant.phone,
      applicationKind: form['applicationKind'],
      ...(photo && { photoSha256: photo.sha256 }),
    };
  },
  answer: objectWith({ applicationNumber: text }),
});
