/** Cases as JSON; the types are in domain/cases/case-types.ts. */
import { CASE_RESULTS, CASE_STATES } from '../../domain/cases/case-types.js';
import { ref, type Schema } from '../route.js';
import { pageSchema } from './common-schemas.js';
import {
  anyObject,
  input,
  listOf,
  moment,
  oneOf,
  optionalMoment,
  optionalText,
  shape,
  text,
  whole,
} from './schema-helpers.js';

const channel = oneOf(['online', 'window']);
const light = oneOf(['green', 'amber', 'red'], '绿灯在时限内，黄灯临期，红灯超期');
const optionalResult: Schema = { enum: [...CASE_RESULTS, null] };

const handedMaterials: Schema = {
  type: 'array',
  maxItems: 100,
  items: input({ materialId: { type: 'string', maxLength: 100 }, fileId: { type: 'string', maxLength: 100 } }, [
    'materialId',
    'fileId',
  ]),
};

const summaryProperties = {
  caseNumber: { ...text, description: '办件编号', example: 'TB20261124000001' },
  bundleId: text,
  bundleName: text,
  bundleVersion: whole,
  channel,
  window: optionalText,
  state: ref('CaseState'),
  result: optionalResult,
  submittedAt: moment,
  updatedAt: moment,
};

export const caseSchemas: Readonly<Record<string, Schema>> = {
  CaseState: oneOf(CASE_STATES, '草稿、收件、预受理、补齐补正、受理、在办、挂起、办结、作废办结、退件、不予受理'),
  CaseResult: oneOf(CASE_RESULTS, '准予、部分准予、不予许可、退件、不予受理、撤回'),
  MissingMaterial: shape({ id: text, name: text, reason: text }),
  CaseItem: shape({
    number: { ...text, description: '事项办件编号' },
    itemId: text,
    name: text,
    department: text,
    departmentName: text,
    state: ref('CaseState'),
    result: optionalResult,
    reason: optionalText,
  }),
  CaseFile: shape({ fileId: text, fileName: text, contentType: text, bytes: whole, stage: text, at: moment }),
  CaseMaterial: shape({
    materialId: text,
    name: text,
    need: oneOf(['required', 'optional', 'deferred'], '必要、非必要、容缺后补'),
    files: listOf(ref('CaseFile')),
  }),
  Correction: shape({
    number: whole,
    askedAt: moment,
    by: text,
    missing: listOf(ref('MissingMaterial')),
    answeredAt: optionalMoment,
    dueAt: moment,
  }),
  CaseView: shape({
    ...summaryProperties,
    applicant: shape({ name: text, idNumber: text, phone: text }),
    form: anyObject,
    materials: listOf(ref('CaseMaterial')),
    items: listOf(ref('CaseItem')),
    limits: shape({ promisedDueAt: moment, warnAt: moment, light }),
    corrections: listOf(ref('Correction')),
    acceptedAt: optionalMoment,
    finishedAt: optionalMoment,
    delivery: shape({ method: optionalText, address: optionalText, trackingNumber: optionalText }),
    processInstanceKey: optionalText,
    allowed: { ...listOf(oneOf(['correct', 'withdraw'])), description: '当前登录人可进行的操作' },
  }),
  CaseSummary: shape({ ...summaryProperties, applicantName: text, light }),
  CasePage: pageSchema('CaseSummary'),
  TimelineEntry: shape({ at: moment, kind: text, title: text, detail: text, actor: text, elementId: text }, [
    'detail',
    'actor',
    'elementId',
  ]),
  TimelinePage: pageSchema('TimelineEntry'),
  SubmitCase: input(
    {
      bundleId: { type: 'string', maxLength: 100 },
      channel,
      form: anyObject,
      materials: handedMaterials,
      applicant: input(
        {
          name: { type: 'string', minLength: 1, maxLength: 100 },
          idNumber: { type: 'string', minLength: 1, maxLength: 50 },
          phone: { type: 'string', minLength: 1, maxLength: 30 },
        },
        ['name', 'idNumber', 'phone'],
      ),
      submitIncomplete: { type: 'boolean', description: '材料不齐也先提交，稍后按一次性告知补正' },
    },
    ['bundleId', 'channel', 'form', 'materials'],
  ),
  CorrectCase: input({ form: anyObject, materials: handedMaterials }, ['materials']),
  WithdrawCase: input({ reason: { type: 'string', minLength: 1, maxLength: 500 } }, ['reason']),
};
