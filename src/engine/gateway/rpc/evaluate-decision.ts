import { DEFAULT_TENANT } from '../../protocol/record.js';
import { checkTenants, readVariables } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

interface EvaluateDecisionRequest {
  decisionKey: string;
  decisionId: string;
  variables: string;
  tenantId: string;
}

/** Answers also when the evaluation fails: the answer says where and why. */
export const evaluateDecision: UnaryRpc<EvaluateDecisionRequest> = async (request, { door }) => {
  checkTenants('EvaluateDecision', request.tenantId);
  const { value } = await executeCommand(door, {
    valueType: 'DECISION_EVALUATION',
    intent: 'EVALUATE',
    key: -1,
    value: {
      decisionId: request.decisionId,
      decisionName: '',
      decisionKey: Number(request.decisionKey),
      decisionVersion: -1,
      decisionRequirementsId: '',
      decisionRequirementsKey: -1,
      decisionOutput: 'null',
      variables: readVariables(request.variables),
      bpmnProcessId: '',
      processDefinitionKey: -1,
      processInstanceKey: -1,
      elementId: '',
      elementInstanceKey: -1,
      evaluatedDecisions: [],
      evaluationFailureMessage: '',
      failedDecisionId: '',
      tenantId: DEFAULT_TENANT,
    },
  });
  const isFailure = value.failedDecisionId !== '';
  return {
    decisionId: value.decisionId,
    decisionKey: value.decisionKey,
    decisionName: value.decisionName,
    decisionVersion: value.decisionVersion,
    decisionRequirementsId: value.decisionRequirementsId,
    decisionRequirementsKey: value.decisionRequirementsKey,
    decisionOutput: isFailure ? '' : value.decisionOutput,
    evaluatedDecisions: value.evaluatedDecisions,
    failedDecisionId: value.failedDecisionId,
    failureMessage: value.evaluationFailureMessage,
    tenantId: value.tenantId,
  };
};
