import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { Run } from './run.js';
import { findZeebeObstacle, getTarget } from './targets.js';

export interface Scenario {
  readonly name: string;
  readonly steps: (run: Run) => Promise<void>;
}

export function scenario(name: string, steps: (run: Run) => Promise<void>): Scenario {
  return { name, steps };
}

/**
 * Plays each scenario on both engines; what comes out must be what Zeebe 8.5.8 gave when the file beside was written:
 * `UPDATE_EXPECTED=1` writes it again, from the real Zeebe only.
 */
export function conformance(area: string, scenarios: readonly Scenario[]): void {
  const file = new URL(`../expected/${area}.json`, import.meta.url);
  const isUpdate = process.env['UPDATE_EXPECTED'] !== undefined;
  const expected = readExpected(file);

  describe(`conformance: ${area} on the embedded engine`, () => {
    before('start', async function start() {
      if (isUpdate) this.skip();
      await getTarget('embedded');
    });
    for (const { name, steps } of scenarios) {
      it(name, async () => {
        const run = new Run(await getTarget('embedded'));
        await steps(run);
        expect(await run.finish()).to.deep.equal(expected[name]);
      });
    }
  });

  describe(`conformance: ${area} on Zeebe 8.5.8`, function onZeebe() {
    this.timeout(60_000);
    before('start', async function start() {
      this.timeout(20 * 60_000);
      const obstacle = await findZeebeObstacle();
      if (obstacle !== undefined) {
        console.log(`      skipped: ${obstacle}`);
        this.skip();
      }
      await getTarget('zeebe');
    });
    for (const { name, steps } of scenarios) {
      it(name, async () => {
        const run = new Run(await getTarget('zeebe'));
        await steps(run);
        const result = await run.finish();
        if (isUpdate) expected[name] = result;
        expect(result).to.deep.equal(expected[name]);
      });
    }
    after('write what was seen', () => {
      if (!isUpdate) return;
      const names = new Set(scenarios.map(({ name }) => name));
      const kept = Object.fromEntries(Object.entries(expected).filter(([name]) => names.has(name)));
      writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
    });
  });
}

type Expected = Record<string, { records: string[]; outcomes: string[] } | undefined>;

function readExpected(file: URL): Expected {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Expected) : {};
}
