import '@bpmn-io/form-js/dist/assets/form-js.css';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { FieldProblem } from '../../api/problem';
import type { FormData, FormSchema } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { Failure, Loading } from '../page-states';
import { showForm, type FormHandle } from './form-handle';
import './form.css';

export interface FormViewProps {
  schema: FormSchema;
  /** What the form starts with; later changes are the form's own. */
  data?: FormData | undefined;
  secretFields?: readonly string[] | undefined;
  onChange?: (data: FormData) => void;
  /** The server's complaints, shown at their fields. */
  problems?: readonly FieldProblem[] | undefined;
  handle: RefObject<FormHandle | null>;
}

/** The form-js viewer as a component; in a chunk of its own. */
export default function FormCanvas({ schema, data, secretFields, onChange, problems, handle }: FormViewProps) {
  const { language, t } = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef<FormData | undefined>(undefined);
  const [state, setState] = useState<{ ready: boolean; error?: unknown }>({ ready: false });

  const changed = useEffectEvent((now: FormData) => {
    latest.current = now;
    onChange?.(now);
  });
  const show = useEffectEvent((element: HTMLElement) =>
    showForm(element, {
      schema,
      data: latest.current ?? data ?? {},
      secretFields: secretFields ?? [],
      onChange: (now) => changed(now),
      t,
    }),
  );

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let gone = false;
    let shown: FormHandle | undefined;
    show(element).then(
      (form) => {
        if (gone) return form.destroy();
        shown = form;
        handle.current = form;
        setState({ ready: true });
      },
      (error: unknown) => setState({ ready: false, error }),
    );
    return () => {
      gone = true;
      handle.current = null;
      shown?.destroy();
    };
  }, [schema, language, handle]);

  useEffect(() => {
    if (!state.ready || !problems || problems.length === 0) return;
    handle.current?.showErrors(problems);
    handle.current?.focusFirstError();
  }, [problems, state.ready, handle]);

  return (
    <>
      {state.error !== undefined && <Failure error={state.error} />}
      {!state.ready && state.error === undefined && <Loading card={false} rows={6} />}
      <div ref={container} className="form-canvas" />
    </>
  );
}
