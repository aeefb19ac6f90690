import { expect } from 'chai';
import { createLiveEvents, type StartedLiveEvents } from '../../../src/domain/live/live-events.js';
import { pollLiveEvents } from '../../../src/domain/live/live-watch.js';
import type { ReceivedLiveEvent } from '../../../src/domain/live/live-types.js';
import { systemClock } from '../../../src/shared/clock.js';
import { silentLogger } from '../../../src/shared/logger.js';
import { connectTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { until } from '../support/until.js';

describe('live events', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let here: StartedLiveEvents;
  let there: StartedLiveEvents;
  before(async () => {
    database = await connectTestDatabase();
    [here, there] = [0, 1].map(() => createLiveEvents({ clock: systemClock, logger: silentLogger })) as [
      StartedLiveEvents,
      StartedLiveEvents,
    ];
    await here.start();
    await there.start();
  });
  after(async () => {
    await here.close();
    await there.close();
    await database.close();
  });

  function listen(live: StartedLiveEvents): ReceivedLiveEvent[] {
    const heard: ReceivedLiveEvent[] = [];
    live.subscribe((event) => heard.push(event));
    return heard;
  }

  it('are heard at once in the own process, and soon in every other, each once', async () => {
    const [own, others] = [listen(here), listen(there)];
    await until('the other process to listen', () => {
      here.emit({ type: 'bundle', id: 'warm-up' });
      return others.length > 0;
    });
    const at = Date.now();
    here.emit({ type: 'case', id: 'TB1', caseNumber: 'TB1', queue: 'renshe', applicantId: 'u1' });
    expect(own.at(-1)).to.deep.include({ type: 'case', id: 'TB1', queue: 'renshe', applicantId: 'u1' });
    const heard = await until('the event', () => others.find((event) => event.id === 'TB1'));
    expect(Date.now() - at).to.be.below(1_000);
    expect(heard.eventId).to.equal(own.at(-1)?.eventId);
    there.emit({ type: 'task', id: 'T2' });
    await until('the answer', () => own.find((event) => event.id === 'T2'));
    for (const list of [own, others]) {
      for (const id of ['TB1', 'T2']) expect(list.filter((event) => event.id === id)).to.have.length(1);
    }
  });

  it('can be gone on with after one that was heard', async () => {
    const own = listen(here);
    for (const id of ['a', 'b', 'c']) here.emit({ type: 'case', id });
    const first = own[0]?.eventId ?? '';
    const missed = await until('the events to be stored', async () => {
      const events = await there.since(first, 100);
      return events?.some((event) => event.id === 'c') && events;
    });
    expect(missed.map((event) => event.id)).to.include.members(['b', 'c']);
    expect(await there.since('ffffffffffffffffffffffff', 100)).to.equal(undefined);
    expect(await there.since('nonsense', 100)).to.equal(undefined);
    expect(await there.since(first, 1)).to.equal(undefined);
  });

  it('are heard by polling too, each once, where the deployment has no change streams', async () => {
    const heard: string[] = [];
    const deps = { clock: systemClock, logger: silentLogger };
    const stop = pollLiveEvents((document) => heard.push(document.event.id), new Set(), deps);
    for (const id of ['p1', 'p2']) there.emit({ type: 'task', id });
    await until('both', () => heard.includes('p1') && heard.includes('p2'));
    there.emit({ type: 'task', id: 'p3' });
    await until('the third', () => heard.includes('p3'));
    await stop();
    for (const id of ['p1', 'p2', 'p3']) expect(heard.filter((each) => each === id)).to.have.length(1);
  });

  it('does not let one listener’s failure reach another or the emitter', () => {
    here.subscribe(() => {
      throw new Error('a broken page');
    });
    const heard = listen(here);
    here.emit({ type: 'incident', id: 'i1' });
    expect(heard).to.have.length(1);
  });
});
