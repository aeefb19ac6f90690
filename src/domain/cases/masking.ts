/** Personal data on screens of those whose task does not need it. */
import type { BundleManifest } from '../bundles/manifest.js';
import type { ApplicantDetails } from './case-types.js';

/** 张* , 欧阳** → the first character stays. */
export function maskName(name: string): string {
  const characters = [...name];
  return characters.length === 0 ? '' : `${characters[0]}${'*'.repeat(Math.max(1, characters.length - 1))}`;
}

/** First 6 and last 2 stay: the place of birth is known from the case anyway. */
export function maskIdNumber(idNumber: string): string {
  return keepEnds(idNumber, 6, 2);
}

export function maskPhone(phone: string): string {
  return keepEnds(phone, 3, 4);
}

export function maskAddress(address: string): string {
  return keepEnds(address, 6, 0);
}

function keepEnds(text: string, first: number, last: number): string {
  if (text.length <= first + last) return '*'.repeat(text.length);
  return text.slice(0, first) + '*'.repeat(text.length - first - last) + text.slice(text.length - last);
}

/** `full` for those who must know the person; `own` for the applicant: numbers masked, the form as entered. */
export type Sight = 'full' | 'own' | 'masked';

export function seenApplicant({ name, idNumber, phone }: ApplicantDetails, sight: Sight): ApplicantDetails {
  if (sight === 'full') return { name, idNumber, phone };
  return {
    name: sight === 'own' ? name : maskName(name),
    idNumber: maskIdNumber(idNumber),
    phone: maskPhone(phone),
  };
}

/** The form with the fields masked that say who the person is and where the person lives. */
export function seenForm(
  form: Readonly<Record<string, unknown>>,
  manifest: BundleManifest,
  sight: Sight,
): Record<string, unknown> {
  if (sight !== 'masked') return { ...form };
  const masks = masksOf(manifest);
  return Object.fromEntries(Object.entries(form).map(([key, value]) => [key, masked(masks[key], value)]));
}

/** Fields that come back as they were shown, masked, were not changed: the stored value stands. */
export function withoutMasks(
  input: Readonly<Record<string, unknown>>,
  stored: Readonly<Record<string, unknown>>,
  manifest: BundleManifest,
): Record<string, unknown> {
  const masks = masksOf(manifest);
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      const untouched = masks[key] !== undefined && value === masked(masks[key], stored[key]);
      return [key, untouched ? stored[key] : value];
    }),
  );
}

type Mask = (text: string) => string;

function masksOf(manifest: BundleManifest): Readonly<Record<string, Mask | undefined>> {
  const { name, idNumber, phone } = applicantFieldsOf(manifest);
  return {
    address: maskAddress,
    [deliveryFieldsOf(manifest).address]: maskAddress,
    [name]: maskName,
    [idNumber]: maskIdNumber,
    [phone]: maskPhone,
  };
}

function masked(mask: Mask | undefined, value: unknown): unknown {
  return mask && typeof value === 'string' ? mask(value) : value;
}

export function applicantFieldsOf(manifest: BundleManifest): { name: string; idNumber: string; phone: string } {
  return manifest.applicantFields ?? { name: 'name', idNumber: 'idNumber', phone: 'phone' };
}

export function deliveryFieldsOf(manifest: BundleManifest): { method: string; address: string } {
  return manifest.deliveryFields ?? { method: 'deliveryMethod', address: 'deliveryAddress' };
}
