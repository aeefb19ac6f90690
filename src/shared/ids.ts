/** Identifiers. Random ones are URL-safe and unguessable; case numbers come from domain/cases. */
import { randomBytes, randomUUID } from 'node:crypto';

export function newId(): string {
  return randomUUID();
}

/** `bytes` of randomness as base64url. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}
