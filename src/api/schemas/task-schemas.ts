/** Tasks as JSON; the types are in domain/tasks/task-types.ts. */
import { TASK_ACTIONS, TASK_STATES } from '../../domain/tasks/task-types.js';
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

const action = oneOf(TASK_ACTIONS, '办理通过、不予许可、要求补正');

const summaryProperties = {
  id: text,
  name: text,
  caseNumber: text,
  bundleName: text,
  applicantName: { ...text, description: '已脱敏' },
  queue: text,
  state: ref('TaskState'),
  assignee: { anyOf: [shape({ id: text, displayName: text }), { type: 'null' }] },
  createdAt: moment,
  dueAt: optionalMoment,
  light: oneOf(['green', 'amber', 'red']),
  elementId: text,
};

export const taskSchemas: Readonly<Record<string, Schema>> = {
  TaskState: oneOf(TASK_STATES, '待领取、办理中、已办理、已取消'),
  TaskSummary: shape(summaryProperties),
  TaskCounts: shape({ open: whole, claimed: whole, mine: whole, completed: whole }),
  TaskPage: pageSchema('TaskSummary', { counts: ref('TaskCounts') }),
  TaskView: shape({
    ...summaryProperties,
    actions: listOf(action),
    form: { ...anyObject, description: '该环节的表单（form-js）' },
    data: anyObject,
    item: optionalText,
    case: ref('CaseView'),
    outcome: {
      anyOf: [shape({ action, reason: optionalText, at: moment, by: text }), { type: 'null' }],
    },
  }),
  CompleteTask: input(
    {
      action,
      data: anyObject,
      reason: { type: 'string', maxLength: 1000 },
      missing: {
        type: 'array',
        maxItems: 50,
        items: input(
          {
            materialId: { type: 'string', maxLength: 100, description: '留空表示申请表' },
            reason: { type: 'string', minLength: 1, maxLength: 500 },
          },
          ['reason'],
        ),
      },
    },
    ['action', 'data'],
  ),
};
