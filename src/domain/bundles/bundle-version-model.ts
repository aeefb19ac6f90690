import { model, Schema } from 'mongoose';

/** A published version, never changed once it is `published`. */
export interface BundleVersionDocument {
  /** `<bundleId>@<version>` */
  _id: string;
  bundleId: string;
  version: number;
  /** `deploying` until the engine has taken it; such a version is nobody's. */
  state: 'deploying' | 'published';
  /** `package`: from the folder processes/; `publication`: from the modeler. */
  source: 'package' | 'publication';
  /** BundleContent as JSON text: form and BPMN keys may hold characters that field names may not. */
  content: string;
  contentHash: string;
  publishedAt: Date;
  publishedBy: string;
  approvedBy?: string;
  note: string;
  /** Where it was deployed; an engine started anew gives new keys. */
  deployments: { engineVersion: number; processDefinitionKey: string; at: Date }[];
}

const schema = new Schema<BundleVersionDocument>(
  {
    _id: String,
    bundleId: { type: String, required: true },
    version: { type: Number, required: true },
    state: { type: String, enum: ['deploying', 'published'], required: true },
    source: { type: String, enum: ['package', 'publication'], required: true },
    content: { type: String, required: true },
    contentHash: { type: String, required: true },
    publishedAt: { type: Date, required: true },
    publishedBy: { type: String, required: true },
    approvedBy: String,
    note: { type: String, default: '' },
    deployments: [{ _id: false, engineVersion: Number, processDefinitionKey: String, at: Date }],
  },
  { versionKey: false, collection: 'bundle_versions' },
);
schema.index({ bundleId: 1, version: -1 }, { unique: true });
schema.index({ 'deployments.processDefinitionKey': 1 });

export const BundleVersionModel = model('BundleVersion', schema);
