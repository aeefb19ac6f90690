import { expect } from 'chai';
import { EngineHarness } from '../support/engine-harness.js';
import { fixture } from '../support/fixture.js';
import { rejectionOf } from '../support/rejection-of.js';

describe('stream processor', () => {
  it('rejects a command whose processing throws, takes back what it did, and goes on', async () => {
    const engine = await EngineHarness.inMemory();
    await engine.deploy(fixture('service-task.bpmn'));
    const before = engine.door.state.store.dump();
    const { put } = engine.door.state.activatableJobs;
    engine.door.state.activatableJobs.put = () => {
      throw new Error('planted');
    };
    await engine.create('service-task', { x: 1 });
    engine.door.state.activatableJobs.put = put;

    const rejection = engine.records().find((record) => record.recordType === 'COMMAND_REJECTION');
    expect(rejection).to.include({ rejectionType: 'PROCESSING_ERROR', intent: 'ACTIVATE_ELEMENT' });
    expect(engine.recordsOf('JOB')).to.be.empty;
    expect(engine.door.state.store.dump()['jobs']).to.equal(before['jobs']);
    expect(engine.bugs.map(String)).to.deep.equal(['Error: planted']);
    engine.bugs.length = 0;
    await engine.create('service-task', { x: 1 });
    expect(await engine.activate('task')).to.have.length(1);
    await engine.close();
  });

  it('stops with a clear error when a batch cannot be written; nobody is told that it was', async () => {
    const faults = { armed: false };
    const engine = await EngineHarness.onDisk({
      'before-commit': () => {
        if (faults.armed) throw new Error('disk full');
      },
    });
    await engine.deploy(fixture('service-task.bpmn'));
    faults.armed = true;
    const failed = await Promise.allSettled([engine.create('service-task'), engine.create('service-task')]);
    for (const outcome of failed) {
      expect(outcome.status === 'rejected' && String(outcome.reason)).to.equal(
        'EngineStopped: Expected the batch to be written, but: disk full',
      );
    }
    const later = await engine.create('service-task').catch((error: unknown) => error);
    expect(String(later)).to.match(/^EngineStopped/);
    expect(engine.bugs).to.have.length(1);
    engine.bugs.length = 0;
    faults.armed = false;
    await engine.restart();
    expect(engine.recordsOf('PROCESS_INSTANCE')).to.be.empty;
    await engine.close();
  });

  it('an answer leaves only after the fsync of its batch', async () => {
    const steps: string[] = [];
    const engine = await EngineHarness.onDisk({ 'before-answer': () => void steps.push('on disk') });
    await engine.deploy(fixture('service-task.bpmn'));
    steps.length = 0;
    await engine.create('service-task', { x: 1 }).then(() => steps.push('answered'));
    expect(steps).to.deep.equal(['on disk', 'answered']);
    await engine.close();
  });

  it('a long run of steps without a wait gives others their turn, and goes on after a restart', async () => {
    const engine = await EngineHarness.onDisk();
    await engine.deployResources({ name: 'long.bpmn', text: chainOfManualTasks(300) });
    await engine.deploy(fixture('service-task.bpmn'));
    const long = engine.create('long');
    const short = engine.create('service-task', { x: 1 });
    await Promise.all([long, short]);
    await waitFor(() => engine.elements('ELEMENT_COMPLETED').includes('long'));
    const steps = engine.records().map(({ valueType, intent, value }) => {
      return `${valueType} ${intent} ${'elementId' in value ? value.elementId : ''}`;
    });
    expect(steps.indexOf('JOB CREATED task')).to.be.lessThan(steps.indexOf('PROCESS_INSTANCE ELEMENT_COMPLETED long'));
    await engine.restart();
    expect(engine.elements('ELEMENT_COMPLETED').filter((id) => id.startsWith('task-'))).to.have.length(300);
    await engine.close();
  });

  it('tells who waits for a result that the instance was cancelled', async () => {
    const engine = await EngineHarness.inMemory();
    await engine.deploy(fixture('service-task.bpmn'));
    const result = rejectionOf(engine.createAndAwait('service-task', { x: 1 }));
    await waitFor(() => engine.recordsOf('JOB', 'CREATED').length > 0);
    const job = await engine.activateOne('task');
    await engine.cancel(job.value.processInstanceKey);
    expect(await result).to.match(/^NOT_FOUND: Expected to get the result of process instance/);
    await engine.close();
  });

  it('keeps records until every exporter has them, and a tail where there is none', async () => {
    const engine = await EngineHarness.inMemory();
    await engine.deploy(fixture('service-task.bpmn'));
    await engine.door.acknowledgeExported('a', -1);
    for (let count = 0; count < 150; count += 1) await engine.create('service-task', { x: 1 });
    const last = engine.records().at(-1)?.position ?? 0;
    await engine.door.acknowledgeExported('b', 10);
    await engine.door.acknowledgeExported('a', last);
    expect(engine.door.readRecords(10, 1)[0]?.position).to.equal(11);
    await engine.door.acknowledgeExported('b', last);
    expect(engine.door.readRecords(0, 1)).to.be.empty;
    expect(engine.door.exportedPosition('a')).to.equal(last);
    await engine.close();
  });

  it('calls back after each commit with the last position on disk', async () => {
    const engine = await EngineHarness.onDisk();
    const seen: number[] = [];
    const stop = engine.door.onCommitted((position) => seen.push(position));
    await engine.deploy(fixture('service-task.bpmn'));
    expect(seen.at(-1)).to.equal(engine.records().at(-1)?.position);
    stop();
    await engine.close();
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('Expected the condition to hold within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function chainOfManualTasks(length: number): string {
  const ids = ['start', ...Array.from({ length }, (_, index) => `task-${index}`), 'end'];
  const nodes = ids.slice(1, -1).map((id) => `<bpmn:manualTask id="${id}" />`);
  const flows = ids
    .slice(1)
    .map((id, index) => `<bpmn:sequenceFlow id="to-${id}" sourceRef="${ids[index]}" targetRef="${id}" />`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
<bpmn:process id="long" isExecutable="true">
<bpmn:startEvent id="start" />${nodes.join('')}<bpmn:endEvent id="end" />${flows.join('')}
</bpmn:process></bpmn:definitions>`;
}
