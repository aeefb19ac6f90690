import { expect } from 'chai';
import { EngineHarness, type Job } from '../support/engine-harness.js';
import { fixture } from '../support/fixture.js';
import { current, rebuild } from '../support/rebuilt-state.js';

const HOUR = 3_600_000;

const FILES = [
  'service-task.bpmn',
  'service-task.outputs.bpmn',
  'parallel-gateway.bpmn',
  'sub-process.bpmn',
  'call-activity.bpmn',
  'call-activity.called.bpmn',
  'boundary-event.timer.bpmn',
  'boundary-event.message.bpmn',
  'boundary-event.error.bpmn',
  'event-based-gateway.bpmn',
  'start-event.message.bpmn',
  'exclusive-gateway.loop.bpmn',
  'exclusive-gateway.no-flow.bpmn',
  'end-event.terminate.bpmn',
  'intermediate-catch-event.message.bpmn',
  'multi-instance.bpmn',
  'event-sub-process.bpmn',
];
const PROCESSES = [
  'service-task',
  'service-task-outputs',
  'parallel-gateway',
  'sub-process',
  'call-activity',
  'boundary-timer',
  'boundary-message',
  'boundary-error',
  'event-based-gateway',
  'loop',
  'exclusive-gateway-no-flow',
  'terminate',
  'catch-message',
  'multi-instance',
  'event-sub-process',
];
const JOB_TYPES = ['task', 'a', 'b', 'inner', 'work', 'reminder', 'k', 'cell'];

describe('state rebuilt from the log', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

  it(`is the state that was, after any steps and restarts (SEED=${seed})`, async () => {
    const random = seeded(seed);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const engine = await EngineHarness.onDisk();
    const path: string[] = [];
    try {
      await engine.deploy(...FILES.map(fixture));
      for (let step = 0; step < 120; step += 1) {
        const name = pick(Object.keys(STEPS) as (keyof typeof STEPS)[]);
        path.push(name);
        await STEPS[name](engine, pick).catch((error: unknown) => {
          if (!(error instanceof Error && error.name === 'Rejected')) throw error;
        });
        if (step % 10 === 9) {
          expect(current(engine.door), `step ${step} of ${path.join(' ')}`).to.deep.equal(rebuild(engine.door));
        }
      }
    } finally {
      await engine.close();
    }
  });
});

type Pick = <T>(items: readonly T[]) => T;
type Step = (engine: EngineHarness, pick: Pick) => Promise<unknown>;

async function activate(engine: EngineHarness, pick: Pick): Promise<Job | undefined> {
  return (await engine.activate(pick(JOB_TYPES), { max: 1, timeout: HOUR }))[0];
}

const STEPS = {
  create: (engine, pick) =>
    engine.create(pick(PROCESSES), {
      x: pick([1, 4, 9]),
      key: pick(['k1', 'k2']),
      kind: 'k',
      tries: 3,
      doc: { a: [1, { b: 'c' }] },
      rows: pick([[[1], [2, 3]], [[]], [], 'none']),
    }),
  publish: (engine, pick) =>
    engine.publish(pick(['answer', 'stop', 'note', 'begin']), pick(['k1', 'k2']), {
      variables: { m: pick([1, 2]) },
      timeToLive: pick([0, HOUR]),
      messageId: pick(['', 'one', 'two']),
    }),
  async complete(engine, pick) {
    const job = await activate(engine, pick);
    if (job !== undefined)
      await engine.complete(job, {
        result: pick([1, 'two']),
        fail: pick([true, false]),
        more: pick([true, false]),
        enough: pick([true, false]),
      });
  },
  async fail(engine, pick) {
    const job = await activate(engine, pick);
    if (job !== undefined)
      await engine.fail(job, { retries: pick([0, 1]), retryBackoff: pick([0, HOUR]), variables: { f: 1 } });
  },
  async throwError(engine, pick) {
    const job = await activate(engine, pick);
    if (job !== undefined) await engine.throwError(job, pick(['BAD', 'OTHER']), { e: 1 });
  },
  activateOnly: activate,
  async resolve(engine, pick) {
    const open = engine.incidents();
    if (open.length > 0) await engine.resolve(pick(open).key);
  },
  async cancel(engine, pick) {
    const created = engine.recordsOf('PROCESS_INSTANCE_CREATION', 'CREATED');
    if (created.length > 0) await engine.cancel(pick(created).value.processInstanceKey);
  },
  async setVariables(engine, pick) {
    const created = engine.recordsOf('PROCESS_INSTANCE_CREATION', 'CREATED');
    if (created.length > 0)
      await engine.setVariables(pick(created).value.processInstanceKey, { x: pick([1, 9]), rows: [[1], [4]] });
  },
  advance: (engine, pick) => engine.advance(pick([60_000, 11 * 60_000, HOUR])),
  restart: (engine) => engine.restart(),
} satisfies Record<string, Step>;

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
