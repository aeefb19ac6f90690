/** Which job types this installation's workers serve, kept in the database because workers may run without an API. */
import { model, Schema } from 'mongoose';
import type { KnownJobType } from './draft-types.js';

interface JobTypeDocument {
  /** The type. */
  _id: string;
  name: string;
  department?: string;
  refusal?: string;
}

const schema = new Schema<JobTypeDocument>(
  { _id: String, name: String, department: String, refusal: String },
  { versionKey: false, collection: 'job_types' },
);

const JobTypeModel = model('JobType', schema);

/** Makes `types` the ones that are served; told by every process that has the workers, at its start. */
export async function announceJobTypes(types: readonly KnownJobType[]): Promise<void> {
  const writes = types.map(({ type, ...rest }) => ({
    replaceOne: { filter: { _id: type }, replacement: { _id: type, ...rest }, upsert: true },
  }));
  await JobTypeModel.bulkWrite(writes as Parameters<typeof JobTypeModel.bulkWrite>[0]);
  await JobTypeModel.deleteMany({ _id: { $nin: types.map(({ type }) => type) } });
}

/** In the order of their names; empty while no workers have ever run on this database. */
export async function findJobTypes(): Promise<KnownJobType[]> {
  const documents = await JobTypeModel.find().sort({ _id: 1 }).lean();
  return documents.map(({ _id, name, department, refusal }) => ({
    type: _id,
    name,
    ...(department ? { department } : {}),
    ...(refusal ? { refusal } : {}),
  }));
}
