/**
 * npm test: static checks, then every suite (a folder of test/, each in a process of its own), then the closing line
 * `N passed, N failed`. `npm test -- engine api` runs those suites only; `--no-static` leaves the static checks out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin, build, root, say } from './lib.mjs';

const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const totals = { passes: 0, failures: 0, pending: 0 };

await build();
if (named.length === 0 && !args.includes('--no-static')) staticChecks();
for (const suite of suites()) runSuite(suite);
const skipped = totals.pending > 0 ? `, ${totals.pending} skipped` : '';
console.log(`${totals.passes} passed, ${totals.failures} failed${skipped}`);
process.exit(totals.failures > 0 ? 1 : 0);

/** Each check counts as one test. */
function staticChecks() {
  check('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
  check('lint', 'eslint', ['.']);
  check('types', 'tsc', ['-p', 'tsconfig.json', '--noEmit']);
  for (const web of ['hall', 'modeler']) check(`types of ${web}`, 'tsc', ['-p', `${web}/tsconfig.json`, '--noEmit']);
}

function check(name, command, commandArgs) {
  say(`check: ${name}`);
  const { status } = spawnSync(bin(command), commandArgs, { cwd: root, stdio: 'inherit' });
  if (status === 0) totals.passes += 1;
  else {
    totals.failures += 1;
    console.error(`[tongban] check failed: ${name}`);
  }
}

function suites() {
  const all = readdirSync(path.join(root, 'test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasSpecs(path.join(root, 'test', entry.name)))
    .map((entry) => entry.name)
    .sort();
  const unknown = named.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    console.error(`No such suite: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
    process.exit(2);
  }
  return named.length > 0 ? named : all;
}

function hasSpecs(folder) {
  return readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.spec.ts'));
}

function runSuite(name) {
  say(`suite: ${name}`);
  const scratch = mkdtempSync(path.join(tmpdir(), 'tongban-counts-'));
  const counts = path.join(scratch, 'counts.json');
  const { status } = spawnSync(
    bin('mocha'),
    ['--reporter', 'test/support/reporter.cjs', '--spec', `test/${name}/**/*.spec.ts`],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TEST_COUNTS: counts }, timeout: 30 * 60_000 },
  );
  addCounts(name, counts, status);
  rmSync(scratch, { recursive: true, force: true });
}

/** A suite that died before its end (or never ended) is a failure, whatever it had counted. */
function addCounts(name, file, status) {
  if (!existsSync(file)) {
    totals.failures += 1;
    console.error(`[tongban] suite ${name} did not come to its end (exit code ${status}).`);
    return;
  }
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of Object.keys(totals)) totals[key] += counts[key];
  if (status !== 0 && counts.failures === 0) totals.failures += 1;
}
