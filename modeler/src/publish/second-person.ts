import type { DraftState } from '../api/types';

/** Whether the person asked for the publication or saved the draft last: then somebody else must decide. */
export function hasHand(draft: DraftState, personId: string): boolean {
  return draft.savedBy.id === personId || draft.request?.by.id === personId;
}
