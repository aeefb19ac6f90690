import { useEffect, useState } from 'react';
import type { FieldProblem } from '../../api/problem';
import type { FormData, UploadedFile } from '../../api/types';
import { dropDraft, readDraft, writeDraft, type Draft } from '../../lib/local-draft';

/** One application on its way: everything needed to go on after a reload. */
export interface Application {
  step: 0 | 1 | 2;
  form: FormData;
  files: Record<string, UploadedFile[]>;
  /** The same for every try of this application, so that a repeated one is still one case. */
  idempotencyKey: string;
  incomplete: boolean;
}

const newKey = (): string => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;

const fresh = (form: FormData): Application => ({
  step: 0,
  form,
  files: {},
  idempotencyKey: newKey(),
  incomplete: false,
});

const SAVE_AFTER_MS = 500;

/** The application's state, saved on this device as it changes; an earlier draft is offered, never forced. */
export function useApplication(draftKey: string, prefill: FormData) {
  const [found, setFound] = useState<Draft<Application> | undefined>(() => readDraft<Application>(draftKey));
  const [application, setApplication] = useState<Application>(() => fresh(prefill));
  const [touched, setTouched] = useState(false);
  const [savedAt, setSavedAt] = useState<string>();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  useEffect(() => {
    if (!touched) return;
    const timer = setTimeout(() => setSavedAt(writeDraft(draftKey, application)), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [application, draftKey, touched]);

  const change = (update: (now: Application) => Application): void => {
    setTouched(true);
    setApplication(update);
  };
  return {
    application,
    savedAt,
    problems,
    setProblems,
    found,
    useFound(): void {
      if (found) setApplication(found.value);
      setFound(undefined);
    },
    dropFound(): void {
      dropDraft(draftKey);
      setFound(undefined);
    },
    setForm(form: FormData): void {
      // The form also reports what it starts with: that is no change.
      if (JSON.stringify(form) !== JSON.stringify(application.form)) change((now) => ({ ...now, form }));
    },
    setFiles: (materialId: string, files: (now: readonly UploadedFile[]) => UploadedFile[]) =>
      change((now) => ({ ...now, files: { ...now.files, [materialId]: files(now.files[materialId] ?? []) } })),
    goTo: (step: Application['step'], incomplete = false) => change((now) => ({ ...now, step, incomplete })),
    /** After a definite refusal nothing was stored: what is changed now is another request. */
    renewKey: () => change((now) => ({ ...now, idempotencyKey: newKey() })),
    finish(): void {
      setTouched(false);
      dropDraft(draftKey);
    },
  };
}

export type ApplicationState = ReturnType<typeof useApplication>;
