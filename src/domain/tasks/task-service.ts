/** Tasks 待办: taken in from the engine's jobs (intake), worked on by people (desk). */
import { createTaskDesk, type TaskDeskDeps } from './task-desk.js';
import { createTaskIntake, type TaskIntakeDeps } from './task-intake.js';
import type { TaskService } from './task-types.js';

export function createTaskService(deps: TaskDeskDeps & TaskIntakeDeps): TaskService {
  return { ...createTaskDesk(deps), ...createTaskIntake(deps) };
}
