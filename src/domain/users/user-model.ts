import { model, Schema } from 'mongoose';
import { ROLES, type Role } from './actor.js';

export interface UserDocument {
  _id: string;
  userName: string;
  displayName: string;
  role: Role;
  department?: string;
  queue?: string;
  demo: boolean;
  /** `scrypt$N$r$p$salt$hash`, base64url. */
  passwordHash: string;
  createdAt: Date;
}

const userSchema = new Schema<UserDocument>(
  {
    _id: String,
    userName: { type: String, required: true },
    displayName: { type: String, required: true },
    role: { type: String, enum: ROLES, required: true },
    department: String,
    queue: String,
    demo: { type: Boolean, default: false },
    passwordHash: { type: String, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'users' },
);
userSchema.index({ userName: 1 }, { unique: true });

export const UserModel = model('User', userSchema);

export interface SessionDocument {
  /** SHA-256 of the cookie's token, hex: who reads the database cannot sign in with it. */
  _id: string;
  userId: string;
  csrfToken: string;
  createdAt: Date;
  expiresAt: Date;
}

const sessionSchema = new Schema<SessionDocument>(
  {
    _id: String,
    userId: { type: String, required: true },
    csrfToken: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'sessions' },
);
sessionSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const SessionModel = model('Session', sessionSchema);
