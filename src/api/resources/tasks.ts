/** Tasks 待办: the queues of windows and departments, and the applicant's own steps. */
import { TASK_STATES, type CompleteTask, type TaskFilter } from '../../domain/tasks/task-types.js';
import { defineRoute, ref, type Route } from '../route.js';
import { pageQuery } from '../schemas/common-schemas.js';
import { pathParam } from '../schemas/schema-helpers.js';

interface TaskParams {
  readonly taskId: string;
}
type ListQuery = TaskFilter & { cursor?: string; limit: number };

const params = pathParam('taskId');
const responses = { 200: { description: '待办', schema: ref('TaskView') } };
const common = { tag: '待办', roles: 'signed-in', params, responses } as const;

export const taskRoutes: readonly Route[] = [
  defineRoute<unknown, ListQuery>({
    method: 'get',
    path: '/api/tasks',
    operationId: 'listTasks',
    tag: '待办',
    summary: '队列中的待办；不指定状态时为待领取和办理中的，先来的在前',
    roles: 'signed-in',
    query: pageQuery({
      queue: { type: 'string', maxLength: 100, description: '部门或窗口；留空为本人所在队列' },
      state: { type: 'string', enum: [...TASK_STATES] },
      mine: { type: 'boolean', description: '只看本人领取的' },
    }),
    responses: { 200: { description: '待办', schema: ref('TaskPage') } },
    handle: async ({ domain, query: { cursor, limit, ...filter }, actor }) => ({
      body: await domain.tasks.list(filter, { cursor, limit }, actor),
    }),
  }),
  defineRoute<TaskParams>({
    ...common,
    method: 'get',
    path: '/api/tasks/{taskId}',
    operationId: 'getTask',
    summary: '一个待办：表单、数据、办件',
    handle: async ({ domain, params: { taskId }, actor }) => ({ body: await domain.tasks.get(taskId, actor) }),
  }),
  defineRoute<TaskParams>({
    ...common,
    method: 'post',
    path: '/api/tasks/{taskId}/claim',
    operationId: 'claimTask',
    summary: '领取；已被他人领取时答复 409 TASK_TAKEN',
    handle: async ({ domain, params: { taskId }, actor }) => ({ body: await domain.tasks.claim(taskId, actor) }),
  }),
  defineRoute<TaskParams>({
    ...common,
    method: 'post',
    path: '/api/tasks/{taskId}/release',
    operationId: 'releaseTask',
    summary: '退回队列',
    handle: async ({ domain, params: { taskId }, actor }) => ({ body: await domain.tasks.release(taskId, actor) }),
  }),
  defineRoute<TaskParams, unknown, CompleteTask>({
    ...common,
    method: 'post',
    path: '/api/tasks/{taskId}/complete',
    operationId: 'completeTask',
    summary: '办理：通过、不予许可（须写理由）、要求补正（一次列全）',
    body: ref('CompleteTask'),
    handle: async ({ domain, params: { taskId }, body, actor }) => ({
      body: await domain.tasks.complete(taskId, body, actor),
    }),
  }),
];
