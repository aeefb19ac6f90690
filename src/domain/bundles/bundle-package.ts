/** Reads a bundle package from its folder under processes/. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FormSchema } from './bundle-types.js';
import type { BundleManifest } from './manifest.js';

/** Everything of a bundle that a version keeps. */
export interface BundleContent {
  readonly manifest: BundleManifest;
  readonly xml: string;
  readonly forms: Readonly<Record<string, FormSchema>>;
  readonly decisions: Readonly<Record<string, string>>;
  readonly guide: string;
}

/** Folders under `dir` that hold a bundle, by name. */
export function findPackages(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(dir, entry.name, 'manifest.json')))
    .map((entry) => path.join(dir, entry.name))
    .sort();
}

/** Unchecked: see check-bundle.ts. @throws Error that names the file which is missing or not JSON. */
export function readPackage(folder: string): BundleContent {
  const guide = path.join(folder, 'guide.md');
  return {
    manifest: readJson(path.join(folder, 'manifest.json')) as BundleManifest,
    xml: readFileSync(path.join(folder, 'process.bpmn'), 'utf8'),
    forms: readFolder(path.join(folder, 'forms'), '.form', (file) => readJson(file) as FormSchema),
    decisions: readFolder(path.join(folder, 'decisions'), '.dmn', (file) => readFileSync(file, 'utf8'), true),
    guide: existsSync(guide) ? readFileSync(guide, 'utf8') : '',
  };
}

/** The same content has the same hash, whatever the order of files. */
export function hashOf(content: BundleContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function readFolder<T>(
  folder: string,
  suffix: string,
  read: (file: string) => T,
  keepSuffix = false,
): Record<string, T> {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .sort();
  return Object.fromEntries(
    files.map((file) => [keepSuffix ? file : file.slice(0, -suffix.length), read(path.join(folder, file))]),
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
