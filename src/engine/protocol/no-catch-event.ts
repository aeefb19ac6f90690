/** Set as element id where no catch event was found for a thrown error: the job then waits for its incident's resolution. */
export const NO_CATCH_EVENT_FOUND = 'NO_CATCH_EVENT_FOUND';
