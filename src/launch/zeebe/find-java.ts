import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findCommand, runStep } from '../find-command.js';

/** Zeebe 8.5 is compiled for this one. */
const MIN_VERSION = 21;
const JVM_FOLDERS = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'];

/** Home of a JDK (or JRE) that is new enough: JAVA_HOME, the usual folders, the PATH, in this order. @throws Error */
export async function findJava(): Promise<string> {
  // eslint-disable-next-line no-restricted-syntax -- the JDK's own convention, not our configuration
  const fromEnvironment = process.env['JAVA_HOME'];
  const seen: string[] = [];
  for (const home of [fromEnvironment, ...installedHomes(), await homeOnPath()]) {
    if (home === undefined || !existsSync(path.join(home, 'bin/java'))) continue;
    const version = await versionOf(home);
    if (version >= MIN_VERSION) return home;
    seen.push(`${home} (version ${version || 'unknown'})`);
  }
  const found = seen.length > 0 ? `found only ${seen.join(', ')}` : 'found none';
  throw new Error(
    `Zeebe needs Java ${MIN_VERSION} or newer; ${found}. Install a JDK, set JAVA_HOME, or run on the embedded engine.`,
  );
}

function installedHomes(): string[] {
  return JVM_FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder).flatMap((name) => [path.join(folder, name), path.join(folder, name, 'Contents/Home')]),
  );
}

async function homeOnPath(): Promise<string | undefined> {
  const java = await findCommand('java');
  if (java === undefined) return undefined;
  const printed = await runStep('/bin/sh', ['-c', '"$1" -XshowSettings:properties -version 2>&1', 'sh', java], {
    timeoutMs: 20_000,
  }).catch(() => '');
  return /java\.home = (.*)/.exec(printed)?.[1]?.trim();
}

async function versionOf(home: string): Promise<number> {
  const release = path.join(home, 'release');
  const text = existsSync(release)
    ? readFileSync(release, 'utf8')
    : await runStep('/bin/sh', ['-c', '"$1" -version 2>&1', 'sh', path.join(home, 'bin/java')], {
        timeoutMs: 20_000,
      }).catch(() => '');
  return Number(/(?:JAVA_VERSION=|version )"?(\d+)/.exec(text)?.[1] ?? 0);
}
