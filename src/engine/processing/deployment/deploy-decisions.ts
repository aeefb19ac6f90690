import type { Decision, DecisionGraph } from '../../dmn/decision-model.js';
import { DEFAULT_TENANT } from '../../protocol/record.js';
import type { DecisionMetadata, DecisionRequirementsMetadata } from '../../protocol/value-types.js';
import type { ProcessingContext } from '../processing-context.js';
import { findLatest, isSameResource, versionFor } from './latest-version.js';
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
  resource: PreparedResource,
  { id, name, namespace, decisions }: DecisionGraph,
): DecisionRequirementsMetadata {
  const { decisionRequirements, decisionRequirementsVersions } = work.state;
  const latest = findLatest(decisionRequirementsVersions, decisionRequirements, id);
  const isDuplicate =
    latest !== undefined &&
    isSameResource(latest, resource) &&
    [...decisions.keys()].every((decision) => isLatest(work, decision, latest.key));
  const { version, key } = versionFor(work, latest, isDuplicate);
  return {
    decisionRequirementsId: id,
    decisionRequirementsName: name,
    decisionRequirementsVersion: version,
    decisionRequirementsKey: key,
    namespace,
    resourceName: resource.resourceName,
    checksum: resource.checksum,
    isDuplicate,
    tenantId: DEFAULT_TENANT,
  };
}

/** Another file may have taken the decision over since. */
function isLatest(work: ProcessingContext, decisionId: string, decisionRequirementsKey: number): boolean {
  const latest = findLatest(work.state.decisionVersions, work.state.decisions, decisionId);
  return latest?.decisionRequirementsKey === decisionRequirementsKey;
}

function planDecision(
  work: ProcessingContext,
  { id, name }: Decision,
  { decisionRequirementsId, decisionRequirementsKey }: DecisionRequirementsMetadata,
): DecisionMetadata {
  const latest = findLatest(work.state.decisionVersions, work.state.decisions, id);
  const isDuplicate = latest?.decisionRequirementsKey === decisionRequirementsKey;
  const { version, key: decisionKey } = versionFor(work, latest, isDuplicate);
  return {
    decisionId: id,
    decisionName: name,
    version,
    decisionKey,
    decisionRequirementsId,
    decisionRequirementsKey,
    isDuplicate,
    tenantId: DEFAULT_TENANT,
  };
}
