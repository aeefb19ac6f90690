import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { checkBundle } from '../../src/domain/bundles/check-bundle.js';
import { findPackages, readPackage } from '../../src/domain/bundles/bundle-package.js';
import { transformBpmn } from '../../src/engine/model/transform-bpmn.js';
import { projectRoot } from '../../src/shared/project-root.js';
import { findErrors } from '../../src/shared/validation.js';
import { knownJobTypes } from '../../src/workers/known-job-types.js';

const processesDir = path.join(projectRoot, 'processes');
const referenceDir = path.join(processesDir, 'reference');
const readJson = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;
/** `$schema` and `title` say what a file is; ajv's strict mode takes the dialect from elsewhere. */
const schemaIn = (file: string): object => {
  const { $schema: _dialect, ...schema } = readJson(file) as Record<string, unknown>;
  return schema;
};

describe('reference data', () => {
  const files = readdirSync(referenceDir).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));

  for (const file of files) {
    it(`${file} keeps to its schema`, () => {
      const schema = `${file.replace(/(-\d{4})?\.json$/, '')}.schema.json`;
      expect(
        findErrors(schemaIn(path.join(referenceDir, schema)), readJson(path.join(referenceDir, file))),
      ).to.deep.equal([]);
    });
  }

  it('has working days before and after every holiday: make-up days are weekends and no holidays', () => {
    for (const file of files.filter((name) => name.startsWith('calendar-'))) {
      const calendar = readJson(path.join(referenceDir, file)) as {
        holidays: { from: string; to: string }[];
        makeUpDays: { date: string }[];
      };
      for (const { date } of calendar.makeUpDays) {
        expect([0, 6], `${date} is a weekend`).to.include(new Date(`${date}T00:00:00Z`).getUTCDay());
        const holiday = calendar.holidays.find(({ from, to }) => from <= date && date <= to);
        expect(holiday, `${date} is no holiday`).to.equal(undefined);
      }
    }
  });
});

for (const folder of findPackages(processesDir)) {
  describe(`bundle ${path.basename(folder)}`, () => {
    const content = readPackage(folder);

    it('fits together', () => {
      expect(checkBundle(content)).to.deep.equal([]);
    });

    it('has a process that the engine takes', async () => {
      expect(await transformBpmn(content.xml, 'process.bpmn')).to.have.property('ok', true);
    });

    it('asks only for job types that the workers serve', () => {
      const known = new Set(knownJobTypes.map(({ type }) => type));
      const asked = [...content.xml.matchAll(/<zeebe:taskDefinition type="([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(asked.filter((type) => !known.has(type))).to.deep.equal([]);
    });

    it('has a name on every element that a person sees, and on every way out of a decision', () => {
      const unnamed = [...content.xml.matchAll(/<bpmn:(\w*(?:Task|Event|Gateway|subProcess)) id="([^"]+)"(?! name=)/g)];
      expect(unnamed.map((match) => match[2])).to.deep.equal([]);
      const decisions = [
        ...content.xml.matchAll(/<bpmn:sequenceFlow id="([^"]+)"([^>]*)>\s*<bpmn:conditionExpression/g),
      ];
      expect(decisions.filter((match) => !match[2]?.includes(' name=')).map((match) => match[1])).to.deep.equal([]);
    });

    it('draws every element and flow', () => {
      const ids = [
        ...content.xml.matchAll(/<bpmn:(?:\w*Task|\w*Event|\w*Gateway|subProcess|sequenceFlow) id="([^"]+)"/g),
      ];
      const drawn = new Set([...content.xml.matchAll(/bpmnElement="([^"]+)"/g)].map((match) => match[1]));
      expect(ids.map((match) => match[1]).filter((id) => !drawn.has(id))).to.deep.equal([]);
      expect(ids.length).to.be.greaterThan(0);
    });

    it('has example cases that keep to their schema', () => {
      const schema = schemaIn(path.join(processesDir, 'example-case.schema.json'));
      const files = readdirSync(path.join(folder, 'cases'));
      expect(files.length).to.be.greaterThanOrEqual(8);
      for (const file of files) {
        expect(findErrors(schema, readJson(path.join(folder, 'cases', file))), file).to.deep.equal([]);
      }
    });
  });
}
