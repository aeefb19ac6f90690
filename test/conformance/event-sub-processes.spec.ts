import { around, flow } from '../engine/model/bpmn-xml.js';
import {
  error,
  eventSubProcess,
  io,
  message,
  onError,
  onMessage,
  onTimer,
  subProcess,
  task,
  withTask,
} from './support/event-sub-process-xml.js';
import { conformance, scenario } from './support/scenario.js';

conformance('event-sub-processes', [
  scenario('message, interrupting: it ends what is active and takes over', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onMessage('stop'))), message('stop'));
    await run.start({ key: `${run.id}-k`, a: 1 });
    await run.job();
    await run.publish('stop', 'k', { a: 2, told: true });
    await run.complete('e_t', { done: 1 });
    await run.completed();
  }),
  scenario('message, not interrupting: as often as it comes', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onMessage('note'), { interrupting: false })), message('note'));
    await run.start({ key: `${run.id}-k` });
    const job = await run.job();
    await run.publish('note', 'k', { n: 1 });
    await run.element('e_t');
    await run.publish('note', 'k', { n: 2 });
    await run.element('e_t', 'ELEMENT_ACTIVATED', 2);
    await run.complete('e_t');
    await run.target.client.completeJob(job.key, {});
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('timer by duration, interrupting', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onTimer('Duration', 'PT1H'))));
    await run.start();
    await run.element('x');
    await run.target.advance(3_600_000);
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('timer by cycle, not interrupting', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onTimer('Cycle', 'R2/PT1H'), { interrupting: false })));
    await run.start();
    await run.element('x');
    await run.target.advance(3_600_000);
    await run.complete('e_t');
    await run.target.advance(3_600_000);
    await run.complete('e_t');
    await run.complete();
    await run.completed();
  }),
  scenario('timer by date, by an expression', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onTimer('Date', '=due'), { interrupting: false })));
    await run.start({ due: '2020-01-01T00:00:00Z' });
    await run.complete('e_t');
    await run.complete();
    await run.completed();
  }),
  scenario('error of a job', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onError('A'))), error('A'));
    await run.start({ a: 1 });
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'A', errorMessage: 'no', variables: { a: 2, why: 'no' } });
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('error of an end event, every error', async (run) => {
    const end = '<bpmn:endEvent id="end"><bpmn:errorEventDefinition id="thrown" errorRef="err_A"/></bpmn:endEvent>';
    await run.deploy(withTask(eventSubProcess('e', onError())).replace('<bpmn:endEvent id="end"/>', end), error('A'));
    await run.start();
    await run.complete();
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('the exact code goes before every error', async (run) => {
    const both = eventSubProcess('any', onError()) + eventSubProcess('exact', onError('A'));
    await run.deploy(withTask(both), error('A'));
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'A', errorMessage: '', variables: {} });
    await run.element('exact_t');
  }),
  scenario('an error in an interrupting event sub-process is not caught beside it', async (run) => {
    const both = eventSubProcess('any', onError()) + eventSubProcess('exact', onError('A'));
    await run.deploy(withTask(both), error('A'));
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'A', errorMessage: '', variables: {} });
    const next = await run.job('exact_t');
    await run.target.client.throwError(next.key, { errorCode: 'B', errorMessage: 'again', variables: {} });
    await run.incident();
  }),
  scenario('an error in one that does not interrupt is caught beside it', async (run) => {
    const both = eventSubProcess('any', onError()) + eventSubProcess('e', onMessage('note'), { interrupting: false });
    await run.deploy(withTask(both), message('note'));
    await run.start({ key: `${run.id}-k` });
    await run.job();
    await run.publish('note', 'k');
    const job = await run.job('e_t');
    await run.target.client.throwError(job.key, { errorCode: 'B', errorMessage: '', variables: {} });
    await run.complete('any_t');
    await run.completed();
  }),
  scenario('timers and messages of several, and their end', async (run) => {
    const several =
      eventSubProcess('e1', onTimer('Duration', 'PT1H'), { interrupting: false }) +
      eventSubProcess('e2', onMessage('two')) +
      eventSubProcess('e3', onTimer('Duration', 'PT2H').replace('d_timer', 'd_timer3'));
    await run.deploy(withTask(several), message('two'));
    await run.start({ key: `${run.id}-k` });
    await run.job();
    await run.publish('two', 'k');
    await run.complete('e2_t');
    await run.completed();
  }),
  scenario('two active tokens: the event sub-process starts once both are gone', async (run) => {
    const body =
      `<bpmn:startEvent id="s"/>${flow('f0', 's', 'g')}<bpmn:parallelGateway id="g"/>` +
      flow('f1', 'g', 'a') +
      flow('f2', 'g', 'b') +
      task('a') +
      task('b') +
      eventSubProcess('e', onMessage('stop'));
    await run.deploy(body, message('stop'));
    await run.start({ key: `${run.id}-k` });
    await run.job('a');
    await run.job('b');
    await run.publish('stop', 'k');
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('a token that waits at a join is gone too', async (run) => {
    const body =
      `<bpmn:startEvent id="s"/>${flow('f0', 's', 'g')}<bpmn:parallelGateway id="g"/>` +
      flow('f1', 'g', 'j') +
      flow('f2', 'g', 'b') +
      task('b') +
      flow('f3', 'b', 'j') +
      `<bpmn:parallelGateway id="j"/>${flow('f4', 'j', 'end')}<bpmn:endEvent id="end"/>` +
      eventSubProcess('e', onMessage('stop'));
    await run.deploy(body, message('stop'));
    await run.start({ key: `${run.id}-k` });
    await run.job('b');
    await run.publish('stop', 'k');
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('mappings of the event sub-process and of its start', async (run) => {
    const input = '<zeebe:input source="=a" target="local"/>';
    const output = '<zeebe:output source="=local" target="up"/>';
    const start = io('<zeebe:output source="=told" target="heard"/>');
    await run.deploy(
      withTask(eventSubProcess('e', onMessage('stop'), { extensions: io(input + output), start })),
      message('stop'),
    );
    await run.start({ key: `${run.id}-k`, a: 1 });
    await run.job();
    await run.publish('stop', 'k', { told: true, noise: 1 });
    await run.complete('e_t', { local: 5 });
    await run.completed();
  }),
  scenario('an input mapping of the event sub-process makes the event’s variable its own', async (run) => {
    const extensions = io('<zeebe:input source="=1" target="told"/>');
    await run.deploy(
      withTask(eventSubProcess('e', onMessage('stop'), { extensions, interrupting: false })),
      message('stop'),
    );
    await run.start({ key: `${run.id}-k` });
    const job = await run.job();
    await run.publish('stop', 'k', { told: 2 });
    await run.complete('e_t');
    await run.target.client.completeJob(job.key, {});
    await run.completed();
  }),
  scenario('a correlation key that fails: an incident of the start event', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onMessage('stop'))), message('stop'));
    const key = await run.start();
    const incident = await run.incident();
    await run.target.client.setVariables(key, { key: 'k' }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await run.complete();
    await run.completed();
  }),
  scenario('a timer that fails within a sub-process: an incident of its start event', async (run) => {
    await run.deploy(around(subProcess(eventSubProcess('e', onTimer('Duration', '=late')))));
    await run.start();
    await run.incident();
  }),
  scenario('the message is there before', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onMessage('stop'))), message('stop'));
    await run.publish('stop', 'k', { early: 1 });
    await run.start({ key: `${run.id}-k` });
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('cancel: the instance with an event sub-process in it', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onMessage('note'), { interrupting: false })), message('note'));
    const key = await run.start({ key: `${run.id}-k` });
    await run.job();
    await run.publish('note', 'k');
    await run.job('e_t');
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
  }),
  scenario('cancel: an interrupted instance', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onMessage('stop'))), message('stop'));
    const key = await run.start({ key: `${run.id}-k` });
    await run.job();
    await run.publish('stop', 'k');
    await run.job('e_t');
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
  }),
  scenario('a terminate end event in the event sub-process ends it alone', async (run) => {
    const inner =
      '<bpmn:parallelGateway id="e_t"/>' +
      flow('to_a', 'e_t', 'a') +
      task('a') +
      flow('to_stop', 'a', 'stopped') +
      '<bpmn:endEvent id="stopped"><bpmn:terminateEventDefinition id="td"/></bpmn:endEvent>' +
      flow('to_b', 'e_t', 'b') +
      task('b');
    const parts = { inner, interrupting: false };
    const xml = eventSubProcess('e', onMessage('note'), parts)
      .replace(flow('e_g', 'e_t', 'e_e'), '')
      .replace('<bpmn:endEvent id="e_e"/>', '');
    await run.deploy(withTask(xml), message('note'));
    await run.start({ key: `${run.id}-k` });
    await run.publish('note', 'k');
    await run.complete('a');
    await run.element('e', 'ELEMENT_COMPLETED');
    await run.complete();
    await run.completed();
  }),
  scenario('a terminate end event in the process ends the event sub-process', async (run) => {
    const end = '<bpmn:endEvent id="end"><bpmn:terminateEventDefinition id="td"/></bpmn:endEvent>';
    const xml = withTask(eventSubProcess('e', onMessage('note'), { interrupting: false })).replace(
      '<bpmn:endEvent id="end"/>',
      end,
    );
    await run.deploy(xml, message('note'));
    await run.start({ key: `${run.id}-k` });
    await run.publish('note', 'k');
    await run.job('e_t');
    await run.complete();
    await run.completed();
  }),
  scenario('an event sub-process within one that interrupts gets nothing', async (run) => {
    const nested = eventSubProcess('n', onMessage('more'), { interrupting: false });
    const outer = eventSubProcess('e', onMessage('stop')).replace('</bpmn:subProcess>', `${nested}</bpmn:subProcess>`);
    await run.deploy(withTask(outer), message('stop') + message('more'));
    await run.start({ key: `${run.id}-k` });
    await run.publish('stop', 'k');
    await run.element('e_t');
    await run.publish('more', 'k', { m: 1 });
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('an event sub-process within one that does not interrupt', async (run) => {
    const nested = eventSubProcess('n', onMessage('more'), { interrupting: false });
    const outer = eventSubProcess('e', onMessage('note'), { interrupting: false }).replace(
      '</bpmn:subProcess>',
      `${nested}</bpmn:subProcess>`,
    );
    await run.deploy(withTask(outer), message('note') + message('more'));
    await run.start({ key: `${run.id}-k` });
    await run.publish('note', 'k');
    await run.element('e_t');
    await run.publish('more', 'k', { m: 1 });
    await run.complete('n_t');
    await run.complete('e_t');
    await run.complete();
    await run.completed();
  }),
  scenario('a nested one that nobody calls', async (run) => {
    const nested = eventSubProcess('n', onTimer('Duration', 'PT1H'), { interrupting: false });
    const outer = eventSubProcess('e', onMessage('stop')).replace('</bpmn:subProcess>', `${nested}</bpmn:subProcess>`);
    await run.deploy(withTask(outer), message('stop'));
    await run.start({ key: `${run.id}-k` });
    await run.publish('stop', 'k');
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('what is refused at deployment', async (run) => {
    const refuse = (what: string, body: string, roots = ''): Promise<void> =>
      run.outcome(what, () => run.deploy(withTask(body), roots));
    await refuse(
      'no start event',
      '<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:task id="t"/></bpmn:subProcess>',
    );
    await refuse(
      'two start events',
      eventSubProcess('e', onError()).replace('<bpmn:endEvent', '<bpmn:startEvent id="s2"/><bpmn:endEvent'),
    );
    await refuse('a none start event', eventSubProcess('e', ''));
    await refuse('an error that does not interrupt', eventSubProcess('e', onError(), { interrupting: false }));
    await refuse('a cycle that interrupts', eventSubProcess('e', onTimer('Cycle', 'R/PT1H')));
    await refuse(
      'two of a message',
      eventSubProcess('e1', onMessage('a')) + eventSubProcess('e2', onMessage('a').replace('d_a', 'd_b')),
      message('a'),
    );
    await refuse(
      'two of an error',
      eventSubProcess('e1', onError('A')) + eventSubProcess('e2', onError('A').replace('d_A', 'd_B')),
      error('A'),
    );
    await refuse(
      'two of every error',
      eventSubProcess('e1', onError()) + eventSubProcess('e2', onError().replace('d_any', 'd_all')),
    );
    await refuse(
      'a message without a correlation key',
      eventSubProcess('e', onMessage('a')),
      '<bpmn:message id="m_a" name="a"/>',
    );
    await refuse('an error start of the process', `<bpmn:startEvent id="es">${onError()}</bpmn:startEvent>`);
    await refuse('a flow to it', eventSubProcess('e', onError()) + `<bpmn:task id="t"/>${flow('no', 't', 'e')}`);
  }),
]);
