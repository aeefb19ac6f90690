import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, mayRetry } from '../../api/problem';
import { api } from '../../api/resources';
import type { CaseView, SubmitInput } from '../../api/types';

export type Submission =
  | { phase: 'idle' }
  | { phase: 'sending' }
  | { phase: 'waiting'; attempt: number; error: unknown }
  | { phase: 'refused'; error: ApiProblem };

interface Outcomes {
  onDone: (submitted: CaseView) => void;
  onRefused: (problem: ApiProblem) => void;
}

/** Sends an application once at a time; what may still succeed is kept for another try with the same key. */
export function useSubmission({ onDone, onRefused }: Outcomes) {
  const client = useQueryClient();
  const [submission, setSubmission] = useState<Submission>({ phase: 'idle' });
  const sending = useRef(false);
  const attempts = useRef(0);

  const send = async (input: SubmitInput, key: string): Promise<void> => {
    if (sending.current) return;
    sending.current = true;
    setSubmission({ phase: 'sending' });
    try {
      const submitted = await api.submit(input, key);
      client.setQueryData(['case', submitted.caseNumber], submitted);
      void client.invalidateQueries({ queryKey: ['cases'] });
      onDone(submitted);
    } catch (error) {
      if (error instanceof ApiProblem && !mayRetry(error)) {
        setSubmission({ phase: 'refused', error });
        onRefused(error);
      } else {
        attempts.current += 1;
        setSubmission({ phase: 'waiting', attempt: attempts.current, error });
      }
    } finally {
      sending.current = false;
    }
  };
  return { submission, send: (input: SubmitInput, key: string) => void send(input, key) };
}
