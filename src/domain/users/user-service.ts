/** People and their sessions. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../shared/clock.js';
import { AppError } from '../../shared/errors.js';
import { newSecret } from '../../shared/ids.js';
import type { Actor } from './actor.js';
import { DEMO_PASSWORD, DEMO_USERS, type DemoUser } from './demo-users.js';
import { hashPassword, isPassword } from './password.js';
import { SessionModel, UserModel, type UserDocument } from './user-model.js';
import type { UserService } from './user-types.js';

const SESSION_MS = 12 * 60 * 60 * 1000;
/** A well-formed hash of nothing, so that an unknown user takes as long to refuse as a wrong password. */
const NOBODY = `scrypt$16384$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`;

export function createUserService({ clock }: { clock: Clock }): UserService {
  return {
    signIn: async (userName, password) => {
      const user = await UserModel.findOne({ userName }).lean();
      const right = await isPassword(password, user?.passwordHash ?? NOBODY);
      if (!user || !right) {
        throw new AppError('unauthenticated', 'SESSION_CREDENTIALS_WRONG', '用户名或密码不正确，请检查后重试。');
      }
      const token = newSecret();
      const csrfToken = newSecret();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + SESSION_MS);
      await SessionModel.create({ _id: hashOf(token), userId: user._id, csrfToken, createdAt: now, expiresAt });
      return { token, csrfToken, user: actorOf(user), expiresAt };
    },

    findSession: async (token) => {
      const session = await SessionModel.findById(hashOf(token)).lean();
      // The database removes expired sessions only once a minute.
      if (!session || session.expiresAt <= clock.now()) return undefined;
      const user = await UserModel.findById(session.userId).lean();
      if (!user) return undefined;
      return { user: actorOf(user), csrfToken: session.csrfToken, expiresAt: session.expiresAt };
    },

    signOut: async (token) => {
      await SessionModel.deleteOne({ _id: hashOf(token) });
    },

    findById: async (id) => {
      const user = await UserModel.findById(id).lean();
      return user ? actorOf(user) : undefined;
    },

    seedDemoUsers: async () => {
      const present = await UserModel.find({ userName: { $in: DEMO_USERS.map((user) => user.userName) } }).lean();
      const names = new Set(present.map((user) => user.userName));
      const missing = DEMO_USERS.filter((user) => !names.has(user.userName));
      for (const user of missing) await seed(user, clock.now());
    },

    demoUsers: () => DEMO_USERS.map(({ userName, displayName, role }) => ({ userName, displayName, role })),
  };
}

/** The id is the user name, so that two processes that seed at the same time make one account. */
async function seed(user: DemoUser, now: Date): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const fields = { ...user, demo: true, passwordHash, createdAt: now };
  await UserModel.updateOne({ _id: `demo-${user.userName}` }, { $setOnInsert: fields }, { upsert: true });
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function actorOf(user: UserDocument): Actor {
  const { _id, userName, displayName, role, department, queue, demo } = user;
  return {
    id: _id,
    userName,
    displayName,
    role,
    demo,
    ...(department ? { department } : {}),
    ...(queue ? { queue } : {}),
  };
}
