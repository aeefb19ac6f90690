/** One ajv for the whole system: JSON Schema 2020-12, formats, messages in Chinese. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import localizeModule from 'ajv-i18n';
import { AppError, type FieldError } from './errors.js';

// Both packages are CommonJS with a default export; NodeNext sees the namespace.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;
const localize = localizeModule as unknown as Record<'zh', (errors: ErrorObject[] | null | undefined) => void>;

const OPTIONS = {
  allErrors: true,
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  useDefaults: true,
} as const;

const ajv = createAjv(false);
/** For what arrives as text only (path, query, form fields): `'20'` fits an integer, a single value fits an array. */
const coercingAjv = createAjv(true);

function createAjv(coerce: boolean): Ajv2020 {
  const made = new Ajv2020({ ...OPTIONS, coerceTypes: coerce ? 'array' : false });
  addFormats(made);
  // OpenAPI's annotations are not for validation; `components` holds what `$ref: '#/components/schemas/…'` points at.
  made.addKeyword('example');
  made.addKeyword('components');
  return made;
}

export type Validator<T> = (input: unknown) => T;

/**
 * Compiles a schema into a check that returns the input typed, or throws.
 * @throws AppError `invalid`, code REQUEST_INVALID, one field error per finding.
 */
export function compileValidator<T>(schema: object): Validator<T> {
  return validatorOf(ajv.compile<T>(schema));
}

/** As compileValidator, for input made of texts: changes the given object's values to the schema's types. */
export function compileCoercingValidator<T>(schema: object): Validator<T> {
  return validatorOf(coercingAjv.compile<T>(schema));
}

function validatorOf<T>(validate: ValidateFunction<T>): Validator<T> {
  return (input) => {
    if (validate(input)) return input;
    throw new AppError(
      'invalid',
      'REQUEST_INVALID',
      '提交的内容有误，请按提示修改后再提交。',
      fieldErrors(validate.errors ?? []),
    );
  };
}

/** The findings in Chinese, without throwing; empty when the input fits. */
export function findErrors(schema: object, input: unknown): FieldError[] {
  const validate = ajv.compile(schema);
  return validate(input) ? [] : fieldErrors(validate.errors ?? []);
}

function fieldErrors(errors: ErrorObject[]): FieldError[] {
  localize.zh(errors);
  return errors.map((error) => ({ path: pointerOf(error), message: error.message ?? '格式不正确' }));
}

/** A missing or surplus property is named itself, not its parent. */
function pointerOf(error: ErrorObject): string {
  const params = error.params as { missingProperty?: string; additionalProperty?: string };
  const property = params.missingProperty ?? params.additionalProperty;
  return property === undefined ? error.instancePath || '/' : `${error.instancePath}/${property}`;
}
