import { DEFAULT_TENANT } from '../../protocol/record.js';
import type { FormMetadata, ProcessMetadata } from '../../protocol/value-types.js';
import type { ExecutableProcess } from '../../model/executable.js';
import { closeStartTimers, openStartTimers } from '../deployment/start-timers.js';
import type { PreparedResource } from '../deployment/prepare-deployment.js';
import { closeStartSubscriptions, openStartSubscriptions } from '../deployment/start-subscriptions.js';
import type { CommandProcessor, ProcessingContext } from '../processing-context.js';

interface PlannedProcess {
  readonly resource: PreparedResource;
  readonly process: ExecutableProcess;
  readonly metadata: ProcessMetadata;
  readonly previousKey: number | undefined;
}

interface PlannedForm {
  readonly resource: PreparedResource;
  readonly metadata: FormMetadata;
}

/** DEPLOYMENT CREATE: new versions for what changed; a deployment that changes nothing answers with what is there. */
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
  const changed = !prepared.resources.every((resource) => isUnchanged(work, resource));
  const processes = prepared.resources.flatMap((resource) => planProcesses(work, resource, changed));
  const forms = prepared.resources.flatMap((resource) => planForms(work, resource, changed));
  if (changed) {
    for (const planned of processes) createProcess(work, planned);
    for (const planned of processes) replaceStartTimers(work, planned);
    for (const { resource, metadata } of forms) {
      work.event(metadata.formKey, 'FORM', 'CREATED', { ...metadata, resource: resource.resource });
    }
  }
  const created = work.event(work.nextKey(), 'DEPLOYMENT', 'CREATED', {
    resources: [],
    processesMetadata: processes.map(({ metadata }) => metadata),
    decisionsMetadata: [],
    decisionRequirementsMetadata: [],
    formMetadata: forms.map(({ metadata }) => metadata),
    tenantId: DEFAULT_TENANT,
  });
  work.answer(created);
  if (!changed) return;
  for (const { metadata, previousKey } of processes) {
    if (previousKey !== undefined) closeStartSubscriptions(work, previousKey);
    openStartSubscriptions(work, metadata.processDefinitionKey);
  }
};

function findDuplicateIds(resources: readonly PreparedResource[]): string[] {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const { content, resourceName } of resources) {
    const ids =
      content.type === 'bpmn'
        ? content.processes.map((process) => `process ${process.bpmnProcessId}`)
        : [`form ${content.formId}`];
    for (const id of ids) {
      const other = seen.get(id);
      if (other !== undefined) {
        const [kind] = id.split(' ');
        problems.push(`Duplicated ${kind} id in resources '${other}' and '${resourceName}'`);
      }
      seen.set(id, resourceName);
    }
  }
  return problems;
}

function isUnchanged(work: ProcessingContext, resource: PreparedResource): boolean {
  const { content } = resource;
  if (content.type === 'form') return isSameResource(latestForm(work, content.formId), resource);
  return content.processes.every((process) => isSameResource(latestProcess(work, process.bpmnProcessId), resource));
}

function isSameResource(
  row: { readonly checksum: string; readonly resourceName: string } | undefined,
  resource: PreparedResource,
): boolean {
  return row?.checksum === resource.checksum && row.resourceName === resource.resourceName;
}

function latestProcess(work: ProcessingContext, bpmnProcessId: string) {
  const key = work.state.processVersions.last(bpmnProcessId);
  return key === undefined ? undefined : work.state.processes.get(key);
}

function latestForm(work: ProcessingContext, formId: string) {
  const key = work.state.formVersions.last(formId);
  return key === undefined ? undefined : work.state.forms.get(key);
}

function planProcesses(work: ProcessingContext, resource: PreparedResource, changed: boolean): PlannedProcess[] {
  const { content, resourceName, checksum } = resource;
  if (content.type !== 'bpmn') return [];
  return content.processes.map((process) => {
    const { bpmnProcessId } = process;
    const latest = latestProcess(work, bpmnProcessId);
    const isDuplicate = !changed && latest !== undefined;
    const version = isDuplicate ? latest.version : (latest?.version ?? 0) + 1;
    const processDefinitionKey = isDuplicate ? latest.key : work.nextKey();
    const tenantId = DEFAULT_TENANT;
    const metadata = { bpmnProcessId, version, processDefinitionKey, resourceName, checksum, isDuplicate, tenantId };
    return { resource, process, metadata, previousKey: latest?.key };
  });
}

function planForms(work: ProcessingContext, resource: PreparedResource, changed: boolean): PlannedForm[] {
  const { content, resourceName, checksum } = resource;
  if (content.type !== 'form') return [];
  const { formId } = content;
  const latest = latestForm(work, formId);
  const isDuplicate = !changed && latest !== undefined;
  const version = isDuplicate ? latest.version : (latest?.version ?? 0) + 1;
  const formKey = isDuplicate ? latest.key : work.nextKey();
  return [
    { resource, metadata: { formId, version, formKey, resourceName, checksum, isDuplicate, tenantId: DEFAULT_TENANT } },
  ];
}

function replaceStartTimers(work: ProcessingContext, { metadata, previousKey }: PlannedProcess): void {
  if (previousKey !== undefined) closeStartTimers(work, previousKey);
  openStartTimers(work, metadata.processDefinitionKey);
}

function createProcess(work: ProcessingContext, { metadata, process, resource }: PlannedProcess): void {
  work.models.add(metadata.processDefinitionKey, process);
  work.event(metadata.processDefinitionKey, 'PROCESS', 'CREATED', { ...metadata, resource: resource.resource });
}
