/**
 * SecantusDB: a MongoDB-compatible server from PyPI, the last resort where no mongod can be had. It stays a process of
 * its own (GPL), in a virtual environment in the tools folder. docs/decisions/0003 has what was measured.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findCommand, runStep } from '../find-command.js';

export const SECANTUS_VERSION = '0.7.0b3';

/** Path of `secantusd-py`, installing it first where needed. @throws Error that says what is missing. */
export async function findOrInstallSecantus(toolsDir: string, log: (message: string) => void): Promise<string> {
  const home = path.join(toolsDir, `secantusdb-${SECANTUS_VERSION}`);
  const program = path.join(home, 'bin', 'secantusd-py');
  if (existsSync(path.join(home, 'complete'))) return program;
  const python = await findCommand('python3');
  if (!python)
    throw new Error('python3 is not on the PATH: install Python 3.10+, or set MONGODB_URI to a MongoDB of yours.');
  log(`installing SecantusDB ${SECANTUS_VERSION} (MongoDB-compatible) with pip, once`);
  // Scripts in a virtual environment carry its path, so it is made in place; the marker says that it is whole.
  rmSync(home, { recursive: true, force: true });
  await runStep(python, ['-m', 'venv', home], { timeoutMs: 120_000 });
  const pip = path.join(home, 'bin', 'pip');
  await runStep(pip, ['install', '--quiet', '--disable-pip-version-check', `secantusdb==${SECANTUS_VERSION}`], {
    timeoutMs: 600_000,
  });
  await runStep('/bin/sh', ['-c', 'echo ok > complete.part'], { cwd: home, timeoutMs: 10_000 });
  renameSync(path.join(home, 'complete.part'), path.join(home, 'complete'));
  return program;
}
