/** History: projections of the engine's record stream, the same for both engines. */
import type { BundleVersion } from '../bundles/bundle-types.js';
import type { HistoryDeps } from '../domain.js';
import { diagramElements } from './diagram.js';
import { createElementNames } from './element-names.js';
import {
  INCIDENT_RANK,
  IncidentModel,
  ProcessInstanceModel,
  RecordStreamModel,
  type ProcessInstanceDocument,
} from './history-model.js';
import type { HistoryService } from './history-types.js';
import { createIncidentDesk } from './incident-desk.js';
import { projectRecords, type Projection } from './project-records.js';

export function createHistoryService(deps: HistoryDeps): HistoryService {
  const desk = createIncidentDesk({ ...deps, names: createElementNames(deps.bundles) });
  let lastError: string | null = null;
  return {
    ingest: async (records) => {
      try {
        await ingest(projectRecords(records, deps.clock.now().getTime()), deps);
        lastError = null;
      } catch (error) {
        lastError = error instanceof Error ? error.message : String(error);
        throw error;
      }
    },
    diagramOf: async (caseNumber) => {
      const instance = await findRootInstance(caseNumber);
      const { xml, version } = await versionOf(caseNumber, instance, deps);
      if (!instance) return { xml, version, elements: [], flows: [] };
      const standing = await standingElements(instance._id);
      return {
        xml,
        version,
        elements: diagramElements(instance.elements ?? {}, standing),
        flows: instance.flows ?? [],
      };
    },
    incidents: (filter, page) => desk.list(filter, page),
    resolveIncident: (key, { retries }, actor) => desk.resolve(key, retries, actor),
    progress: async () => {
      const streams = await RecordStreamModel.find().sort({ _id: 1 }).lean();
      return {
        partitions: streams.map((stream) => ({
          partition: Number(stream._id),
          position: String(stream.position),
          recordAt: new Date(stream.recordAt),
          receivedAt: new Date(stream.receivedAt),
        })),
        lastError,
      };
    },
  };
}

/**
 * What others may look at is written before they are told, and the stream's mark last. Each step may be repeated, so a
 * delivery that fails half-way is simply sent again.
 */
async function ingest(projection: Projection, deps: HistoryDeps): Promise<void> {
  const { instances, incidents, streams } = projection;
  const unordered = { ordered: false };
  if (instances.ids.length > 0) await ProcessInstanceModel.bulkWrite(instances.operations(), unordered);
  if (incidents.ids.length > 0) await IncidentModel.bulkWrite(incidents.operations(), unordered);
  for (const elementInstanceKey of projection.canceledTasks) {
    await deps.tasks.cancelByElementInstance(elementInstanceKey);
  }
  if (streams.ids.length > 0) await RecordStreamModel.bulkWrite(streams.operations(), unordered);
  await tell(projection, deps);
}

async function tell({ moved, incidents }: Projection, { live }: HistoryDeps): Promise<void> {
  if (moved.size === 0) return;
  const cases = await ProcessInstanceModel.find({ _id: { $in: [...moved] } }, { caseNumber: 1 }).lean();
  const caseNumbers = new Map(cases.map((instance) => [instance._id, instance.caseNumber]));
  for (const caseNumber of new Set(caseNumbers.values())) {
    if (caseNumber !== undefined) live.emit({ type: 'case', id: caseNumber, caseNumber });
  }
  if (incidents.ids.length === 0) return;
  const changed = await IncidentModel.find({ _id: { $in: incidents.ids } }, { processInstanceKey: 1 }).lean();
  for (const { _id, processInstanceKey } of changed) {
    const caseNumber = caseNumbers.get(processInstanceKey);
    live.emit({ type: 'incident', id: _id, ...(caseNumber === undefined ? {} : { caseNumber }) });
  }
}

/** The instance that no call activity started: the case's own process. */
async function findRootInstance(caseNumber: string): Promise<ProcessInstanceDocument | undefined> {
  const instances = await ProcessInstanceModel.find({ caseNumber }).lean();
  return instances.find((instance) => instance.parentKey === undefined);
}

async function standingElements(processInstanceKey: string): Promise<Set<string>> {
  const open = await IncidentModel.find(
    { processInstanceKey, rank: INCIDENT_RANK.open },
    { elementInstanceKey: 1 },
  ).lean();
  return new Set(open.map((incident) => incident.elementInstanceKey));
}

/** The version that the case runs on; before it runs, the one it was filed for. */
async function versionOf(
  caseNumber: string,
  instance: ProcessInstanceDocument | undefined,
  { bundles, cases }: HistoryDeps,
): Promise<BundleVersion> {
  const deployed = instance && (await bundles.findByProcessDefinition(instance.processDefinitionKey));
  if (deployed) return deployed;
  const { bundleId, bundleVersion } = await cases.facts(caseNumber);
  return bundles.get(bundleId, bundleVersion);
}
