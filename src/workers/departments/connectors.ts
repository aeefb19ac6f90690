/** All connectors to department systems. */
import type { Connector } from '../connectors/connector-worker.js';
import { openAccount } from './bank/open-account.js';
import { requestCard } from './bank/request-card.js';
import { verifyIdentity } from './gongan/verify-identity.js';
import { activateCard } from './renshe/activate-card.js';
import { applyCard } from './renshe/apply-card.js';
import { linkEntitlement } from './yibao/link-entitlement.js';

export const connectors: readonly Connector[] = [
  verifyIdentity,
  applyCard,
  activateCard,
  linkEntitlement,
  openAccount,
  requestCard,
];
