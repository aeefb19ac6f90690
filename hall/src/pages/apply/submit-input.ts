import type { Bundle, FormData, Role, SubmitInput } from '../../api/types';
import type { Application } from './use-application';

/** Which fields of the form say who applies, unless the bundle names others. */
const DEFAULT_FIELDS = { name: 'name', idNumber: 'idNumber', phone: 'phone' };

const text = (form: FormData, key: string): string => (typeof form[key] === 'string' ? form[key].trim() : '');

/** The request for one application; a clerk's names the person it is filed for. */
export function submitInput(bundle: Bundle, application: Application, role: Role | undefined): SubmitInput {
  const { form, files, incomplete } = application;
  const materials = Object.entries(files).flatMap(([materialId, handed]) =>
    handed.map((file) => ({ materialId, fileId: file.id })),
  );
  const input: SubmitInput = { bundleId: bundle.id, channel: role === 'clerk' ? 'window' : 'online', form, materials };
  if (incomplete) input.submitIncomplete = true;
  if (role === 'clerk') {
    const fields = bundle.applicantFields ?? DEFAULT_FIELDS;
    input.applicant = {
      name: text(form, fields.name),
      idNumber: text(form, fields.idNumber),
      phone: text(form, fields.phone),
    };
  }
  return input;
}
