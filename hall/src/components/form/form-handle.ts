import { Form } from '@bpmn-io/form-js';
import type { FieldProblem } from '../../api/problem';
import type { FormComponent, FormData, FormSchema } from '../../api/types';
import type { Fill, TextKey } from '../../i18n/texts';
import { translateLabels, translateMessage } from './form-texts';

/** What a page does with a shown form. */
export interface FormHandle {
  /** Validates everything, marks what is wrong, and gives the data and how many fields are wrong. */
  submit(): { data: FormData; errorCount: number };
  /** Puts the server's field errors at their fields; returns those that belong to no field. */
  showErrors(errors: readonly FieldProblem[]): FieldProblem[];
  focusFirstError(): void;
  destroy(): void;
}

export interface FormOptions {
  schema: FormSchema;
  data: FormData;
  secretFields: readonly string[];
  onChange: (data: FormData) => void;
  t: (key: TextKey, fill?: Fill) => string;
}

interface Registry {
  getAll(): FormComponent[];
}
interface Validator {
  validateFieldInstance(instance: { id: string }, value: unknown): string[];
}

/** Fields whose content nobody should read over the shoulder. */
function hideSecrets(container: HTMLElement, form: Form, keys: readonly string[]): void {
  if (keys.length === 0) return;
  for (const field of form.get<Registry>('formFieldRegistry').getAll()) {
    if (!field.key || !keys.includes(field.key)) continue;
    for (const input of container.querySelectorAll<HTMLInputElement>(`input[id*="${field.id ?? field.key}"]`)) {
      if (input.type === 'text') Object.assign(input, { type: 'password', autocomplete: 'new-password' });
    }
  }
}

/** What the server refused, by field; it stands at its field until the field is changed. */
type Refused = Map<string, { value: unknown; message: string }>;

/** Messages in the page's language, and the server's complaints among them. */
function extendValidation(form: Form, options: FormOptions, refused: Refused): void {
  const validator = form.get<Validator>('validator');
  const validate = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => {
    const messages = validate(instance, value).map((message) => translateMessage(message, options.t));
    const complaint = refused.get(instance.id);
    return complaint && complaint.value === value ? [...messages, complaint.message] : messages;
  };
}

/** The last name in a JSON pointer such as `/form/phone`. */
const fieldOf = (path: string): string => path.split(/[/.]/).at(-1) ?? path;

/** Shows a form-js form in `container`; resolves when it is on the page. */
export async function showForm(container: HTMLElement, options: FormOptions): Promise<FormHandle> {
  const form = new Form({ container });
  const refused: Refused = new Map();
  extendValidation(form, options, refused);
  await form.importSchema(options.schema, structuredClone(options.data));
  const adjust = (): void => {
    translateLabels(container, options.t);
    hideSecrets(container, form, options.secretFields);
  };
  const observer = new MutationObserver(adjust);
  observer.observe(container, { childList: true, subtree: true });
  adjust();
  // form-js changes its data in place: what it hands out must not change later.
  form.on('changed', (event: unknown) => options.onChange(structuredClone((event as { data: FormData }).data)));
  return {
    submit() {
      refused.clear();
      const { data, errors } = form.submit();
      return { data: structuredClone(data), errorCount: Object.keys(errors).length };
    },
    showErrors(problems) {
      const fields = form.get<Registry>('formFieldRegistry').getAll();
      const { data } = form._getState();
      refused.clear();
      const homeless = problems.filter((problem) => {
        const field = fields.find((candidate) => candidate.key === fieldOf(problem.path));
        if (!field?.id || !field.key) return true;
        refused.set(field.id, { value: data[field.key], message: problem.message });
        return false;
      });
      if (refused.size > 0) form.validate();
      return homeless;
    },
    focusFirstError() {
      requestAnimationFrame(() => {
        const wrong = container.querySelector('.fjs-has-errors');
        wrong?.scrollIntoView({ block: 'center' });
        wrong?.querySelector<HTMLElement>('input, textarea, [tabindex]')?.focus({ preventScroll: true });
      });
    },
    destroy() {
      observer.disconnect();
      form.destroy();
    },
  };
}
