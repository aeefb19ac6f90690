import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getSession, signIn, signOut } from '../api/client';
import type { Role, Session } from '../api/types';
import { dropAllDrafts } from '../lib/local-draft';

const sessionKey = ['session'] as const;

/** Who is signed in; `user` is null for a guest and undefined while that is not known yet. */
export function useSession() {
  const query = useQuery({ queryKey: sessionKey, queryFn: getSession, staleTime: 5 * 60_000 });
  return { ...query, user: query.data?.user };
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { userName: string; password: string }) => signIn(input.userName, input.password),
    onSuccess: (session: Session) => client.setQueryData(sessionKey, session),
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: signOut,
    onSuccess: (session: Session) => {
      dropAllDrafts();
      client.clear();
      client.setQueryData(sessionKey, session);
    },
  });
}

const STAFF: readonly Role[] = ['clerk', 'worker', 'approver'];

/** Those who work a queue. */
export const hasQueue = (role: Role | undefined): boolean => role !== undefined && STAFF.includes(role);
export const canApply = (role: Role | undefined): boolean => role === 'applicant' || role === 'clerk';
export const seesIncidents = (role: Role | undefined): boolean => role === 'supervisor' || role === 'administrator';
export const drawsProcesses = (role: Role | undefined): boolean => role === 'analyst' || role === 'administrator';
