import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { findCommand, runStep } from '../find-command.js';
import { findJava } from './find-java.js';

export interface InstalledZeebe {
  /** Folder with `bin/broker`. */
  readonly home: string;
  /** Home of the Java that runs it. */
  readonly javaHome: string;
}

export const ZEEBE_VERSION = '8.5.8';
const ARTIFACT = `io.camunda:camunda-zeebe:${ZEEBE_VERSION}:tar.gz`;
const FETCH_TIMEOUT_MS = 15 * 60_000;

/**
 * Zeebe under the tools folder; fetched with Maven, from where the user's Maven settings say, when it is not there yet.
 * @throws Error that says what is missing: a Java, Maven, or the artifact
 */
export async function findOrFetchZeebe(toolsDir: string, log: (message: string) => void): Promise<InstalledZeebe> {
  const javaHome = await findJava();
  const home = path.join(toolsDir, `camunda-zeebe-${ZEEBE_VERSION}`);
  if (!existsSync(path.join(home, 'bin/broker'))) await fetchZeebe(toolsDir, home, javaHome, log);
  return { home, javaHome };
}

async function fetchZeebe(
  toolsDir: string,
  home: string,
  javaHome: string,
  log: (message: string) => void,
): Promise<void> {
  const maven = await findCommand('mvn');
  if (maven === undefined) {
    throw new Error(
      `Zeebe ${ZEEBE_VERSION} is not in ${toolsDir}, and Maven (mvn), which would fetch it, is not on the PATH. ` +
        'Install Maven, unpack the distribution there by hand, or run on the embedded engine.',
    );
  }
  await mkdir(toolsDir, { recursive: true });
  const folder = await mkdtemp(path.join(toolsDir, 'zeebe-fetch-'));
  try {
    log(`fetching Zeebe ${ZEEBE_VERSION} with Maven (about 170 MB, once)`);
    const script = 'JAVA_HOME="$1" exec "$2" -q -B dependency:copy "-Dartifact=$3" "-DoutputDirectory=$4"';
    const args = ['-c', script, 'sh', javaHome, maven, ARTIFACT, folder];
    await runStep('/bin/sh', args, { cwd: folder, timeoutMs: FETCH_TIMEOUT_MS });
    log('unpacking Zeebe');
    const archive = path.join(folder, `camunda-zeebe-${ZEEBE_VERSION}.tar.gz`);
    await runStep('tar', ['-xzf', archive, '-C', folder], { timeoutMs: FETCH_TIMEOUT_MS });
    // Whole or not at all: a start that is cut off leaves nothing half unpacked under the name.
    await rename(path.join(folder, `camunda-zeebe-${ZEEBE_VERSION}`), home);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
