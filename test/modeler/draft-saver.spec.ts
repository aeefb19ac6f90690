import { expect } from 'chai';
import { DraftSaver, type SaveState } from '../../modeler/src/editor/draft-saver.js';

class Conflict extends Error {}
class Offline extends Error {}

/** A server that keeps one draft, the way the API does: a save must name the revision it is based on. */
function server() {
  return { revision: null as number | null, xml: '', reachable: true, saves: 0 };
}

function studio(remote: ReturnType<typeof server>, revision: number | null = null) {
  const studio = { xml: 'a', backup: null as string | null, states: [] as SaveState[] };
  const saver = new DraftSaver(
    {
      read: () => Promise.resolve(studio.xml),
      send: async (xml, basedOn) => {
        await Promise.resolve();
        if (!remote.reachable) throw new Offline();
        if (basedOn !== remote.revision) throw new Conflict();
        remote.revision = (remote.revision ?? 0) + 1;
        remote.xml = xml;
        remote.saves += 1;
        return { revision: remote.revision };
      },
      backUp: (xml) => (studio.backup = xml),
      classify: (error) => (error instanceof Conflict ? 'conflict' : error instanceof Offline ? 'offline' : 'failed'),
      onState: (state) => studio.states.push(state),
      pauseMs: 5,
      retryMs: 5,
    },
    revision,
  );
  const change = (xml: string): void => {
    studio.xml = xml;
    saver.changed();
  };
  const reaches = async (state: SaveState): Promise<void> => {
    const deadline = Date.now() + 2_000;
    while (saver.state !== state) {
      if (Date.now() > deadline) throw new Error(`expected ${state}, found ${saver.state}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  return { ...studio, studio, saver, change, reaches };
}

describe('draft saver', () => {
  it('given several quick changes, when the pause is over, then saves the latest once', async () => {
    const remote = server();
    const { change, reaches, saver, studio: page } = studio(remote);
    change('b');
    change('c');
    await reaches('saved');
    expect(remote).to.include({ xml: 'c', saves: 1, revision: 1 });
    expect(saver.dirty).to.equal(false);
    expect(page.backup).to.equal(null);
  });

  it('given a change while saving, then saves again and ends saved', async () => {
    const remote = server();
    const { change, reaches, saver } = studio(remote);
    change('b');
    const first = saver.flush();
    change('c');
    await first;
    await reaches('saved');
    expect(remote).to.include({ xml: 'c', saves: 2 });
  });

  it('given several callers at once, then sends one after another, never two on the same revision', async () => {
    const remote = server();
    const { change, saver } = studio(remote);
    change('b');
    const first = saver.flush();
    change('c');
    await Promise.all([first, saver.flush(), saver.flush()]);
    expect(saver.state).to.equal('saved');
    expect(remote).to.include({ xml: 'c', saves: 2 });
  });

  it('given an unreachable server, then keeps a backup, and saves by itself once the server is back', async () => {
    const remote = server();
    remote.reachable = false;
    const { change, reaches, studio: page } = studio(remote);
    change('b');
    await reaches('offline');
    expect(page.backup).to.equal('b');
    remote.reachable = true;
    await reaches('saved');
    expect(remote.xml).to.equal('b');
    expect(page.backup).to.equal(null);
  });

  it('given that somebody saved in between, then stops saving, keeps the backup, and goes on when told to overwrite', async () => {
    const remote = server();
    remote.revision = 7;
    remote.xml = 'theirs';
    const { change, reaches, saver, studio: page } = studio(remote, 6);
    change('mine');
    await reaches('conflict');
    change('mine too');
    await saver.flush();
    expect(remote.xml).to.equal('theirs');
    expect(page.backup).to.equal('mine too');
    await saver.overwrite(7);
    expect(saver.state).to.equal('saved');
    expect(remote).to.include({ xml: 'mine too', revision: 8 });
  });

  it('given a stopped saver, when its pause would be over, then saves nothing', async () => {
    const remote = server();
    const { change, saver } = studio(remote);
    change('b');
    saver.stop();
    await saver.flush();
    expect(remote.saves).to.equal(0);
  });
});
