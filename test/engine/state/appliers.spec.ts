import { expect } from 'chai';
import { EVENT_INTENTS } from '../../../src/engine/protocol/event-intents.js';
import { APPLIERS } from '../../../src/engine/state/appliers/index.js';

describe('appliers', () => {
  for (const [valueType, intents] of Object.entries(EVENT_INTENTS)) {
    it(`of ${valueType}: one for each event`, () => {
      const appliers = Object.keys(APPLIERS[valueType as keyof typeof APPLIERS]);
      expect(appliers).to.have.members([...intents]);
    });
  }
});
