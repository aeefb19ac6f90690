/** One file with some text fields, received into a temporary folder that goes away with the request. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { AppError } from '../../shared/errors.js';
import type { UploadedFile } from '../route.js';

const uploadFolder = path.join(os.tmpdir(), 'tongban-uploads');

/** Receives the form; files larger than `maxBytes` are cut off and refused (413). */
export function upload(maxBytes: number): RequestHandler[] {
  const receive = multer({
    dest: uploadFolder,
    limits: { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 64 * 1024, parts: 21 },
    // File names are UTF-8 in every browser; the default reads them as latin1.
    defParamCharset: 'utf8',
  }).single('file');
  return [refuseOtherTypes, receive, removeAfterwards];
}

const refuseOtherTypes: RequestHandler = (req, _res, next) => {
  if (!req.is('multipart/form-data')) {
    throw new AppError('unsupported', 'REQUEST_NOT_FORM', '请以 multipart/form-data 提交文件。');
  }
  next();
};

const removeAfterwards: RequestHandler = (req, res, next) => {
  const file = req.file;
  if (file) res.once('close', () => void rm(file.path, { force: true }).catch(() => undefined));
  next();
};

/**
 * The file that `upload` received.
 * @throws AppError invalid when the form had none.
 */
export function uploadedFileOf(req: Request): UploadedFile {
  const file = req.file;
  if (!file) {
    throw new AppError('invalid', 'REQUEST_INVALID', '请选择要上传的文件。', [{ path: '/file', message: '缺少文件' }]);
  }
  return {
    fileName: path.basename(file.originalname),
    contentType: file.mimetype,
    bytes: file.size,
    open: () => createReadStream(file.path),
  };
}
