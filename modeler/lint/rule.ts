/** What a lint rule is to bpmnlint, and what ours are told about the bundle. */
import type { ModdleElement } from './moddle.js';

export interface Reporter {
  report(id: string, message: string, context?: { path?: string[] } | string[]): void;
}

export interface Rule {
  check(element: ModdleElement, reporter: Reporter): void;
}

/** The facts of a bundle that rules compare the diagram with. What is left out is not checked. */
export interface RuleOptions {
  /** Language of the messages; Chinese when left out. */
  language?: 'zh' | 'en';
  /** Id of the bundle, which is its process's id. */
  bundleId?: string;
  /** Job types that a worker serves. */
  jobTypes?: readonly string[];
  /** Queues a human task may go to: departments and `window`. */
  queues?: readonly string[];
  /** The bundle's forms, each with what is wrong with it. */
  forms?: Readonly<Record<string, readonly string[]>>;
  /** The message that starts the bundle. */
  startMessage?: string;
}

export type RuleFactory = (options?: RuleOptions) => Rule;

export type Grade = 'error' | 'warn';

/** What bpmnlint is configured with: how grave each rule is, its options, and where to find it. */
export interface LintConfig {
  config: { rules: Record<string, [Grade, unknown]> };
  resolver: { resolveRule(packageName: string, ruleName: string): RuleFactory; resolveConfig(): never };
}

/** Picks the message in the language of the options. */
export function say(options: RuleOptions, zh: string, en: string): string {
  return options.language === 'en' ? en : zh;
}
