/** Key of a taken flow within its scope. */
export function takenFlowKey(gatewayId: string, flowId: string): string {
  return `${gatewayId}\u0000${flowId}`;
}
