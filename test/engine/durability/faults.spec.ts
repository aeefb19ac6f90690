import { expect } from 'chai';
import { runFaultRounds } from './fault-rounds.js';

const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 200);
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe('engines killed again and again', function () {
  this.timeout(10 * 60_000);

  it(`lose nothing acknowledged and leave nothing half done, in ${ROUNDS} rounds (SEED=${seed})`, async () => {
    const summary = await runFaultRounds(ROUNDS, seed, () => undefined);
    expect(summary.rounds).to.equal(ROUNDS);
    expect(summary.acknowledged).to.be.greaterThan(summary.rounds);
    // An engine that is too slow to pass its point in time is killed all the same, but that is no round at the point.
    const { random = 0, ...named } = summary.byPoint;
    expect(random).to.be.below(ROUNDS / 2);
    expect(Object.values(named)).to.not.include(0);
  });
});
