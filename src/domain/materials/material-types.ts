import type { Readable } from 'node:stream';
import type { Actor } from '../users/actor.js';

export interface MaterialMeta {
  readonly bundleId: string;
  readonly materialId: string;
  readonly fileName: string;
  /** As the client declared it; the first bytes of the file must agree. */
  readonly contentType: string;
}

export interface StoredMaterial {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What is known of a file, with whose it is. */
export interface MaterialFile extends StoredMaterial {
  readonly bundleId: string;
  readonly materialId: string;
  readonly ownerId: string;
}

export interface MaterialService {
  /**
   * Streams a file into the store, counting and hashing on the way; nothing of a refused file remains.
   * @throws AppError too-large MATERIAL_TOO_LARGE · unsupported MATERIAL_TYPE_FORBIDDEN, MATERIAL_TYPE_MISMATCH
   */
  store(stream: Readable, meta: MaterialMeta, actor: Actor): Promise<StoredMaterial>;
  /** @throws AppError not-found MATERIAL_NOT_FOUND, also when the actor may not see it */
  open(id: string, actor: Actor): Promise<{ file: StoredMaterial; stream: Readable }>;
  /** The files of these ids that this actor uploaded; for filing and correcting. */
  findOwned(ids: readonly string[], actor: Actor): Promise<MaterialFile[]>;
}
