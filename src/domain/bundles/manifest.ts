import type { Channel } from '../cases/case-types.js';
import type { TaskAction } from '../tasks/task-types.js';

/** manifest.json of a bundle package; its rules are manifest.schema.json. */
export interface BundleManifest {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Of the package, semver. */
  readonly version: string;
  readonly modes: readonly ('online' | 'proxy' | 'joint')[];
  readonly channels: readonly Channel[];
  readonly startMessage: string;
  readonly startForm: string;
  readonly servedObjects: readonly ('person' | 'legal')[];
  readonly items: readonly BundleItem[];
  readonly materials: readonly BundleMaterial[];
  readonly limits: BundleLimits;
  /** By BPMN element id. */
  readonly tasks: Readonly<Record<string, BundleTask>>;
  readonly departments: Readonly<Record<string, { name: string; system?: string }>>;
  /** What follows the departments' work, for the picture of progress: each stage names its BPMN elements. */
  readonly stages?: readonly { id: string; name: string; elements: readonly string[] }[];
  /** Fields of the form that go to the engine as `form.<field>`: only what decisions need. */
  readonly processVariables?: readonly string[];
  /** Which form fields hold the applicant; `name`, `idNumber` and `phone` when left out. */
  readonly applicantFields?: { name: string; idNumber: string; phone: string };
  /** Form fields of the delivery; `deliveryMethod` and `deliveryAddress` when left out. */
  readonly deliveryFields?: { method: string; address: string };
  readonly demo: true;
}

export interface BundleItem {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly catalogueCode: string;
  /** Working days. */
  readonly statutoryDays: number;
  readonly promisedDays: number;
  readonly visits: number;
}

export interface BundleMaterial {
  readonly id: string;
  readonly name: string;
  readonly need: 'required' | 'optional' | 'deferred';
  /** FEEL over the form, with the leading `=`; when true the material is required. */
  readonly requiredWhen?: string;
  /** MIME types. */
  readonly formats: readonly string[];
  readonly maxBytes: number;
  readonly copies: number;
  readonly source: 'applicant' | 'shared' | 'department';
  readonly note?: string;
}

export interface BundleLimits {
  readonly promisedWorkingDays: number;
  readonly warnAtPercent: number;
  /** Working days the applicant has to correct. */
  readonly correctionDays: number;
}

export interface BundleTask {
  readonly name: string;
  readonly form: string;
  /** `window` stands for the case's own window. */
  readonly queue: string;
  readonly actions: readonly TaskAction[];
  readonly item?: string;
  /** Form fields that are handed on and never stored, e.g. a PIN. */
  readonly secretFields?: readonly string[];
  /** Where the secret fields go before the task completes: queue `connector-<system>`, job `name`. */
  readonly secretSink?: { system: string; name: string };
  /** The step needs the applicant's name, id number and phone unmasked. */
  readonly needsIdentity?: boolean;
}
