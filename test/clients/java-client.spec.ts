import { expect } from 'chai';
import { startEngine, type Engine } from '../../src/engine/index.js';
import type { IncidentValue } from '../../src/engine/protocol/value-types.js';
import { loadConfig } from '../../src/shared/config.js';
import { findOrFetchJavaClient, runJavaClient, type InstalledJavaClient } from './start-java-client.js';

describe('the Java client 8.5.8 against the embedded engine', () => {
  let engine: Engine;
  let seen: ReadonlyMap<string, string>;

  before('run the program', async function run() {
    this.timeout(12 * 60_000);
    const installed = await installedOrSkip();
    if (installed === undefined) this.skip();
    engine = await startEngine({ port: 0 });
    seen = await runJavaClient(installed, `127.0.0.1:${engine.port}`, (question) => {
      const [, key] = question.split(' ');
      return String(findIncident(Number(key)));
    });
  });

  after(() => engine?.close());

  async function installedOrSkip(): Promise<InstalledJavaClient | undefined> {
    try {
      return await findOrFetchJavaClient(loadConfig().toolsDir);
    } catch (error) {
      if (process.env['CI'] === 'true') throw error;
      console.log(`      skipped: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  function findIncident(processInstanceKey: number): number {
    const record = engine.door
      .readRecords(0, Infinity)
      .find(
        ({ valueType, intent, value }) =>
          valueType === 'INCIDENT' &&
          intent === 'CREATED' &&
          (value as IncidentValue).processInstanceKey === processInstanceKey,
      );
    return record?.key ?? -1;
  }

  const expected: Readonly<Record<string, string>> = {
    topology: '8.5.8 1 1 1 1 LEADER HEALTHY',
    deploy: '<default> [work v1 work.bpmn <default>, waiting v1 waiting.bpmn <default>]',
    'deploy again': 'v1 same key true',
    'deploy refused': 'INVALID_ARGUMENT true',
    'create, activate, complete': 'work v1 <default> task java 3 {color=red} {"a":1} <default> same instance true',
    'poll that waits': 'task',
    'fetch variables': '{"b":2}',
    'fail, resolve': '1 NOT_FOUND 2 {"why":"x"}',
    'retries and timeout': '7 same job true',
    'throw error': 'thrown',
    'set variables': '5 x',
    publish: '12 ALREADY_EXISTS',
    cancel: 'NOT_FOUND',
    streamed: 'sum 3',
    'worker with result': '{"double":42} all handled true',
    signal: '<default> true',
    'not found': [
      "NOT_FOUND Command 'COMPLETE' rejected with code 'NOT_FOUND': Expected to complete job with key '2251799813685248', but no such job was found",
      "NOT_FOUND Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with process ID 'none', but none found",
    ].join(' | '),
    tenants:
      "<default> | INVALID_ARGUMENT Expected to handle gRPC request CreateProcessInstance with tenant identifier 'other', but multi-tenancy is disabled",
  };
  for (const [step, what] of Object.entries(expected)) {
    it(step, () => {
      expect(seen.get(step)).to.equal(what);
    });
  }

  it('reaches the end events that its answers lead to', () => {
    const ended = engine.door
      .readRecords(0, Infinity)
      .filter(({ intent, value }) => intent === 'ELEMENT_COMPLETED' && 'elementId' in value)
      .map(({ value }) => (value as { elementId: string }).elementId);
    expect(ended).to.include.members(['done', 'failed', 'caught']);
  });
});
