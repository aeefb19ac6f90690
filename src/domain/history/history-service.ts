/** History: projections of the engine's record stream, the same for both engines. */
import type { Actor } from '../users/actor.js';
import type { Page, PageRequest } from '../page.js';
import type {
  Diagram,
  ExportedRecord,
  HistoryProgress,
  IncidentFilter,
  IncidentView,
  JobFailureView,
} from './history-types.js';

export interface HistoryService {
  /**
   * Takes records in, in any order and any number of times: when it resolves, all of them are stored and everything
   * that follows from them has been done. Rejects when the store is away; then send them again.
   */
  ingest(records: readonly ExportedRecord[]): Promise<void>;
  /** Where the case stands. @throws AppError not-found CASE_NOT_STARTED while the engine has not begun it */
  diagramOf(caseNumber: string): Promise<Diagram>;
  incidents(filter: IncidentFilter, page: PageRequest): Promise<Page<IncidentView>>;
  /**
   * Gives the job new tries (3 when left out) and lets the process go on.
   * @throws AppError not-found INCIDENT_NOT_FOUND · conflict INCIDENT_RESOLVED
   */
  resolveIncident(incidentKey: string, options: { retries?: number | undefined }, actor: Actor): Promise<IncidentView>;
  jobFailures(caseNumber: string): Promise<JobFailureView[]>;
  progress(): Promise<HistoryProgress>;
}
