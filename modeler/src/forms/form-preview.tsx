import '@bpmn-io/form-js/dist/assets/form-js.css';
import { Form } from '@bpmn-io/form-js';
import { useEffect, useRef, useState } from 'react';
import { sentence } from '../api/problem';

/** A form, read-only, as people will see it. */
export function FormPreview({ schema }: { schema: object }) {
  const container = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!container.current) return undefined;
    const form = new Form({ container: container.current });
    form.setProperty('readOnly', true);
    form.importSchema(schema as never, {}).catch((error: unknown) => setProblem(sentence(error)));
    return () => form.destroy();
  }, [schema]);
  return (
    <>
      {problem !== null && <p className="returned">{problem}</p>}
      <div ref={container} className="form-preview" />
    </>
  );
}
