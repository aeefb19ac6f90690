import { Rejected } from './engine-harness.js';

/** `TYPE: reason` of the refusal that the promise must end with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Rejected) return error.message;
    throw error;
  }
  throw new Error('Expected the command to be rejected, but it was accepted');
}
