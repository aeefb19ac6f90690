import { DEFAULT_TENANT } from '../../protocol/record.js';
import type {
  DecisionMetadata,
  DecisionRequirementsMetadata,
  DeploymentValue,
  FormMetadata,
  ProcessMetadata,
} from '../../protocol/value-types.js';
import { checkTenants } from '../read-request.js';
import { executeCommand, type RpcContext, type UnaryRpc } from '../rpc-context.js';

interface DeployResourceRequest {
  resources: { name: string; content: Buffer }[];
  tenantId: string;
}

export const deployResource: UnaryRpc<DeployResourceRequest> = async ({ resources, tenantId }, context) => {
  checkTenants('DeployResource', tenantId);
  const { key, value } = await deploy(resources, context);
  const processes = value.processesMetadata.map((metadata) => ({ process: toProcessMetadata(metadata) }));
  const forms = value.formMetadata.map((metadata) => ({ form: toFormMetadata(metadata) }));
  const decisions = value.decisionsMetadata.map((metadata) => ({ decision: toDecisionMetadata(metadata) }));
  const requirements = value.decisionRequirementsMetadata.map((metadata) => ({
    decisionRequirements: toRequirementsMetadata(metadata),
  }));
  return { key, deployments: [...processes, ...decisions, ...requirements, ...forms], tenantId: value.tenantId };
};

export function deploy(
  resources: readonly { name: string; content: Buffer }[],
  { door }: RpcContext,
): Promise<{ key: number; value: DeploymentValue }> {
  return executeCommand(door, {
    valueType: 'DEPLOYMENT',
    intent: 'CREATE',
    key: -1,
    value: {
      resources: resources.map(({ name, content }) => ({ resourceName: name, resource: content.toString('base64') })),
      processesMetadata: [],
      decisionsMetadata: [],
      decisionRequirementsMetadata: [],
      formMetadata: [],
      tenantId: DEFAULT_TENANT,
    },
  });
}

export function toProcessMetadata(metadata: ProcessMetadata): object {
  const { bpmnProcessId, version, processDefinitionKey, resourceName, tenantId } = metadata;
  return { bpmnProcessId, version, processDefinitionKey, resourceName, tenantId };
}

function toDecisionMetadata(metadata: DecisionMetadata): object {
  const { decisionId, decisionName, version, decisionKey, tenantId } = metadata;
  const { decisionRequirementsId, decisionRequirementsKey } = metadata;
  return {
    dmnDecisionId: decisionId,
    dmnDecisionName: decisionName,
    version,
    decisionKey,
    dmnDecisionRequirementsId: decisionRequirementsId,
    decisionRequirementsKey,
    tenantId,
  };
}

function toRequirementsMetadata(metadata: DecisionRequirementsMetadata): object {
  const { decisionRequirementsId, decisionRequirementsName, decisionRequirementsVersion, resourceName } = metadata;
  return {
    dmnDecisionRequirementsId: decisionRequirementsId,
    dmnDecisionRequirementsName: decisionRequirementsName,
    version: decisionRequirementsVersion,
    decisionRequirementsKey: metadata.decisionRequirementsKey,
    resourceName,
    tenantId: metadata.tenantId,
  };
}

function toFormMetadata({ formId, version, formKey, resourceName, tenantId }: FormMetadata): object {
  return { formId, version, formKey, resourceName, tenantId };
}
