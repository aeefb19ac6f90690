import { lazy, Suspense } from 'react';
import { Loading } from '../page-states';
import type { FormViewProps } from './form-canvas';

const FormCanvas = lazy(() => import('./form-canvas'));

/** A form-js form, loaded when first needed. */
export function FormView(props: FormViewProps) {
  return (
    <Suspense fallback={<Loading card={false} rows={6} />}>
      <FormCanvas {...props} />
    </Suspense>
  );
}
