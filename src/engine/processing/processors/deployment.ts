import { DEFAULT_TENANT } from '../../protocol/record.js';
import type { FormMetadata, ProcessMetadata } from '../../protocol/value-types.js';
import type { ExecutableProcess } from '../../model/executable.js';
import { deployDecisions, type DeployedDecisions } from '../deployment/deploy-decisions.js';
import { findDuplicateIds } from '../deployment/find-duplicate-ids.js';
import { findLatest, isSameResource, versionFor } from '../deployment/latest-version.js';
import { closeStartTimers, openStartTimers } from '../deployment/start-timers.js';
import type { PreparedResource } from '../deployment/prepare-deployment.js';
import { closeStartSubscriptions, openStartSubscriptions } from '../deployment/start-subscriptions.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

interface PlannedProcess {
  readonly metadata: ProcessMetadata;
  readonly previousKey: number | undefined;
}

/** DEPLOYMENT CREATE: a new version for each resource that changed; the answer names what is there for the others. */
export const createDeployment: CommandProcessor<'DEPLOYMENT'> = (work, command) => {
  const prepared = work.deployment;
  if (prepared === undefined) throw new Error('Expected the deployment to be prepared before it is processed');
  if (command.value.resources.length === 0) {
    work.reject('INVALID_ARGUMENT', 'Expected to deploy at least one resource, but none given');
    return;
  }
  const problems = prepared.ok ? findDuplicateIds(prepared.resources) : prepared.problems;
  if (!prepared.ok || problems.length > 0) {
    const text = problems.join('\n');
    work.reject('INVALID_ARGUMENT', `Expected to deploy new resources, but encountered the following errors:\n${text}`);
    return;
  }
  const processes: PlannedProcess[] = [];
  const decisions: DeployedDecisions[] = [];
  const forms: FormMetadata[] = [];
  for (const resource of prepared.resources) {
    const { content } = resource;
    if (content.type === 'bpmn') processes.push(...content.processes.map((process) => deploy(work, resource, process)));
    else if (content.type === 'dmn') decisions.push(deployDecisions(work, resource, content.graph));
    else forms.push(deployForm(work, resource, content.formId));
  }
  const changed = processes.filter(({ metadata }) => !metadata.isDuplicate);
  for (const planned of changed) replaceStartTimers(work, planned);
  const created = work.event(work.nextKey(), 'DEPLOYMENT', 'CREATED', {
    resources: [],
    processesMetadata: processes.map(({ metadata }) => metadata),
    decisionsMetadata: decisions.flatMap((deployed) => deployed.decisions),
    decisionRequirementsMetadata: decisions.map(({ requirements }) => requirements),
    formMetadata: forms,
    tenantId: DEFAULT_TENANT,
  });
  work.answer(created);
  for (const { metadata, previousKey } of changed) {
    if (previousKey !== undefined) closeStartSubscriptions(work, previousKey);
    openStartSubscriptions(work, metadata.processDefinitionKey);
  }
};

function deploy(work: ProcessingContext, resource: PreparedResource, process: ExecutableProcess): PlannedProcess {
  const { resourceName, checksum } = resource;
  const { bpmnProcessId } = process;
  const latest = findLatest(work.state.processVersions, work.state.processes, bpmnProcessId);
  const isDuplicate = isSameResource(latest, resource);
  const { version, key: processDefinitionKey } = versionFor(work, latest, isDuplicate);
  const tenantId = DEFAULT_TENANT;
  const metadata = { bpmnProcessId, version, processDefinitionKey, resourceName, checksum, isDuplicate, tenantId };
  if (!isDuplicate) {
    work.models.add(processDefinitionKey, process);
    work.event(processDefinitionKey, 'PROCESS', 'CREATED', { ...metadata, resource: resource.resource });
  }
  return { metadata, previousKey: latest?.key };
}

function deployForm(work: ProcessingContext, resource: PreparedResource, formId: string): FormMetadata {
  const { resourceName, checksum } = resource;
  const latest = findLatest(work.state.formVersions, work.state.forms, formId);
  const isDuplicate = isSameResource(latest, resource);
  const { version, key: formKey } = versionFor(work, latest, isDuplicate);
  const metadata = { formId, version, formKey, resourceName, checksum, isDuplicate, tenantId: DEFAULT_TENANT };
  if (!isDuplicate) work.event(formKey, 'FORM', 'CREATED', { ...metadata, resource: resource.resource });
  return metadata;
}

function replaceStartTimers(work: ProcessingContext, { metadata, previousKey }: PlannedProcess): void {
  if (previousKey !== undefined) closeStartTimers(work, previousKey);
  openStartTimers(work, metadata.processDefinitionKey);
}
