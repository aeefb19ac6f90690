/** The example cases that lie with each bundle. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CaseResult, CaseState, Channel, ItemResult } from '../../src/domain/cases/case-types.js';
import type { BundleManifest } from '../../src/domain/bundles/manifest.js';
import type { TaskAction } from '../../src/domain/tasks/task-types.js';
import { projectRoot } from '../../src/shared/project-root.js';

export type ExampleStep =
  | {
      task: string;
      as: string;
      action: TaskAction;
      data?: object;
      reason?: string;
      missing?: { materialId?: string; reason: string }[];
    }
  | { applicant: 'correct'; form?: object; materials?: string[] }
  | { applicant: 'withdraw' }
  | { advanceDays: number }
  | { resolveIncident: string }
  | { completed: string[] };

export interface ExampleCase {
  readonly name: string;
  readonly channel: Channel;
  readonly form: Record<string, unknown>;
  readonly materials: string[];
  readonly sandbox?: Record<string, object>;
  readonly steps: ExampleStep[];
  readonly expected: {
    readonly state: CaseState;
    readonly result?: CaseResult;
    readonly items: Record<string, ItemResult>;
    readonly path: string[];
  };
}

export interface ExampleBundle {
  readonly id: string;
  readonly manifest: BundleManifest;
  /** Ids of all tasks in the model: what a path is made of. */
  readonly taskIds: ReadonlySet<string>;
  readonly cases: { readonly file: string; readonly example: ExampleCase }[];
}

const processesDir = path.join(projectRoot, 'processes');

export function readExampleBundles(): ExampleBundle[] {
  return readdirSync(processesDir)
    .filter((id) => existsSync(path.join(processesDir, id, 'manifest.json')))
    .map(readBundle);
}

function readBundle(id: string): ExampleBundle {
  const folder = path.join(processesDir, id);
  const xml = readFileSync(path.join(folder, 'process.bpmn'), 'utf8');
  const cases = path.join(folder, 'cases');
  return {
    id,
    manifest: readJson(path.join(folder, 'manifest.json')) as BundleManifest,
    taskIds: new Set([...xml.matchAll(/<bpmn:\w*[tT]ask\b[^>]*?\bid="([^"]+)"/g)].map((match) => match[1] ?? '')),
    cases: readdirSync(cases).map((file) => ({ file, example: readJson(path.join(cases, file)) as ExampleCase })),
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
