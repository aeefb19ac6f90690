/** Builds all services of the domain. The database must be connected before `start`, not before this. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../shared/project-root.js';
import { createBundleService } from './bundles/bundle-service.js';
import { createWorkingCalendar, loadCalendarYears } from './calendar/working-calendar.js';
import { logReading, mayRead } from './cases/case-access.js';
import { CaseModel } from './cases/case-model.js';
import { createCaseService, type CaseServiceInternal } from './cases/case-service.js';
import type { Domain, DomainDeps } from './domain.js';
import { createDraftService } from './drafts/draft-service.js';
import { createHistoryService } from './history/history-service.js';
import { createItemService } from './items/item-service.js';
import { createLiveEvents } from './live/live-events.js';
import { createMaterialService } from './materials/material-service.js';
import { createDeliver } from './outbox/deliver-effects.js';
import { createOutbox } from './outbox/outbox.js';
import { TaskModel } from './tasks/task-model.js';
import { createTaskService } from './tasks/task-service.js';
import type { Actor } from './users/actor.js';
import { createUserService } from './users/user-service.js';

export function createDomain(deps: DomainDeps): Domain {
  const { clock, logger } = deps;
  const processesDir = deps.processesDir ?? path.join(projectRoot, 'processes');
  const referenceDir = path.join(processesDir, 'reference');
  const live = createLiveEvents({ clock, logger });
  const bundles = createBundleService({ engine: deps.engine, live, clock, logger });
  const calendar = createWorkingCalendar(loadCalendarYears(referenceDir));
  const ensureDeployed = once(() => bundles.deployAll());
  const deliver = createDeliver({ engine: deps.engine, queues: deps.queues, live, ensureDeployed });
  const sources = [CaseModel, TaskModel] as unknown as Parameters<typeof createOutbox>[0]['sources'];
  const outbox = createOutbox({ deliver, sources, clock, logger });
  const mayReadByCase = (fileId: string, actor: Actor): Promise<boolean> => readByCase(fileId, actor, deps);
  const materials = createMaterialService({ bundles, mayReadByCase });
  const changing = { clock, live, outbox, bundles, calendar };
  const defaultWindow = findDefaultWindow(referenceDir);
  const cases: CaseServiceInternal = createCaseService({ ...changing, materials, defaultWindow });
  const beginCase = cases.begin;
  const tasks = createTaskService({ ...changing, logger, beginCase, secretSink: deps.secretSink });
  const users = createUserService({ clock });
  const drafts = createDraftService({ ...deps, bundles, live });
  return {
    cases,
    tasks,
    materials,
    bundles,
    users,
    items: createItemService(referenceDir),
    calendar,
    history: createHistoryService({ ...deps, cases, tasks, bundles, live }),
    drafts,
    live,
    outbox,
    start: async () => {
      await users.seedDemoUsers();
      await bundles.loadAll(processesDir);
      await drafts.announceJobTypes();
      await live.start();
      await outbox.start();
    },
    close: async () => {
      await outbox.close();
      await live.close();
    },
  };
}

/** Does it until it has succeeded once; callers at the same time share one try. */
function once(work: () => Promise<void>): () => Promise<void> {
  let trying: Promise<void> | undefined;
  return () => {
    trying ??= work().catch((error: unknown) => {
      trying = undefined;
      throw error;
    });
    return trying;
  };
}

async function readByCase(fileId: string, actor: Actor, { clock }: DomainDeps): Promise<boolean> {
  const found = await CaseModel.find({ 'materials.fileId': fileId }).lean();
  const readable = found.find((candidate) => mayRead(candidate, actor));
  if (readable) await logReading(readable, actor, 'material', clock);
  return readable !== undefined;
}

interface Places {
  readonly places: readonly { readonly id: string; readonly kind: string; readonly default?: boolean }[];
}

/** The window that hands over in person what was applied for online. */
function findDefaultWindow(referenceDir: string): string | null {
  const { places } = JSON.parse(readFileSync(path.join(referenceDir, 'places.json'), 'utf8')) as Places;
  return places.find((place) => place.kind === 'window' && place.default === true)?.id ?? null;
}
