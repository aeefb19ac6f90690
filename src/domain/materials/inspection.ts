/** Lets a file through while looking at it: its type by the first bytes, its size, its hash. */
import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { AppError } from '../../shared/errors.js';
import { FILE_TYPE_NAMES, findFileType, SIGNATURE_BYTES } from './file-type.js';

export interface InspectionRules {
  readonly name: string;
  readonly contentType: string;
  readonly maxBytes: number;
}

export class Inspection extends Transform {
  readonly #rules: InspectionRules;
  readonly #hash = createHash('sha256');
  #start: Buffer | undefined = Buffer.alloc(0);
  #bytes = 0;

  constructor(rules: InspectionRules) {
    super();
    this.#rules = rules;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Once, after the end. Lower-case hex. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#rules.maxBytes) {
      done(tooLarge(this.#rules));
      return;
    }
    this.#hash.update(chunk);
    if (this.#start === undefined) {
      done(null, chunk);
      return;
    }
    this.#start = Buffer.concat([this.#start, chunk]);
    if (this.#start.length < SIGNATURE_BYTES) done();
    else this.#release(done);
  }

  override _flush(done: TransformCallback): void {
    if (this.#start === undefined) done();
    else this.#release(done);
  }

  #release(done: TransformCallback): void {
    const start = this.#start ?? Buffer.alloc(0);
    this.#start = undefined;
    if (findFileType(start) === this.#rules.contentType) done(null, start);
    else done(mismatch(this.#rules));
  }
}

function tooLarge({ name, maxBytes }: InspectionRules): AppError {
  const megabytes = Math.round((maxBytes / 1024 / 1024) * 10) / 10;
  return new AppError('too-large', 'MATERIAL_TOO_LARGE', `“${name}”不能超过 ${megabytes} MB，请压缩后重新上传。`);
}

function mismatch({ name, contentType }: InspectionRules): AppError {
  const type = FILE_TYPE_NAMES[contentType] ?? contentType;
  return new AppError(
    'unsupported',
    'MATERIAL_TYPE_MISMATCH',
    `“${name}”的文件内容不是 ${type} 格式，请检查文件是否损坏或改过扩展名。`,
  );
}
