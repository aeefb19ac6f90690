/** Bundles 套餐: loaded from packages, published from the modeler, deployed to the engine; versions stay side by side. */
import { EngineRejection, type DeployableResource, type EnginePort } from '../../engine/client/port.js';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import type { Logger } from '../../shared/logger.js';
import type { LiveEvents } from '../live/live-types.js';
import { findPackages, hashOf, readPackage, type BundleContent } from './bundle-package.js';
import type { BundleService, BundleSummary, BundleVersion, Publication } from './bundle-types.js';
import { checkBundle } from './check-bundle.js';
import { deploymentErrors } from './deployment-errors.js';
import { createVersionStore, type VersionStore } from './version-store.js';

export interface BundleDeps {
  readonly engine: EnginePort;
  readonly live: LiveEvents;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function createBundleService(deps: BundleDeps): BundleService {
  const store = createVersionStore(deps.clock);
  return {
    loadAll: async (dir) => {
      for (const folder of findPackages(dir)) await loadPackage(folder, store, deps.logger);
    },
    deployAll: async () => {
      for (const id of await store.ids()) await deploy(await store.get(id), store, deps.engine);
    },
    list: async () => {
      const ids = await store.ids();
      return Promise.all(ids.map(async (id) => summaryOf(await store.get(id))));
    },
    get: (id, version) => store.get(id, version),
    findByProcessDefinition: (key) => store.findByProcessDefinition(key),
    versions: (id) => store.list(id),
    publish: async (id, publication, actor) => {
      const content = await changed(id, publication, store);
      const version = await store.add({
        content,
        source: 'publication',
        publishedBy: publication.requestedBy ?? actor.displayName,
        approvedBy: publication.requestedBy ? actor.displayName : undefined,
        note: publication.note,
      });
      const processDefinitionKey = await deployOrDiscard(version, store, deps.engine);
      await store.publish(version);
      deps.live.emit({ type: 'bundle', id });
      return { ...version, processDefinitionKey };
    },
  };
}

/** A package that changed on disk becomes a version; one that did not leaves what the modeler published in force. */
async function loadPackage(folder: string, store: VersionStore, logger: Logger): Promise<void> {
  const content = readPackage(folder);
  const errors = checkBundle(content);
  if (errors.length > 0) {
    const list = errors.map((error) => `  ${error.path}: ${error.message}`).join('\n');
    throw new Error(`The bundle package in ${folder} is not sound:\n${list}`);
  }
  const { id, version } = content.manifest;
  if ((await store.lastPackageHash(id)) === hashOf(content)) return;
  const added = await store.add({ content, source: 'package', publishedBy: 'package', note: version });
  await store.publish(added);
  logger.info({ bundle: id, version: added.version, packageVersion: version }, 'bundle package stored');
}

async function changed(id: string, publication: Publication, store: VersionStore): Promise<BundleContent> {
  const newest = await store.get(id);
  const content: BundleContent = {
    manifest: publication.manifest ?? newest.manifest,
    xml: publication.xml,
    forms: publication.forms ?? newest.forms,
    decisions: newest.decisions,
    guide: newest.guide,
  };
  const errors = checkBundle(content);
  if (errors.length > 0) throw modelInvalid(errors);
  return content;
}

async function deployOrDiscard(version: BundleVersion, store: VersionStore, engine: EnginePort): Promise<string> {
  try {
    return await deploy(version, store, engine);
  } catch (error) {
    await store.discard(version);
    if (error instanceof EngineRejection) throw modelInvalid(deploymentErrors(error.message));
    throw error;
  }
}

async function deploy(version: BundleVersion, store: VersionStore, engine: EnginePort): Promise<string> {
  const deployed = await engine.deploy(resourcesOf(version));
  const process = deployed.find((candidate) => candidate.bpmnProcessId === version.id);
  if (!process) throw new Error(`The engine's answer to the deployment of ${version.id} does not name the process.`);
  await store.recordDeployment(version, process.version, process.processDefinitionKey);
  return process.processDefinitionKey;
}

function resourcesOf(version: BundleVersion): DeployableResource[] {
  const decisions = Object.entries(version.decisions).map(([name, text]) => ({ name, content: Buffer.from(text) }));
  return [{ name: `${version.id}.bpmn`, content: Buffer.from(version.xml) }, ...decisions];
}

function modelInvalid(errors: readonly { path: string; message: string }[]): AppError {
  return new AppError('unprocessable', 'MODEL_INVALID', '流程模型有误，未能发布，请按提示修改后再试。', errors);
}

function summaryOf({ manifest }: BundleVersion): BundleSummary {
  return {
    id: manifest.id,
    name: manifest.name,
    summary: manifest.summary,
    modes: manifest.modes,
    channels: manifest.channels,
    itemCount: manifest.items.length,
    materialCount: manifest.materials.filter((material) => material.source === 'applicant').length,
    visits: Math.max(...manifest.items.map((item) => item.visits)),
    promisedWorkingDays: manifest.limits.promisedWorkingDays,
    departments: Object.values(manifest.departments).map((department) => department.name),
  };
}
