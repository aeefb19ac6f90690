import type { UnaryRpc } from '../rpc-context.js';
import { deploy, toProcessMetadata } from './deploy-resource.js';

interface DeployProcessRequest {
  processes: { name: string; definition: Buffer }[];
}

/** The deprecated form of DeployResource, which older clients send. */
export const deployProcess: UnaryRpc<DeployProcessRequest> = async ({ processes }, context) => {
  const resources = processes.map(({ name, definition }) => ({ name, content: definition }));
  const { key, value } = await deploy(resources, context);
  return { key, processes: value.processesMetadata.map(toProcessMetadata) };
};
