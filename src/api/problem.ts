/** Errors as RFC 9457 problem details. What is not an AppError tells nothing but its request id. */
import { EngineRejection, EngineUnavailable } from '../engine/client/port.js';
import { AppError, type ErrorKind, type FieldError } from '../shared/errors.js';

export interface Problem {
  /** `/problems/<code>`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly FieldError[];
  readonly requestId: string;
  readonly [extension: string]: unknown;
}

const KINDS: Readonly<Record<ErrorKind, { status: number; title: string }>> = {
  invalid: { status: 400, title: '请求内容有误' },
  unauthenticated: { status: 401, title: '需要登录' },
  forbidden: { status: 403, title: '没有权限' },
  'not-found': { status: 404, title: '没有找到' },
  conflict: { status: 409, title: '当前状态不允许该操作' },
  'precondition-failed': { status: 412, title: '内容已被他人修改' },
  'too-large': { status: 413, title: '内容过大' },
  unsupported: { status: 415, title: '不支持的内容类型' },
  unprocessable: { status: 422, title: '无法处理' },
  'precondition-required': { status: 428, title: '缺少前提条件' },
  'too-many': { status: 429, title: '请求过于频繁' },
  unavailable: { status: 503, title: '服务暂不可用' },
};

/** Turns anything thrown into a problem; `unexpected` says that it is a bug and belongs in the log. */
export function toProblem(error: unknown, requestId: string): { problem: Problem; unexpected: boolean } {
  const known = toAppError(error);
  if (known) return { problem: problemOf(known, requestId), unexpected: false };
  const problem: Problem = {
    type: '/problems/INTERNAL',
    title: '系统内部错误',
    status: 500,
    detail: `系统出现意外错误，请稍后重试；仍有问题请将编号 ${requestId} 告知管理员。`,
    code: 'INTERNAL',
    requestId,
  };
  return { problem, unexpected: true };
}

function problemOf(error: AppError, requestId: string): Problem {
  const { status, title } = KINDS[error.kind];
  return {
    ...error.extensions,
    type: `/problems/${error.code}`,
    title,
    status,
    detail: error.message,
    code: error.code,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
    requestId,
  };
}

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof EngineUnavailable) {
    return new AppError('unavailable', 'ENGINE_UNAVAILABLE', '流程引擎暂时无法连接，请稍后重试。');
  }
  if (error instanceof EngineRejection) {
    return new AppError('conflict', 'ENGINE_REJECTED', '流程引擎拒绝了该操作，流程可能已经走到下一步，请刷新后再试。');
  }
  return fromBodyParser(error);
}

/** What express, its body parsers and multer throw: recognised by their stable codes, never by text. */
function fromBodyParser(error: unknown): AppError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { type, code, status } = error as { type?: unknown; code?: unknown; status?: unknown };
  if (type === 'entity.too.large' || code === 'LIMIT_FILE_SIZE') {
    return new AppError('too-large', 'REQUEST_TOO_LARGE', '提交的内容超过大小限制，请压缩或分开提交。');
  }
  if (type === 'entity.parse.failed') {
    return new AppError('invalid', 'REQUEST_NOT_JSON', '提交的内容不是有效的 JSON。');
  }
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new AppError('unsupported', 'REQUEST_ENCODING_UNSUPPORTED', '不支持该内容编码。');
  }
  if (typeof code === 'string' && code.startsWith('LIMIT_')) {
    return new AppError('invalid', 'REQUEST_INVALID', '上传的表单有误：只能包含一个名为 file 的文件。');
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new AppError('invalid', 'REQUEST_MALFORMED', '请求格式有误。');
  }
  return undefined;
}
