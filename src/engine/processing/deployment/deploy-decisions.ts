import type { Decision, DecisionGraph } from '../../dmn/decision-model.js';
import { DEFAULT_TENANT } from '../../protocol/record.js';
import type { DecisionMetadata, DecisionRequirementsMetadata } from '../../protocol/value-types.js';
import type { ProcessingContext } from '../processing-context.js';
import type { PreparedResource } from './prepare-deployment.js';

/** What a .dmn file became, or was already. */
export interface DeployedDecisions {
  readonly requirements: DecisionRequirementsMetadata;
  readonly decisions: readonly DecisionMetadata[];
}

/** Writes the decision requirements and its decisions, unless the same file is the latest for all of them already. */
export function deployDecisions(
  work: ProcessingContext,
  resource: PreparedResource,
  graph: DecisionGraph,
): DeployedDecisions {
  const requirements = planRequirements(work, resource, graph);
  const { decisionRequirementsKey: key } = requirements;
  if (!requirements.isDuplicate) {
    work.models.decisions.add(key, graph);
    work.event(key, 'DECISION_REQUIREMENTS', 'CREATED', { ...requirements, resource: resource.resource });
  }
  const decisions = [...graph.decisions.values()].map((decision) => planDecision(work, decision, requirements));
  for (const decision of decisions) {
    if (!decision.isDuplicate) work.event(decision.decisionKey, 'DECISION', 'CREATED', decision);
  }
  return { requirements, decisions };
}

function planRequirements(
  work: ProcessingContext,
  { resourceName, checksum }: PreparedResource,
  { id, name, namespace, decisions }: DecisionGraph,
): DecisionRequirementsMetadata {
  const latestKey = work.state.decisionRequirementsVersions.last(id);
  const latest = latestKey === undefined ? undefined : work.state.decisionRequirements.get(latestKey);
  const isSameFile = latest?.checksum === checksum && latest.resourceName === resourceName;
  const isDuplicate = isSameFile && [...decisions.keys()].every((decision) => isLatest(work, decision, latest.key));
  return {
    decisionRequirementsId: id,
    decisionRequirementsName: name,
    decisionRequirementsVersion: isDuplicate ? latest.version : (latest?.version ?? 0) + 1,
    decisionRequirementsKey: isDuplicate ? latest.key : work.nextKey(),
    namespace,
    resourceName,
    checksum,
    isDuplicate,
    tenantId: DEFAULT_TENANT,
  };
}

/** Another file may have taken the decision over since. */
function isLatest(work: ProcessingContext, decisionId: string, decisionRequirementsKey: number): boolean {
  const key = work.state.decisionVersions.last(decisionId);
  return key !== undefined && work.state.decisions.get(key).decisionRequirementsKey === decisionRequirementsKey;
}

function planDecision(
  work: ProcessingContext,
  { id, name }: Decision,
  { decisionRequirementsId, decisionRequirementsKey }: DecisionRequirementsMetadata,
): DecisionMetadata {
  const latestKey = work.state.decisionVersions.last(id);
  const latest = latestKey === undefined ? undefined : work.state.decisions.get(latestKey);
  const isDuplicate = latest?.decisionRequirementsKey === decisionRequirementsKey;
  return {
    decisionId: id,
    decisionName: name,
    version: isDuplicate ? latest.version : (latest?.version ?? 0) + 1,
    decisionKey: isDuplicate ? latest.key : work.nextKey(),
    decisionRequirementsId,
    decisionRequirementsKey,
    isDuplicate,
    tenantId: DEFAULT_TENANT,
  };
}
