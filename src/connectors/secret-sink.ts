/** Hands secrets that a person entered (a PIN) straight to the system they are for: not queued, not stored, not logged. */
import type { SecretDelivery, SecretSink } from '../domain/domain.js';
import { AppError } from '../shared/errors.js';
import type { Config } from '../shared/config.js';
import { callSystem, type JsonObject } from './call-system.js';
import { objectWith } from './schemas.js';
import { baseUrlOf } from './system-addresses.js';

interface SecretCall {
  /** @throws AppError invalid when the delivery does not hold what the call needs */
  make(delivery: SecretDelivery): { path: string; body: JsonObject };
  readonly request: object;
  readonly answer: object;
}

const SECRET_CALLS: Readonly<Record<string, SecretCall>> = {
  'renshe/set-pin': {
    make: setPin,
    request: objectWith({ pin: { type: 'string', pattern: '^\\d{6}$' } }),
    answer: objectWith({ setAt: { type: 'string', format: 'date-time' } }),
  },
};

export function createSecretSink(config: Config): SecretSink {
  return async (delivery) => {
    const call = SECRET_CALLS[`${delivery.system}/${delivery.name}`];
    if (!call) throw new Error(`no way to hand secrets to ${delivery.system}/${delivery.name}`);
    const { path, body } = call.make(delivery);
    const answer = await callSystem({
      url: baseUrlOf(delivery.system, config) + path,
      body,
      request: call.request,
      answer: call.answer,
      caseNumber: delivery.caseNumber,
      idempotencyKey: delivery.idempotencyKey,
    });
    if (!answer.ok) throw new AppError('invalid', 'SECRET_REFUSED', answer.refusal.reason);
  };
}

function setPin({ secrets, variables }: SecretDelivery): { path: string; body: JsonObject } {
  const { pin, pinAgain } = secrets;
  if (pin !== pinAgain) {
    const message = '两次输入的密码不一致，请重新输入。';
    throw new AppError('invalid', 'TASK_DATA_INVALID', message, [{ path: '/data/pinAgain', message }]);
  }
  const { applicationNumber } = (variables['renshe'] ?? {}) as { applicationNumber?: unknown };
  if (typeof applicationNumber !== 'string') throw new Error('the case has no application number at renshe');
  return { path: `/cards/${encodeURIComponent(applicationNumber)}/pin`, body: { pin } };
}
