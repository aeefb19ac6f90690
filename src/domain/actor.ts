/** Who acts: a signed-in person as the rules see them. Shared by every domain area and by api. */
export const ROLES = ['applicant', 'clerk', 'worker', 'approver', 'supervisor', 'analyst', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

export interface Actor {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly role: Role;
  /** Department id of a worker or approver. */
  readonly department?: string;
  /** The queue whose tasks the person works: a department id or a window id. */
  readonly queue?: string;
}
