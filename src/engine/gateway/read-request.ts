/** Parts of requests, checked as Zeebe's gateway checks them. */
import { status } from '@grpc/grpc-js';
import { DEFAULT_TENANT, PARTITION_ID } from '../protocol/record.js';
import type { Variables } from '../protocol/value-types.js';
import { GatewayError, invalidArgument } from './gateway-error.js';

/**
 * A JSON document of variables; nothing and `null` are an empty one.
 * @throws GatewayError INVALID_ARGUMENT
 */
export function readVariables(text: string): Variables {
  if (text.trim() === '') return {};
  const value = parseJson(text);
  if (value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Variables;
  throw invalidArgument(
    `Property 'variables' is invalid: Expected document to be a root level object, but was '${jsonTypeOf(value)}'`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidArgument(`Invalid JSON value: ${text}`);
  }
}

function jsonTypeOf(value: unknown): string {
  if (Array.isArray(value)) return 'ARRAY';
  if (typeof value === 'number') return Number.isInteger(value) ? 'INTEGER' : 'FLOAT';
  return (typeof value).toUpperCase();
}

/**
 * The key of something in the engine, whose upper bits name the partition.
 * @throws GatewayError UNAVAILABLE for a partition that there is not
 */
export function readKey(text: string): number {
  const partition = BigInt(text) >> 51n;
  if (partition === BigInt(PARTITION_ID)) return Number(text);
  throw new GatewayError(
    status.UNAVAILABLE,
    `Expected to execute command on partition ${partition}, but either it does not exist, or the gateway is not yet aware of it`,
  );
}

/** @throws GatewayError INVALID_ARGUMENT for any tenant but the default one */
export function checkTenants(rpc: string, ...tenantIds: readonly string[]): void {
  const other = tenantIds.find((tenantId) => tenantId !== '' && tenantId !== DEFAULT_TENANT);
  if (other === undefined) return;
  throw invalidArgument(
    `Expected to handle gRPC request ${rpc} with tenant identifier '${other}', but multi-tenancy is disabled`,
  );
}
