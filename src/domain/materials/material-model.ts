import { model, Schema } from 'mongoose';

/** GridFS's own shape, declared so that its collections and indexes exist before the first upload. */
export interface MaterialFileDocument {
  _id: string;
  /** Bytes. */
  length: number;
  chunkSize: number;
  uploadDate: Date;
  filename: string;
  metadata: {
    bundleId: string;
    materialId: string;
    ownerId: string;
    contentType: string;
    /** Lower-case hex. Missing while the upload is under way: such a file is nobody's. */
    sha256?: string;
  };
}

const fileSchema = new Schema<MaterialFileDocument>(
  { _id: String, length: Number, chunkSize: Number, uploadDate: Date, filename: String, metadata: Schema.Types.Mixed },
  { versionKey: false, collection: 'materials.files' },
);
fileSchema.index({ filename: 1, uploadDate: 1 });

export const MaterialFileModel = model('MaterialFile', fileSchema);

const chunkSchema = new Schema(
  { files_id: String, n: Number, data: Buffer },
  { versionKey: false, collection: 'materials.chunks' },
);
chunkSchema.index({ files_id: 1, n: 1 }, { unique: true });

export const MaterialChunkModel = model('MaterialChunk', chunkSchema);
