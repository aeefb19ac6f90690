/** Bundle versions in the database, kept in memory once read: they never change. */
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import { hashOf, type BundleContent } from './bundle-package.js';
import type { BundleVersion, VersionSummary } from './bundle-types.js';
import { BundleVersionModel, type BundleVersionDocument } from './bundle-version-model.js';

export interface NewVersion {
  readonly content: BundleContent;
  readonly source: 'package' | 'publication';
  readonly publishedBy: string;
  readonly approvedBy?: string | undefined;
  readonly note: string;
}

export interface VersionStore {
  ids(): Promise<string[]>;
  findNewest(id: string): Promise<BundleVersion | undefined>;
  get(id: string, version?: number): Promise<BundleVersion>;
  findByProcessDefinition(processDefinitionKey: string): Promise<BundleVersion | undefined>;
  list(id: string): Promise<VersionSummary[]>;
  lastPackageHash(id: string): Promise<string | undefined>;
  /** Stores it under the next number, not yet visible. */
  add(version: NewVersion): Promise<BundleVersion>;
  publish(version: BundleVersion): Promise<void>;
  discard(version: BundleVersion): Promise<void>;
  recordDeployment(version: BundleVersion, engineVersion: number, processDefinitionKey: string): Promise<void>;
}

const PUBLISHED = { state: 'published' } as const;

export function createVersionStore(clock: Clock): VersionStore {
  const cache = new Map<string, BundleVersion>();

  function remember(document: BundleVersionDocument): BundleVersion {
    const known = cache.get(document._id);
    if (known && document.state === 'published') return known;
    const version = versionOf(document);
    if (document.state === 'published') cache.set(document._id, version);
    return version;
  }

  async function findNewest(id: string): Promise<BundleVersion | undefined> {
    const newest = await BundleVersionModel.findOne({ bundleId: id, ...PUBLISHED }, { version: 1 })
      .sort({ version: -1 })
      .lean();
    return newest ? findOne(`${id}@${newest.version}`) : undefined;
  }

  async function findOne(key: string): Promise<BundleVersion | undefined> {
    const known = cache.get(key);
    if (known) return known;
    const document = await BundleVersionModel.findOne({ _id: key, ...PUBLISHED }).lean();
    return document ? remember(document) : undefined;
  }

  return {
    ids: async () => {
      const ids = await BundleVersionModel.distinct('bundleId', PUBLISHED);
      return ids.sort();
    },
    findNewest,
    get: async (id, version) => {
      const found = version === undefined ? await findNewest(id) : await findOne(`${id}@${version}`);
      if (!found) throw new AppError('not-found', 'BUNDLE_NOT_FOUND', `没有找到套餐“${id}”，请刷新后重试。`);
      return found;
    },
    findByProcessDefinition: async (processDefinitionKey) => {
      const documents = await BundleVersionModel.find({
        'deployments.processDefinitionKey': processDefinitionKey,
      }).lean();
      const at = (document: BundleVersionDocument): number =>
        Math.max(
          ...document.deployments
            .filter((deployment) => deployment.processDefinitionKey === processDefinitionKey)
            .map((deployment) => deployment.at.getTime()),
        );
      const newest = documents.sort((a, b) => at(b) - at(a))[0];
      return newest ? remember(newest) : undefined;
    },
    list: async (id) => {
      const documents = await BundleVersionModel.find({ bundleId: id, ...PUBLISHED })
        .sort({ version: -1 })
        .lean();
      return documents.map(summaryOf);
    },
    lastPackageHash: async (id) => {
      const last = await BundleVersionModel.findOne(
        { bundleId: id, source: 'package', ...PUBLISHED },
        { contentHash: 1 },
      )
        .sort({ version: -1 })
        .lean();
      return last?.contentHash;
    },
    add: async (version) => remember(await insertNext(version, clock.now())),
    publish: async (version) => {
      await BundleVersionModel.updateOne({ _id: keyOf(version) }, { $set: PUBLISHED });
      cache.set(keyOf(version), version);
    },
    discard: async (version) => {
      await BundleVersionModel.deleteOne({ _id: keyOf(version), state: 'deploying' });
    },
    recordDeployment: async (version, engineVersion, processDefinitionKey) => {
      await BundleVersionModel.updateOne(
        { _id: keyOf(version), 'deployments.processDefinitionKey': { $ne: processDefinitionKey } },
        { $push: { deployments: { engineVersion, processDefinitionKey, at: clock.now() } } },
      );
    },
  };
}

/** Another process may take the number first: then the next one is free. */
async function insertNext(version: NewVersion, now: Date): Promise<BundleVersionDocument> {
  const bundleId = version.content.manifest.id;
  for (;;) {
    const twin = version.source === 'package' ? await findTwin(version) : undefined;
    if (twin) return twin;
    const last = await BundleVersionModel.findOne({ bundleId }, { version: 1 }).sort({ version: -1 }).lean();
    const number = (last?.version ?? 0) + 1;
    const document: BundleVersionDocument = {
      _id: `${bundleId}@${number}`,
      bundleId,
      version: number,
      state: 'deploying',
      source: version.source,
      content: JSON.stringify(version.content),
      contentHash: hashOf(version.content),
      publishedAt: now,
      publishedBy: version.publishedBy,
      ...(version.approvedBy ? { approvedBy: version.approvedBy } : {}),
      note: version.note,
      deployments: [],
    };
    try {
      await BundleVersionModel.create(document);
      return document;
    } catch (error) {
      if ((error as { code?: number }).code !== 11000) throw error;
    }
  }
}

/** Another process that loads the same package at the same time. */
async function findTwin({ content }: NewVersion): Promise<BundleVersionDocument | undefined> {
  const last = await BundleVersionModel.findOne({ bundleId: content.manifest.id, source: 'package' })
    .sort({ version: -1 })
    .lean();
  return last && last.contentHash === hashOf(content) ? last : undefined;
}

function keyOf(version: BundleVersion): string {
  return `${version.id}@${version.version}`;
}

function versionOf(document: BundleVersionDocument): BundleVersion {
  const content = JSON.parse(document.content) as BundleContent;
  const { bundleId: id, version, publishedAt, publishedBy, note } = document;
  return { id, version, publishedAt, publishedBy, note, ...content };
}

function summaryOf(document: BundleVersionDocument): VersionSummary {
  const content = JSON.parse(document.content) as BundleContent;
  const { version, publishedAt, publishedBy, approvedBy, note, deployments } = document;
  return {
    version,
    packageVersion: content.manifest.version,
    publishedAt,
    publishedBy,
    approvedBy: approvedBy ?? null,
    note,
    engineVersion: deployments.at(-1)?.engineVersion ?? null,
  };
}
