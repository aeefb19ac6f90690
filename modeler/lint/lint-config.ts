/** The lint configuration for one bundle, ready for bpmn-js-bpmnlint: which rules, how grave, and where to find them. */
import { bpmnlintRules, bpmnlintWarnings } from './bpmnlint-rules.js';
import { camundaRules, camundaVersion } from './camunda-rules.js';
import type { Grade, LintConfig, RuleFactory, RuleOptions } from './rule.js';
import { ownRules } from './rules/index.js';

/** Our rules that only warn. */
const OWN_WARNINGS = ['chinese-name'];

const PACKAGES: Readonly<Record<string, Readonly<Record<string, RuleFactory>>>> = {
  bpmnlint: bpmnlintRules,
  'bpmnlint-plugin-camunda-compat': camundaRules,
  'bpmnlint-plugin-tongban': ownRules,
};

/** Builds the configuration; the options tell our rules what the bundle knows. */
export function lintConfig(options: RuleOptions): LintConfig {
  return {
    config: {
      rules: {
        ...grade('bpmnlint', bpmnlintRules, bpmnlintWarnings, {}),
        ...grade('camunda-compat', camundaRules, [], camundaVersion),
        ...grade('tongban', ownRules, OWN_WARNINGS, options),
      },
    },
    resolver: { resolveRule, resolveConfig },
  };
}

function grade(
  prefix: string,
  rules: Readonly<Record<string, RuleFactory>>,
  warnings: readonly string[],
  options: unknown,
): Record<string, [Grade, unknown]> {
  return Object.fromEntries(
    Object.keys(rules).map((name) => [`${prefix}/${name}`, [warnings.includes(name) ? 'warn' : 'error', options]]),
  );
}

function resolveRule(packageName: string, ruleName: string): RuleFactory {
  const rule = PACKAGES[packageName]?.[ruleName];
  if (!rule) throw new Error(`expected a known lint rule, found <${packageName}/${ruleName}>`);
  return rule;
}

function resolveConfig(): never {
  throw new Error('lint configurations are written out, nothing extends another');
}
