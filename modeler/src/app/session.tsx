import { createContext, use } from 'react';
import type { SessionUser } from '../api/types';

/** The analyst who is signed in; the shell lets nobody else in. */
export const UserContext = createContext<SessionUser | null>(null);

export function useUser(): SessionUser {
  const user = use(UserContext);
  if (!user) throw new Error('useUser needs the shell above it');
  return user;
}

/** Roles that may use the studio. */
export const STUDIO_ROLES: readonly string[] = ['analyst', 'administrator'];

/** The hall's sign-in page, with the way back to where the person is. */
export function signInAddress(): string {
  return `/signin?return=${encodeURIComponent(`/modeler/${location.hash}`)}`;
}
