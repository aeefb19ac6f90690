export type { DraftService } from './draft-types.js';
