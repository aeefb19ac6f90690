/** The README's lines are run as they stand there. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { projectRoot } from '../../src/shared/project-root.js';
import { BuiltSystem } from '../support/built-system.js';

const run = promisify(execFile);

describe('README', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'tongban-readme-'));
  let system: BuiltSystem;

  before(async () => {
    system = await BuiltSystem.create({ dataDir: path.join(folder, 'data') });
    await system.start();
  });

  after(async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('submits a case with curl and follows it to the end', async () => {
    const readme = readFileSync(path.join(projectRoot, 'README.md'), 'utf8');
    const [, lines] = /## A case with curl[\s\S]*?```sh\n([\s\S]*?)```/.exec(readme) ?? [];
    if (!lines) throw new Error('the README has no curl lines');
    const env = { ...process.env, BASE: system.baseUrl };
    const { stdout } = await run('bash', ['-euc', `STATE=\n${lines}`], { cwd: folder, env, timeout: 100_000 });
    expect(stdout).to.match(/^TB\d{14}\n/);
    expect(stdout.match(/ granted$/gm)).to.have.length(4);
  });
});
