/** Who acts: what a session proves about a person, and all that services need to decide what they may do. */
export const ROLES = ['applicant', 'clerk', 'worker', 'approver', 'supervisor', 'analyst', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export interface Actor {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  /** Department of a worker or approver, e.g. `renshe`. */
  readonly department?: string | undefined;
  /** The queue this person works in: a department id, or the id of a window (`window-nanning`). */
  readonly queue?: string | undefined;
  /** A demonstration account, marked as such on screen. */
  readonly demo: boolean;
}
