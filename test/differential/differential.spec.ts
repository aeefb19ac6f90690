/**
 * Random processes with random answers on both engines: what they record must be the same.
 * `SEED=` repeats a run or, with `COUNT=1`, one process of it (`SEED=abc/17`); `SHRINK=0` leaves out the cutting down.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { findZeebeObstacle, getTarget, type Target } from '../conformance/support/targets.js';
import { type Difference, findDifference } from './compare.js';
import { generateModel, type Model } from './generator.js';
import { play } from './play.js';
import { renderModel } from './render-model.js';
import { smallerModels } from './shrink.js';

const COUNT = Number(process.env['COUNT'] ?? 500);
/** A suite that gates every change plays the same processes each time; `npm run conformance` draws new ones. */
const SEED = process.env['SEED'] ?? 'tongban';
/** Played at once: they wait together, for the slower engine's records and for the timers. */
const BATCH = 500;
const MAX_SHRINKS = 12;
const MAX_SHRUNK = 3;

interface Found {
  model: Model;
  difference: Difference;
}

describe(`differential: ${COUNT} random processes on both engines (SEED=${SEED})`, function differential() {
  this.timeout(20 * 60_000);
  let embedded: Target;
  let zeebe: Target;
  let shrunk = 0;

  before('start both', async function start() {
    const obstacle = await findZeebeObstacle();
    if (obstacle !== undefined) {
      console.log(`      skipped: ${obstacle}`);
      this.skip();
    }
    [embedded, zeebe] = [await getTarget('embedded'), await getTarget('zeebe')];
  });

  for (let from = 0; from < COUNT; from += BATCH) {
    const to = Math.min(COUNT, from + BATCH);
    it(`processes ${from} to ${to - 1} record the same`, async () => {
      const models = Array.from({ length: to - from }, (_, index) => generateModel(seedOf(from + index)));
      const found = await differencesOf(models);
      if (found.length === 0) return;
      const reports = [];
      for (const one of found) reports.push(report(shrunk++ < MAX_SHRUNK ? await shrink(one) : one));
      throw new Error(`${found.length} of ${models.length} differ:\n\n${reports.join('\n\n')}`);
    });
  }

  async function differencesOf(models: readonly Model[]): Promise<Found[]> {
    const [ours, theirs] = await Promise.all([play(embedded, models), play(zeebe, models)]);
    return models.flatMap((model, index) => {
      const [left, right] = [ours[index], theirs[index]];
      const difference = left && right && findDifference(left, right);
      return difference ? [{ model, difference }] : [];
    });
  }

  /** All that is one block smaller at once; the smallest that still differs is cut again. */
  async function shrink(found: Found): Promise<Found> {
    let smallest = found;
    for (let turn = 0; turn < MAX_SHRINKS && process.env['SHRINK'] !== '0'; turn += 1) {
      const [smaller] = await differencesOf(smallerModels(smallest.model));
      if (!smaller) return smallest;
      smallest = smaller;
    }
    return smallest;
  }
});

function seedOf(index: number): string {
  return SEED.includes('/') ? SEED : `${SEED}/${index}`;
}

function report({ model, difference }: Found): string {
  const folder = path.join(tmpdir(), 'tongban-differential');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${model.seed.replace('/', '-')}.bpmn`);
  writeFileSync(file, renderModel(model).replaceAll('@', 'p'));
  const excerpt = (lines: readonly string[]): string => lines.map((line) => `    ${line}`).join('\n');
  return (
    `SEED=${model.seed} COUNT=1, ${file}, at ${difference.where}\n  embedded:\n${excerpt(difference.embedded)}\n` +
    `  Zeebe:\n${excerpt(difference.zeebe)}\n  done on embedded:\n${excerpt(difference.log.embedded)}\n` +
    `  done on Zeebe:\n${excerpt(difference.log.zeebe)}`
  );
}
