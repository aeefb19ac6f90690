import { PARTITION_ID } from '../../protocol/record.js';
import type { UnaryRpc } from '../rpc-context.js';

/** The version of Zeebe whose protocol and behaviour the engine has. */
const ZEEBE_VERSION = '8.5.8';

export const topology: UnaryRpc<object> = (_request, { address }) => {
  const partition = { partitionId: PARTITION_ID, role: 'LEADER', health: 'HEALTHY' };
  const broker = { nodeId: 0, host: address.host, port: address.port, partitions: [partition], version: ZEEBE_VERSION };
  return Promise.resolve({
    brokers: [broker],
    clusterSize: 1,
    partitionsCount: 1,
    replicationFactor: 1,
    gatewayVersion: ZEEBE_VERSION,
  });
};
