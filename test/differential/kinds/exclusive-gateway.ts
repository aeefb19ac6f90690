import { choosingGateway } from './choosing-gateway.js';

export const exclusiveGateway = choosingGateway({ kind: 'exclusiveGateway', weight: 3, prefix: 'xor', endChance: 0.2 });
