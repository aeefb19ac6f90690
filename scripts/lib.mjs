/** What the start, build, test and check scripts share. Plain JavaScript: it runs before anything is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const stampsFile = path.join(root, 'node_modules', '.tongban-stamps.json');

export function say(message) {
  console.log(`[tongban] ${message}`);
}

/** Runs a command to its end in the project folder; ends this process with its code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** A program of an installed package. */
export const bin = (name) => path.join(root, 'node_modules', '.bin', name);

/** npm ci when node_modules does not match package-lock.json. */
export function install() {
  checkNode();
  const wanted = hashOf([path.join(root, 'package-lock.json'), path.join(root, 'package.json')]);
  if (readStamps().install === wanted) return;
  say('installing packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeStamp('install', wanted);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Builds the parts whose sources have changed since their last build. */
export async function build() {
  install();
  const shared = ['package-lock.json', 'tsconfig.json'];
  const steps = [
    { name: 'server', inputs: ['src', 'tsconfig.build.json', ...shared], output: 'dist/src', run: buildServer },
    { name: 'hall', inputs: ['hall', ...shared], output: 'dist/hall', run: () => vite('hall') },
    { name: 'modeler', inputs: ['modeler', ...shared], output: 'dist/modeler', run: () => vite('modeler') },
  ];
  for (const step of steps) {
    const wanted = fingerprintOf(step.inputs.map((name) => path.join(root, name)));
    if (readStamps()[step.name] === wanted && existsSync(path.join(root, step.output))) continue;
    say(`building ${step.name} …`);
    step.run();
    writeStamp(step.name, wanted);
  }
}

function buildServer() {
  run(bin('tsc'), ['-p', 'tsconfig.build.json']);
}

function vite(folder) {
  run(bin('vite'), ['build', folder, '--logLevel', 'warn']);
}

/** A larger nursery spares the garbage collector most of the engine's work: a fifth more steps per second. */
const NODE_OPTIONS = ['--enable-source-maps', '--max-semi-space-size=32'];

/** Starts a built part in the foreground and hands signals and its exit code through. */
export function runBuilt(entry, args, env = {}) {
  const child = spawn(process.execPath, [...NODE_OPTIONS, path.join(root, 'dist', 'src', entry), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  // The terminal sends Ctrl-C to the whole group; a service manager signals us alone.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)));
}

function readStamps() {
  return existsSync(stampsFile) ? JSON.parse(readFileSync(stampsFile, 'utf8')) : {};
}

function writeStamp(name, value) {
  mkdirSync(path.dirname(stampsFile), { recursive: true });
  writeFileSync(stampsFile, JSON.stringify({ ...readStamps(), [name]: value }, null, 2));
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Names, sizes and times of all files below: quick, and any edit changes it. */
function fingerprintOf(places) {
  const hash = createHash('sha256');
  for (const place of places) addFingerprint(hash, place);
  return hash.digest('hex');
}

function addFingerprint(hash, place) {
  const stat = statSync(place);
  if (!stat.isDirectory()) {
    hash.update(`${place} ${stat.size} ${stat.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(place).sort()) {
    if (name !== 'node_modules' && name !== 'dist') addFingerprint(hash, path.join(place, name));
  }
}
