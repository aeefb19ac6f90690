import { incidentCommandValue } from '../command-values.js';
import { readKey } from '../read-request.js';
import { executeCommand, type UnaryRpc } from '../rpc-context.js';

export const resolveIncident: UnaryRpc<{ incidentKey: string }> = async ({ incidentKey }, { door }) => {
  const value = incidentCommandValue();
  await executeCommand(door, { valueType: 'INCIDENT', intent: 'RESOLVE', key: readKey(incidentKey), value });
  return {};
};
