import type { Actor } from '../users/actor.js';
import type { BundleManifest } from './manifest.js';

/** A form-js schema. */
export type FormSchema = Record<string, unknown>;

/** One published version of a bundle, whole: what new cases run on, or what older ones still do. */
export interface BundleVersion {
  readonly id: string;
  /** 1, 2, 3 … per bundle, independent of the engine's numbers. */
  readonly version: number;
  readonly manifest: BundleManifest;
  readonly xml: string;
  /** By name without `.form`. */
  readonly forms: Readonly<Record<string, FormSchema>>;
  /** By file name, `.dmn`. */
  readonly decisions: Readonly<Record<string, string>>;
  /** Markdown. */
  readonly guide: string;
  readonly publishedAt: Date;
  /** Display name, or `package` for what came with the installation. */
  readonly publishedBy: string;
  readonly note: string;
}

export interface BundleSummary {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly modes: readonly string[];
  readonly channels: readonly string[];
  readonly itemCount: number;
  /** What the applicant hands in. */
  readonly materialCount: number;
  /** At most, over its items. */
  readonly visits: number;
  readonly promisedWorkingDays: number;
  readonly departments: string[];
}

export interface VersionSummary {
  readonly version: number;
  readonly packageVersion: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  /** Who approved it; null for a package. */
  readonly approvedBy: string | null;
  readonly note: string;
  /** The newest one of these in the engine, or null when never deployed. */
  readonly engineVersion: number | null;
}

/** What a publication changes; parts left out are taken from the newest version. */
export interface Publication {
  readonly xml: string;
  readonly manifest?: BundleManifest;
  readonly forms?: Readonly<Record<string, FormSchema>>;
  readonly note: string;
  /** Display name of the analyst who asked; the actor of `publish` is then the second person who approves. */
  readonly requestedBy?: string;
}

export interface BundleService {
  /** Reads every package under `dir` (processes/), checks it and stores what is new as a version. */
  loadAll(dir: string): Promise<void>;
  /** Brings the newest version of every bundle to the engine; a repeated call changes nothing. */
  deployAll(): Promise<void>;
  list(): Promise<BundleSummary[]>;
  /** The newest version, or the one named. @throws AppError not-found BUNDLE_NOT_FOUND */
  get(id: string, version?: number): Promise<BundleVersion>;
  /** The package version behind a deployed process definition; undefined when it is not one of ours. */
  findByProcessDefinition(processDefinitionKey: string): Promise<BundleVersion | undefined>;
  versions(id: string): Promise<VersionSummary[]>;
  /**
   * Deploys a changed bundle, then stores it as the newest version; running cases stay on theirs.
   * @throws AppError unprocessable MODEL_INVALID with errors `{ path: elementId, message }`
   */
  publish(
    id: string,
    publication: Publication,
    actor: Actor,
  ): Promise<BundleVersion & { processDefinitionKey: string }>;
}
