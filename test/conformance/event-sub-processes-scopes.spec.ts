import { around, bpmnXml, executable } from '../engine/model/bpmn-xml.js';
import {
  boundary,
  error,
  eventSubProcess,
  ext,
  message,
  onError,
  onMessage,
  onTimer,
  subProcess,
  task,
} from './support/event-sub-process-xml.js';
import { conformance, scenario } from './support/scenario.js';

conformance('event-sub-processes-scopes', [
  scenario('within a sub-process: before its boundary', async (run) => {
    const inner = eventSubProcess('e', onError('A'));
    await run.deploy(around(subProcess(inner)) + boundary('b', onError('A').replace('d_A', 'd_B')), error('A'));
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'A', errorMessage: '', variables: { v: 1 } });
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('within a sub-process: an error out of it reaches no boundary around', async (run) => {
    const inner = eventSubProcess('e', onError('A'));
    await run.deploy(around(subProcess(inner)) + boundary('b', onError()), error('A'));
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'A', errorMessage: '', variables: { v: 1 } });
    const next = await run.job('e_t');
    await run.target.client.throwError(next.key, { errorCode: 'B', errorMessage: '', variables: {} });
    await run.incident();
  }),
  scenario('within a sub-process: message, interrupting, and what comes after', async (run) => {
    await run.deploy(around(subProcess(eventSubProcess('e', onMessage('stop')))), message('stop'));
    await run.start({ key: `${run.id}-k` });
    await run.job();
    await run.publish('stop', 'k', { v: 1 });
    await run.complete('e_t', { w: 1 });
    await run.completed();
  }),
  scenario('within a sub-process: a boundary timer ends it all', async (run) => {
    await run.deploy(
      around(subProcess(eventSubProcess('e', onMessage('stop')))) + boundary('b', onTimer('Duration', 'PT1H')),
      message('stop'),
    );
    await run.start({ key: `${run.id}-k` });
    await run.element('work');
    await run.publish('stop', 'k');
    await run.element('e_t');
    await run.target.advance(3_600_000);
    await run.completed();
  }),
  scenario('within a sub-process: boundary and event sub-processes wait in which order', async (run) => {
    const inner =
      eventSubProcess('e1', onMessage('one'), { interrupting: false }) + eventSubProcess('e2', onMessage('two'));
    await run.deploy(
      around(subProcess(inner)) +
        boundary('b1', onMessage('six')) +
        boundary('b2', onMessage('ten'), 'cancelActivity="false"'),
      message('one') + message('two') + message('six') + message('ten'),
    );
    await run.start({ key: `${run.id}-k` });
    await run.complete();
    await run.completed();
  }),
  scenario('a called process’s error is caught by the event sub-process around the call', async (run) => {
    const child = around(task('work'))
      .replaceAll('"x"', '"work"')
      .replaceAll('"start"', '"cs"')
      .replaceAll('"end"', '"ce"');
    const call = `<bpmn:callActivity id="x">${ext('<zeebe:calledElement processId="@-child"/>')}</bpmn:callActivity>`;
    await run.deployXml(
      bpmnXml(executable('@', around(call) + eventSubProcess('e', onError('A'))), error('A')),
      bpmnXml(executable('@-child', child)),
    );
    await run.start({ a: 1 });
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'A', errorMessage: '', variables: { why: 1 } });
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('a called process catches its own error before its caller', async (run) => {
    const child = around(task('work'))
      .replaceAll('"x"', '"work"')
      .replaceAll('"start"', '"cs"')
      .replaceAll('"end"', '"ce"');
    const call = `<bpmn:callActivity id="x">${ext('<zeebe:calledElement processId="@-child"/>')}</bpmn:callActivity>`;
    await run.deployXml(
      bpmnXml(executable('@', around(call) + boundary('b', onError())), error('A')),
      bpmnXml(executable('@-child', child + eventSubProcess('e', onError('A'))), error('A')),
    );
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'A', errorMessage: '', variables: { why: 1 } });
    const next = await run.job('e_t');
    await run.target.client.throwError(next.key, { errorCode: 'B', errorMessage: '', variables: { how: 1 } });
    await run.completed();
  }),
  scenario('in a called process, ended by its caller', async (run) => {
    const child = around(task('work'))
      .replaceAll('"x"', '"work"')
      .replaceAll('"start"', '"cs"')
      .replaceAll('"end"', '"ce"');
    const call = `<bpmn:callActivity id="x">${ext('<zeebe:calledElement processId="@-child"/>')}</bpmn:callActivity>`;
    await run.deployXml(
      bpmnXml(executable('@', around(call) + boundary('b', onTimer('Duration', 'PT1H')))),
      bpmnXml(executable('@-child', child + eventSubProcess('e', onMessage('stop'))), message('stop')),
    );
    await run.start({ key: `${run.id}-k` });
    await run.element('work');
    await run.publish('stop', 'k');
    await run.element('e_t');
    await run.target.advance(3_600_000);
    await run.completed();
  }),
]);
