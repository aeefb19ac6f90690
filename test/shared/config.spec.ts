import { expect } from 'chai';
import { ConfigError, loadConfig } from '../../src/shared/config.js';

describe('configuration', () => {
  it('has a default for everything', () => {
    const config = loadConfig({});
    expect(config.port).to.equal(8080);
    expect(config.enginePort).to.equal(26500);
    expect(config.zeebeAddress).to.equal(undefined);
    expect(config.publicUrl).to.equal('http://127.0.0.1:8080');
    expect(config.toolsDir.startsWith(config.dataDir)).to.equal(true);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(loadConfig({ MONGODB_URI: '', ZEEBE_ADDRESS: '', PORT: '' }).mongodbUri).to.equal(undefined);
  });

  const wrong: [string, string][] = [
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['ENGINE_PORT', '1.5'],
    ['MONGODB_URI', 'localhost:27017'],
    ['REDIS_URL', 'http://127.0.0.1'],
    ['ZEEBE_ADDRESS', 'http://127.0.0.1:26500'],
    ['SANDBOX_URL', 'not a url'],
    ['LOG_LEVEL', 'loud'],
    ['SECURE_COOKIES', 'yes'],
  ];
  for (const [name, value] of wrong) {
    it(`stops at ${name}=${value} with the variable's name and what was found`, () => {
      expect(() => loadConfig({ [name]: value }))
        .to.throw(ConfigError)
        .with.property('message')
        .that.includes(name)
        .and.includes(`'${value}'`);
    });
  }
});
