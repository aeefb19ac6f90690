import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { createApp } from '../../src/api/create-app.js';
import { createLiveStreams, type LiveStreams } from '../../src/api/live/live-streams.js';
import { eventRoute } from '../../src/api/resources/events.js';
import type { Domain } from '../../src/domain/domain.js';
import { createLiveEvents, type StartedLiveEvents } from '../../src/domain/live/live-events.js';
import type { Actor } from '../../src/domain/users/actor.js';
import { createUserService } from '../../src/domain/users/user-service.js';
import { systemClock } from '../../src/shared/clock.js';
import { loadConfig } from '../../src/shared/config.js';
import { AppError } from '../../src/shared/errors.js';
import { silentLogger } from '../../src/shared/logger.js';
import { EventStream } from '../support/event-stream.js';
import { connectTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Users, sessions, live events and the database are real; whose case it is, is said here. */
describe('live events', () => {
  let database: TestDatabase;
  let server: Server;
  let url: string;
  let streams: LiveStreams;
  let live: StartedLiveEvents;
  /** Another API process on the same database. */
  let elsewhere: StartedLiveEvents;
  const users = createUserService({ clock: systemClock });
  const opened: EventStream[] = [];
  const deps = { clock: systemClock, logger: silentLogger };

  before(async function () {
    this.timeout(60_000);
    database = await connectTestDatabase();
    await users.seedDemoUsers();
    live = createLiveEvents(deps);
    elsewhere = createLiveEvents(deps);
    await live.start();
    await elsewhere.start();
    const cases = {
      assertReadable: async (caseNumber: string, actor: Actor) => {
        const mine = actor.role === 'supervisor' || (actor.userName === 'zhangsan' && caseNumber === 'TB1');
        if (!mine) throw new AppError('not-found', 'CASE_NOT_FOUND', '没有找到该办件。');
      },
    };
    const domain = { users, live, cases } as unknown as Domain;
    streams = createLiveStreams({ domain, logger: silentLogger, heartBeatMs: 50 });
    const config = loadConfig({});
    const records = { user: 'zeebe', password: 'x' };
    const app = createApp({ domain, config, logger: silentLogger, records, webDir: os.tmpdir() }, [
      eventRoute(streams),
    ]);
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/events`;
  });
  afterEach(() => {
    for (const stream of opened.splice(0)) stream.close();
  });
  after(async () => {
    server.close();
    server.closeAllConnections();
    await live.close();
    await elsewhere.close();
    await database.close();
  });

  async function open(userName: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const { token } = await users.signIn(userName, 'tongban-demo');
    return openWith(token, headers);
  }

  async function openWith(token: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const stream = await EventStream.open(url, { Cookie: `tongban_session=${token}`, ...headers });
    opened.push(stream);
    // The first heart-beat shows that the stream listens.
    await stream.until(() => stream.comments > 0);
    return stream;
  }

  /** Everybody hears of a bundle: what was to come before it has come. */
  async function heard(stream: EventStream): Promise<string[]> {
    const id = `end-${stream.events.length}-${Math.random()}`;
    live.emit({ type: 'bundle', id });
    await stream.next((event) => event.data['id'] === id);
    return stream.events
      .filter(({ event }) => event !== 'bundle')
      .map(({ event, data }) => `${event} ${String(data['id'])}`);
  }

  it('are for signed-in people', async () => {
    const answer = await fetch(url);
    expect(answer.status).to.equal(401);
  });

  it('arrive as named events that no proxy keeps, with nothing personal in them', async () => {
    const stream = await open('zhangsan');

    live.emit({ type: 'case', id: 'TB1', caseNumber: 'TB1', applicantId: 'demo-zhangsan', departments: ['renshe'] });

    const { event, data } = await stream.next(() => true);
    expect([event, data]).to.deep.equal(['case', { id: 'TB1', caseNumber: 'TB1' }]);
    expect(stream.response.headers.get('content-type')).to.equal('text/event-stream; charset=utf-8');
    expect(stream.response.headers.get('cache-control')).to.contain('no-transform');
  });

  it('reach each person only as far as the person may see', async () => {
    const names = ['zhangsan', 'lisi', 'renshe', 'supervisor', 'analyst', 'admin'] as const;
    const people = new Map<string, EventStream>();
    for (const name of names) people.set(name, await open(name));

    live.emit({ type: 'case', id: 'TB1', caseNumber: 'TB1', applicantId: 'demo-zhangsan' });
    live.emit({ type: 'case', id: 'TB1-history', caseNumber: 'TB1' });
    live.emit({ type: 'task', id: 'T-renshe', caseNumber: 'TB1', queue: 'renshe' });
    live.emit({ type: 'task', id: 'T-own', caseNumber: 'TB1', queue: 'applicant', applicantId: 'demo-zhangsan' });
    live.emit({ type: 'incident', id: 'I1', caseNumber: 'TB1' });

    const seen: Record<string, string[]> = {};
    for (const [name, stream] of people) seen[name] = await heard(stream);
    expect(seen).to.deep.equal({
      zhangsan: ['case TB1', 'case TB1-history', 'task T-own'],
      lisi: [],
      renshe: ['task T-renshe'],
      supervisor: ['case TB1', 'case TB1-history', 'task T-renshe', 'task T-own', 'incident I1'],
      analyst: [],
      admin: ['task T-renshe', 'task T-own', 'incident I1'],
    });
  });

  it('come from other processes too', async () => {
    const stream = await open('supervisor');

    elsewhere.emit({ type: 'incident', id: 'I-elsewhere' });

    await stream.next(({ data }) => data['id'] === 'I-elsewhere');
  });

  it('go on after a break where they had stopped', async () => {
    const before = await open('supervisor');
    live.emit({ type: 'incident', id: 'I-before' });
    const last = await before.next(({ data }) => data['id'] === 'I-before');
    before.close();
    live.emit({ type: 'incident', id: 'I-missed' });
    await stored('I-missed');

    const after = await open('supervisor', { 'Last-Event-ID': last.id ?? '' });

    await after.next(({ data }) => data['id'] === 'I-missed');
  });

  it('ask a page that was away too long to begin anew', async () => {
    const stream = await open('supervisor', { 'Last-Event-ID': '0123456789abcdef01234567' });

    await stream.next(({ event }) => event === 'reset');
  });

  it('end when the person signs out', async () => {
    const { token } = await users.signIn('zhangsan', 'tongban-demo');
    const stream = await openWith(token);

    await users.signOut(token);

    await stream.until(() => stream.ended);
  });

  it('end when the server closes', async () => {
    const stream = await open('zhangsan');

    streams.close();

    await stream.until(() => stream.ended);
  });
});

/** Events are written a moment after they were told; only then can a stream go on from them. */
async function stored(id: string): Promise<void> {
  const end = Date.now() + 5_000;
  while (!(await mongoose.model('LiveEvent').exists({ 'event.id': id }))) {
    if (Date.now() > end) throw new Error(`live event ${id} was not stored`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
