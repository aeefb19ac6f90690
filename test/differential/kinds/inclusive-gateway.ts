import { choosingGateway } from './choosing-gateway.js';

/** Some of the branches; Zeebe has no inclusive join, so that what comes after is run through once for each of them. */
export const inclusiveGateway = choosingGateway({ kind: 'inclusiveGateway', weight: 1, prefix: 'or', endChance: 0.1 });
