/** Incidents as people see them, and setting a process going again. */
import { EngineRejection } from '../../engine/client/port.js';
import { AppError } from '../../shared/errors.js';
import type { HistoryDeps } from '../domain.js';
import type { Page, PageRequest } from '../page.js';
import type { Actor } from '../users/actor.js';
import type { ElementNames } from './element-names.js';
import {
  INCIDENT_RANK,
  IncidentModel,
  ProcessInstanceModel,
  type IncidentDocument,
  type ProcessInstanceDocument,
} from './history-model.js';
import type { IncidentFilter, IncidentView, JobFailureView } from './history-types.js';

const DEFAULT_RETRIES = 3;

export interface IncidentDesk {
  list(filter: IncidentFilter, page: PageRequest): Promise<Page<IncidentView>>;
  resolve(key: string, retries: number | undefined, actor: Actor): Promise<IncidentView>;
}

type DeskDeps = Pick<HistoryDeps, 'engine' | 'cases' | 'live' | 'clock' | 'logger'> & { readonly names: ElementNames };

export function createIncidentDesk(deps: DeskDeps): IncidentDesk {
  return {
    list: async (filter, page) => {
      const limit = page.limit ?? 20;
      const documents = await IncidentModel.find(await queryOf(filter, page.cursor))
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean();
      const shown = documents.slice(0, limit);
      const last = documents.length > limit ? shown.at(-1) : undefined;
      return { items: await viewsOf(shown, deps.names), nextCursor: last ? cursorOf(last) : null };
    },
    resolve: async (key, retries, actor) => {
      const incident = await getOpen(key);
      await letGoOn(incident, retries ?? DEFAULT_RETRIES, deps);
      const resolvedAt = deps.clock.now().getTime();
      const resolved = { resolvedAt, resolvedBy: actor.displayName };
      // The stream will say so too; whoever asks before that should not be offered it again.
      await IncidentModel.updateOne({ _id: key }, { $set: resolved, $max: { rank: INCIDENT_RANK.resolved } });
      const [view] = await viewsOf([{ ...incident, ...resolved, rank: INCIDENT_RANK.resolved }], deps.names);
      if (!view) throw new Error('One incident has one view.');
      await noteInCase(view, incident, actor, deps);
      return view;
    },
  };
}

async function getOpen(key: string): Promise<IncidentDocument> {
  const incident = await IncidentModel.findById(key).lean();
  if (!incident) throw new AppError('not-found', 'INCIDENT_NOT_FOUND', '没有找到该异常，请刷新清单。');
  if (incident.rank !== INCIDENT_RANK.open) throw alreadyResolved();
  return incident;
}

function alreadyResolved(): AppError {
  return new AppError('conflict', 'INCIDENT_RESOLVED', '该异常已经处理，无需重复操作，请刷新清单。');
}

/** A job needs tries again before its incident can go; both calls may be repeated. */
async function letGoOn(incident: IncidentDocument, retries: number, { engine }: DeskDeps): Promise<void> {
  try {
    if (incident.jobKey !== null) await engine.updateJobRetries(incident.jobKey, retries);
    await engine.resolveIncident(incident._id);
  } catch (error) {
    if (error instanceof EngineRejection && error.code === 'NOT_FOUND') throw alreadyResolved();
    throw error;
  }
}

async function noteInCase(
  view: IncidentView,
  incident: IncidentDocument,
  actor: Actor,
  { cases, live, logger }: DeskDeps,
): Promise<void> {
  const { caseNumber, key, elementId, processInstanceKey } = view;
  live.emit({ type: 'incident', id: key, ...(caseNumber ? { caseNumber } : {}) });
  if (!caseNumber) return;
  const step = { elementInstanceKey: incident._id, elementId, processInstanceKey };
  const entry = {
    kind: 'incident-resolved',
    title: '流程异常已处理，继续办理',
    detail: `${view.elementName}，由${actor.displayName}处理`,
  };
  // The process goes on already: a missing line in the timeline must not look like a failed resolution.
  await cases.note(caseNumber, step, entry).catch((error: unknown) => {
    logger.error({ err: error, caseNumber, incident: key }, 'resolution of an incident not noted in its case');
  });
}

async function queryOf(filter: IncidentFilter, cursor: string | undefined): Promise<Record<string, unknown>> {
  const query: Record<string, unknown> = { rank: INCIDENT_RANK[filter.state ?? 'open'] };
  if (filter.caseNumber !== undefined) {
    const instances = await ProcessInstanceModel.find({ caseNumber: filter.caseNumber }, { _id: 1 }).lean();
    query['processInstanceKey'] = { $in: instances.map((instance) => instance._id) };
  }
  if (cursor !== undefined) {
    const { createdAt, key } = parseCursor(cursor);
    query['$or'] = [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: key } }];
  }
  return query;
}

function cursorOf({ createdAt, _id }: IncidentDocument): string {
  return Buffer.from(`${createdAt}:${_id}`).toString('base64url');
}

function parseCursor(cursor: string): { createdAt: number; key: string } {
  const found = /^(\d{1,16}):(\d{1,20})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!found) throw new AppError('invalid', 'CURSOR_INVALID', '分页位置无效，请从第一页重新查询。');
  return { createdAt: Number(found[1]), key: found[2] ?? '' };
}

async function viewsOf(incidents: readonly IncidentDocument[], names: ElementNames): Promise<IncidentView[]> {
  const keys = [...new Set(incidents.map((incident) => incident.processInstanceKey))];
  const instances = await ProcessInstanceModel.find({ _id: { $in: keys } }, { caseNumber: 1, failures: 1 }).lean();
  const byKey = new Map(instances.map((instance) => [instance._id, instance]));
  return Promise.all(incidents.map((incident) => viewOf(incident, byKey.get(incident.processInstanceKey), names)));
}

type KnownInstance = Pick<ProcessInstanceDocument, 'caseNumber' | 'failures'>;

async function viewOf(
  incident: IncidentDocument,
  instance: KnownInstance | undefined,
  names: ElementNames,
): Promise<IncidentView> {
  const process = await names.find(incident.processDefinitionKey);
  return {
    key: incident._id,
    caseNumber: instance?.caseNumber ?? null,
    bundleId: process?.bundleId ?? incident.bpmnProcessId,
    bundleName: process?.bundleName ?? incident.bpmnProcessId,
    elementId: incident.elementId,
    elementName: process?.nameOf(incident.elementId) ?? incident.elementId,
    errorType: incident.errorType,
    message: incident.message,
    jobKey: incident.jobKey,
    processInstanceKey: incident.processInstanceKey,
    since: new Date(incident.createdAt),
    state: incident.rank === INCIDENT_RANK.resolved ? 'resolved' : 'open',
    resolvedAt: incident.resolvedAt === undefined ? null : new Date(incident.resolvedAt),
    resolvedBy: incident.resolvedBy ?? null,
    failures: failuresOf(instance, incident.elementInstanceKey),
  };
}

function failuresOf(instance: KnownInstance | undefined, elementInstanceKey: string): JobFailureView[] {
  return Object.values(instance?.failures ?? {})
    .filter((failure) => failure.elementInstanceKey === elementInstanceKey)
    .sort((a, b) => a.at - b.at)
    .map(({ at, retries, message }) => ({ at: new Date(at), retries, message }));
}
