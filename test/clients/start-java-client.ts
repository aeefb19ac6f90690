/** Runs test/clients/java/JavaClient.java, compiled as it starts, with Zeebe's Java client fetched by Maven. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findCommand, runStep } from '../../src/launch/find-command.js';
import { findJava } from '../../src/launch/zeebe/find-java.js';

const FOLDER = fileURLToPath(new URL('java', import.meta.url));
const VERSION = '8.5.8';

export interface InstalledJavaClient {
  readonly javaHome: string;
  /** Folder of jars. */
  readonly jars: string;
}

/** @throws Error that says what is missing: a JDK, Maven, or the artifact */
export async function findOrFetchJavaClient(toolsDir: string): Promise<InstalledJavaClient> {
  const javaHome = await findJava();
  const jars = path.join(toolsDir, `zeebe-client-java-${VERSION}`);
  if (!existsSync(jars)) await fetchJars(toolsDir, jars, javaHome);
  return { javaHome, jars };
}

async function fetchJars(toolsDir: string, jars: string, javaHome: string): Promise<void> {
  const maven = await findCommand('mvn');
  if (maven === undefined) throw new Error('Maven (mvn), which fetches the Java client, is not on the PATH');
  await mkdir(toolsDir, { recursive: true });
  const folder = await mkdtemp(path.join(toolsDir, 'java-client-fetch-'));
  try {
    const script =
      'JAVA_HOME="$1" exec "$2" -q -B -f "$3" dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=$4"';
    const args = ['-c', script, 'sh', javaHome, maven, path.join(FOLDER, 'pom.xml'), folder];
    await runStep('/bin/sh', args, { cwd: folder, timeoutMs: 10 * 60_000 });
    await rename(folder, jars);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs the program to its end.
 * @param answer the line to answer a question (`? …`) with
 * @returns what each step saw
 */
export async function runJavaClient(
  { javaHome, jars }: InstalledJavaClient,
  address: string,
  answer: (question: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const java = path.join(javaHome, 'bin/java');
  const options = ['-Xmx256m', '-XX:TieredStopAtLevel=1', '--enable-native-access=ALL-UNNAMED'];
  const child = spawn(java, [...options, '-cp', path.join(jars, '*'), path.join(FOLDER, 'JavaClient.java'), address]);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const exit = exitOf(child);
  const seen = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [step = '', what = ''] = line.split('\t');
    if (line.startsWith('? ')) child.stdin.write(`${answer(line.slice(2))}\n`);
    else seen.set(step, what);
  }
  const code = await exit;
  if (code !== 0) throw new Error(`The Java client ended with ${String(code)}: ${errors.slice(-2000)}`);
  return seen;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
}
