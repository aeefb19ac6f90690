/** The bundles that come with the installation are without errors in the studio's whole set of rules. */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect } from 'chai';
import type { LintConfig, RuleOptions } from '../../../modeler/lint/rule.js';
import { projectRoot } from '../../../src/shared/project-root.js';
import { knownJobTypes } from '../../../src/workers/known-job-types.js';
import { readBpmn } from '../read-bpmn.js';

interface Issue {
  id: string;
  category: string;
  message: string;
}
const { Linter } = createRequire(import.meta.url)('bpmnlint') as {
  Linter: new (config: LintConfig) => { lint(root: unknown): Promise<Record<string, Issue[]>> };
};

const packages = path.join(projectRoot, 'processes');
const bundles = readdirSync(packages).filter((name) => existsSync(path.join(packages, name, 'manifest.json')));

async function lintConfig(options: RuleOptions): Promise<LintConfig> {
  const untyped: string = '../../../modeler/lint/lint-config.js'; // its imports are typed for the browser only
  const module = (await import(untyped)) as { lintConfig(options: RuleOptions): LintConfig };
  return module.lintConfig(options);
}

async function errorsOf(bundle: string): Promise<string[]> {
  const read = (name: string): string => readFileSync(path.join(packages, bundle, name), 'utf8');
  const manifest = JSON.parse(read('manifest.json')) as { startMessage: string; tasks: object; departments: object };
  const config = await lintConfig({
    bundleId: bundle,
    jobTypes: knownJobTypes.map(({ type }) => type),
    queues: [...Object.keys(manifest.departments), 'window'],
    startMessage: manifest.startMessage,
  });
  const results = await new Linter(config).lint((await readBpmn(read('process.bpmn'))).rootElement);
  return Object.entries(results).flatMap(([rule, issues]) =>
    issues.filter(({ category }) => category !== 'warn').map(({ id, message }) => `${rule} ${id}: ${message}`),
  );
}

describe('bundles in the studio', () => {
  for (const bundle of bundles) {
    it(`given ${bundle}, when linted as the studio does, then has no errors`, async () => {
      expect(await errorsOf(bundle)).to.deep.equal([]);
    });
  }
});
