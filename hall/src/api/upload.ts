import { currentCsrfToken, getSession } from './client';
import { ApiProblem, NetworkProblem, problemFrom } from './problem';
import { sessionGate } from './session-gate';
import type { UploadedFile } from './types';

export interface UploadTarget {
  bundleId: string;
  materialId: string;
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function post(
  file: File,
  target: UploadTarget,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.set('bundleId', target.bundleId);
    form.set('materialId', target.materialId);
    form.set('file', file, file.name);
    const http = new XMLHttpRequest();
    http.open('POST', '/api/materials');
    http.setRequestHeader('X-CSRF-Token', currentCsrfToken());
    http.setRequestHeader('Accept', 'application/json');
    http.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    http.onload = () => {
      const body = parse(http.responseText);
      if (http.status >= 200 && http.status < 300) resolve(body as UploadedFile);
      else reject(problemFrom(http.status, body));
    };
    http.onerror = () => reject(new NetworkProblem('network'));
    http.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => http.abort(), { once: true });
    http.send(form);
  });
}

/** Uploads one file with progress in percent. */
export async function uploadMaterial(
  file: File,
  target: UploadTarget,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  if (!currentCsrfToken()) await getSession();
  try {
    return await post(file, target, onProgress, signal);
  } catch (error) {
    const expired = error instanceof ApiProblem && error.status === 401;
    if (expired && (await sessionGate.waitForSignIn())) return post(file, target, onProgress, signal);
    throw error;
  }
}
