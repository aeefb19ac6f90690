/** Materials 材料: files in GridFS. */
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import { AppError } from '../../shared/errors.js';
import { newId } from '../../shared/ids.js';
import type { BundleMaterial } from '../bundles/manifest.js';
import type { BundleService } from '../bundles/bundle-types.js';
import type { Actor } from '../users/actor.js';
import { FILE_TYPE_NAMES } from './file-type.js';
import { Inspection } from './inspection.js';
import { MaterialChunkModel, MaterialFileModel, type MaterialFileDocument } from './material-model.js';
import type { MaterialFile, MaterialMeta, MaterialService, StoredMaterial } from './material-types.js';

export interface MaterialDeps {
  readonly bundles: BundleService;
  /** Whether the actor may see the file because a case it belongs to is the actor's business; logs the reading. */
  mayReadByCase(fileId: string, actor: Actor): Promise<boolean>;
}

const STORED = { 'metadata.sha256': { $exists: true } };

export function createMaterialService(deps: MaterialDeps): MaterialService {
  return {
    store: async (stream, meta, actor) => {
      const material = await materialOf(meta, deps.bundles);
      checkDeclaredType(meta, material);
      const { contentType } = meta;
      const inspection = new Inspection({ name: material.name, contentType, maxBytes: material.maxBytes });
      const id = newId();
      const fileName = safeFileName(meta.fileName);
      const { bundleId, materialId } = meta;
      const metadata = { bundleId, materialId, ownerId: actor.id, contentType };
      const upload = bucket().openUploadStreamWithId(id as never, fileName, { metadata });
      try {
        await pipeline(stream, inspection, upload);
      } catch (error) {
        // What was written so far must not stay; the first error is the one to tell.
        await upload.abort().catch(() => undefined);
        await MaterialChunkModel.deleteMany({ files_id: id });
        throw error;
      }
      const sha256 = inspection.digest();
      await MaterialFileModel.updateOne({ _id: id }, { $set: { metadata: { ...metadata, sha256 } } });
      return { id, fileName, contentType, bytes: inspection.bytes, sha256 };
    },

    open: async (id, actor) => {
      const found = await MaterialFileModel.findOne({ _id: id, ...STORED }).lean();
      if (!found) throw notFound();
      const mine = found.metadata.ownerId === actor.id;
      if (!mine && !(await deps.mayReadByCase(id, actor))) throw notFound();
      return { file: storedOf(found), stream: bucket().openDownloadStream(id as never) };
    },

    findOwned: async (ids, actor) => {
      if (ids.length === 0) return [];
      const filter = { _id: { $in: [...ids] }, 'metadata.ownerId': actor.id, ...STORED };
      const found = await MaterialFileModel.find(filter).lean();
      return found.map(fileOf);
    },
  };
}

function bucket(): mongoose.mongo.GridFSBucket {
  const { db } = mongoose.connection;
  if (!db) throw new Error('The database is not connected.');
  return new mongoose.mongo.GridFSBucket(db, { bucketName: 'materials' });
}

/** @throws AppError invalid MATERIAL_UNKNOWN */
async function materialOf(meta: MaterialMeta, bundles: BundleService): Promise<BundleMaterial> {
  const { manifest } = await bundles.get(meta.bundleId);
  const found = manifest.materials.find((material) => material.id === meta.materialId);
  if (found?.source === 'applicant') return found;
  throw new AppError('invalid', 'MATERIAL_UNKNOWN', '这个套餐不需要提交这份材料，请刷新页面后重试。');
}

function checkDeclaredType(meta: MaterialMeta, material: BundleMaterial): void {
  if (material.formats.includes(meta.contentType)) return;
  const allowed = material.formats.map((format) => FILE_TYPE_NAMES[format] ?? format).join('、');
  throw new AppError(
    'unsupported',
    'MATERIAL_TYPE_FORBIDDEN',
    `“${material.name}”只接受 ${allowed} 格式，请转换格式后重新上传。`,
  );
}

/** A name for people: no path, no control characters, not endless. */
function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last].filter((character) => character >= ' ' && character !== '\u007f').join('');
  return clean.slice(-150) || '未命名';
}

function storedOf({ _id, filename, length, metadata }: MaterialFileDocument): StoredMaterial {
  const { contentType, sha256 = '' } = metadata;
  return { id: _id, fileName: filename, contentType, bytes: length, sha256 };
}

function fileOf(found: MaterialFileDocument): MaterialFile {
  const { bundleId, materialId, ownerId } = found.metadata;
  return { ...storedOf(found), bundleId, materialId, ownerId };
}

function notFound(): AppError {
  return new AppError('not-found', 'MATERIAL_NOT_FOUND', '没有找到这个文件，或者您没有查看它的权限。');
}
