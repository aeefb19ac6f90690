import { expect } from 'chai';
import { SessionModel, UserModel } from '../../../src/domain/users/user-model.js';
import { createUserService } from '../../../src/domain/users/user-service.js';
import type { UserService } from '../../../src/domain/users/user-types.js';
import { connectTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { refusalOf } from '../support/domain-fixture.js';

describe('users', function () {
  this.timeout(60_000);
  let database: TestDatabase;
  let users: UserService;
  let now = new Date('2026-11-24T01:00:00Z');
  before(async () => {
    database = await connectTestDatabase();
    users = createUserService({ clock: { now: () => now } });
    await users.seedDemoUsers();
  });
  after(() => database.close());

  it('are seeded once', async () => {
    const before = await UserModel.find({}).sort({ _id: 1 }).lean();
    await Promise.all([users.seedDemoUsers(), users.seedDemoUsers()]);
    expect(await UserModel.find({}).sort({ _id: 1 }).lean()).to.deep.equal(before);
    expect(before.map((user) => user.userName)).to.have.members(users.demoUsers().map((user) => user.userName));
  });

  it('sign in, are found by their token until it expires, and sign out', async () => {
    const { token, csrfToken, user } = await users.signIn('renshe', 'tongban-demo');
    expect(user).to.deep.include({ role: 'worker', department: 'renshe', queue: 'renshe', demo: true });
    expect(await users.findSession(token)).to.deep.include({ user, csrfToken });
    now = new Date(now.getTime() + 13 * 60 * 60 * 1000);
    expect(await users.findSession(token)).to.equal(undefined);
    const second = await users.signIn('renshe', 'tongban-demo');
    await users.signOut(second.token);
    expect(await users.findSession(second.token)).to.equal(undefined);
  });

  it('are refused in the same words for an unknown name and a wrong password', async () => {
    const wrong = await refusalOf(users.signIn('renshe', 'x'));
    const unknown = await refusalOf(users.signIn('nobody', 'tongban-demo'));
    expect(wrong).to.include({ kind: 'unauthenticated', code: 'SESSION_CREDENTIALS_WRONG' });
    expect(unknown.message).to.equal(wrong.message);
  });

  it('leave neither passwords nor tokens in the database', async () => {
    const { token } = await users.signIn('zhangsan', 'tongban-demo');
    const everything = JSON.stringify([await UserModel.find({}).lean(), await SessionModel.find({}).lean()]);
    expect(everything).not.to.contain(token);
    expect(everything).not.to.contain('tongban-demo');
    const hashes = (await UserModel.find({}).lean()).map((user) => user.passwordHash);
    expect(new Set(hashes).size).to.equal(hashes.length);
  });
});
