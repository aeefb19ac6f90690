/** Runs one lint rule over small processes, through bpmnlint's own linter. */
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { readBpmn } from '../read-bpmn.js';
import type { RuleFactory, RuleOptions } from '../../../modeler/lint/rule.js';

interface LintReport {
  id: string;
  message: string;
}
interface LinterClass {
  new (options: { resolver: unknown }): {
    lint(root: unknown, config: unknown): Promise<Record<string, LintReport[]>>;
  };
}
const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint') as { Linter: LinterClass };

export interface Fixture {
  /** What the fixture shows. */
  name: string;
  /** What stands inside the process. */
  inside: string;
  /** What stands beside the process: messages, errors. */
  beside?: string;
  /** Attributes of the process. */
  process?: string;
  options?: RuleOptions;
}

export interface InvalidFixture extends Fixture {
  /** Element id and a part of its message, in order. */
  report: [id: string, message: string][];
}

/** One mocha suite for a rule. */
export function verifyRule(name: string, rule: RuleFactory, fixtures: { valid: Fixture[]; invalid: InvalidFixture[] }) {
  describe(`lint rule ${name}`, () => {
    for (const fixture of fixtures.valid) {
      it(`accepts ${fixture.name}`, async () => {
        expect(await lint(rule, fixture)).to.deep.equal([]);
      });
    }
    for (const fixture of fixtures.invalid) {
      it(`reports ${fixture.name}`, async () => {
        const reports = await lint(rule, fixture);
        expect(reports.map((report) => report.id)).to.deep.equal(fixture.report.map(([id]) => id));
        fixture.report.forEach(([, message], index) => expect(reports[index]?.message).to.include(message));
      });
    }
  });
}

async function lint(rule: RuleFactory, fixture: Fixture): Promise<LintReport[]> {
  const { rootElement, warnings } = await readBpmn(document(fixture));
  expect(warnings).to.deep.equal([]);
  const resolver = { resolveRule: () => rule };
  const results = await new Linter({ resolver }).lint(rootElement, {
    rules: { 'tongban/it': ['error', fixture.options ?? {}] },
  });
  return results['tongban/it'] ?? [];
}

function document({ inside, beside = '', process = 'name="流程"' }: Fixture): string {
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d">
    <bpmn:process id="p" isExecutable="true" ${process}>${inside}</bpmn:process>${beside}</bpmn:definitions>`;
}

/** An element with extension elements. */
export function extended(tag: string, attributes: string, extensions = '', more = ''): string {
  return `<bpmn:${tag} ${attributes}><bpmn:extensionElements>${extensions}</bpmn:extensionElements>${more}</bpmn:${tag}>`;
}
