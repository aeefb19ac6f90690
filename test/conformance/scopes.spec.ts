import { around, bpmnXml, executable, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const work = '<zeebe:taskDefinition type="@-work"/>';
const io = (mappings: string): string => `<zeebe:ioMapping>${mappings}</zeebe:ioMapping>`;
const input = (source: string, target: string): string => `<zeebe:input source="${source}" target="${target}"/>`;
const output = (source: string, target: string): string => `<zeebe:output source="${source}" target="${target}"/>`;
const sub = (inner: string, extensions = ''): string =>
  `<bpmn:subProcess id="x"><bpmn:extensionElements>${extensions}</bpmn:extensionElements>` +
  '<bpmn:startEvent id="is"/>' +
  flow('if', 'is', 'iy') +
  inner +
  flow('ig', 'iy', 'ie') +
  '<bpmn:endEvent id="ie"/></bpmn:subProcess>';
const called = (extensions: string): string =>
  `<bpmn:callActivity id="x"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:callActivity>`;
const child = (body: string): string =>
  bpmnXml(executable('@-child', body), '<bpmn:error id="err" errorCode="REFUSED"/>');
const parent = (extensions: string, more = ''): string =>
  bpmnXml(executable('@', around(called(extensions)) + more), '<bpmn:error id="err" errorCode="REFUSED"/>');
const childTask = around(serviceTask('x', work))
  .replaceAll('"x"', '"cx"')
  .replaceAll('"start"', '"cs"')
  .replaceAll('"end"', '"ce"');

conformance('scopes', [
  scenario('input mappings make local variables, in order', async (run) => {
    await run.deploy(
      around(
        serviceTask('x', work + io(input('=a', 'b') + input('=b + 1', 'c') + input('=1', 'd.e') + input('=2', 'd.f'))),
      ),
    );
    await run.start({ a: 1, b: 5, d: { old: true } });
    const job = await run.job();
    run.note(JSON.stringify(Object.entries(JSON.parse(job.variables) as object).sort()));
    await run.target.client.completeJob(job.key, { c: 9, r: 1 });
    await run.completed();
  }),
  scenario('input mappings from static texts', async (run) => {
    const inputs = input('abc', 'a') + input('10', 'b') + input('1.5', 'c') + input('true', 'd') + input('a, b', 'e');
    await run.deploy(around(serviceTask('x', work + io(inputs))));
    await run.start();
    await run.until('JOB CREATED');
  }),
  scenario('a boundary timer of a sub-process that fails is an incident of its start event', async (run) => {
    const boundary =
      '<bpmn:boundaryEvent id="b" attachedToRef="x"><bpmn:outgoing>o</bpmn:outgoing><bpmn:timerEventDefinition>' +
      '<bpmn:timeDuration>=late</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>' +
      flow('o', 'b', 'eb') +
      '<bpmn:endEvent id="eb"/>';
    await run.deploy(around(sub(serviceTask('iy', work))) + boundary);
    const key = await run.start();
    const incident = await run.incident();
    await run.target.client.setVariables(key, { late: 'PT1H' }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await run.complete();
    await run.completed();
  }),
  scenario('output mappings keep the job variables local', async (run) => {
    await run.deploy(around(serviceTask('x', work + io(output('=r', 'result') + output('=r + 1', 'deep.one')))));
    await run.start({ deep: { two: 2 } });
    await run.complete('work', { r: 1, noise: true });
    await run.completed();
  }),
  scenario('a mapping that fails is an incident, resolved with the variable set', async (run) => {
    await run.deploy(around(serviceTask('x', work + io(input('=assert(a, a != null)', 'b')))));
    const key = await run.start();
    const incident = await run.incident();
    await run.target.client.setVariables(key, { a: 1 }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await run.complete();
    await run.completed();
  }),
  scenario('an output mapping that fails is an incident', async (run) => {
    await run.deploy(around(serviceTask('x', work + io(output('=assert(r, r &gt; 1)', 'b')))));
    await run.start();
    await run.complete('work', { r: 1 });
    await run.incident();
  }),
  scenario('start and end events map too', async (run) => {
    const ext = (mapping: string): string => `<bpmn:extensionElements>${io(mapping)}</bpmn:extensionElements>`;
    await run.deploy(
      `<bpmn:startEvent id="s">${ext(output('=a + 1', 'b'))}</bpmn:startEvent>` +
        flow('f', 's', 'e') +
        `<bpmn:endEvent id="e">${ext(input('=b', 'c') + output('=c', 'd'))}</bpmn:endEvent>`,
    );
    await run.start({ a: 1 });
    await run.completed();
  }),
  scenario('sub-process: variables of its scope and what goes up', async (run) => {
    await run.deploy(around(sub(serviceTask('iy', work), io(input('=a', 'local') + output('=local', 'up')))));
    await run.start({ a: 1 });
    await run.complete('work', { local: 2, other: 3 });
    await run.completed();
  }),
  scenario('sub-process: without mappings variables go to the process', async (run) => {
    await run.deploy(around(sub(serviceTask('iy', work))));
    await run.start({ a: 1 });
    await run.complete('work', { a: 2, b: 3 });
    await run.completed();
  }),
  scenario('set variables: local and propagated', async (run) => {
    await run.deploy(around(sub(serviceTask('iy', work), io(input('=a', 'l')))));
    const key = await run.start({ a: 1 });
    const inner = await run.element('iy');
    await run.target.client.setVariables(String(inner.key), { p: 1, l: 2 }, false);
    await run.target.client.setVariables(String(inner.key), { q: 1 }, true);
    await run.target.client.setVariables(key, { a: 3 }, true);
    await run.complete();
    await run.completed();
  }),
  scenario('call activity: all variables down and up', async (run) => {
    await run.deployXml(parent('<zeebe:calledElement processId="@-child"/>'), child(childTask));
    await run.start({ a: 1 });
    await run.complete('work', { b: 2 });
    await run.completed();
  }),
  scenario('call activity: only mapped variables', async (run) => {
    const definition =
      '<zeebe:calledElement processId="@-child" propagateAllChildVariables="false" propagateAllParentVariables="false"/>' +
      io(input('=a', 'c') + output('=b', 'up'));
    await run.deployXml(parent(definition), child(childTask));
    await run.start({ a: 1, z: 1 });
    await run.complete('work', { b: 2, y: 1 });
    await run.completed();
  }),
  scenario('call activity: the process is not deployed', async (run) => {
    await run.deployXml(parent('<zeebe:calledElement processId="=&quot;@-none&quot;"/>'));
    await run.start();
    await run.incident();
  }),
  scenario('call activity: an error of the child is caught at the boundary', async (run) => {
    const boundary =
      '<bpmn:boundaryEvent id="b" attachedToRef="x"><bpmn:outgoing>o</bpmn:outgoing><bpmn:errorEventDefinition errorRef="err"/></bpmn:boundaryEvent>' +
      flow('o', 'b', 'eb') +
      '<bpmn:endEvent id="eb"/>';
    await run.deployXml(parent('<zeebe:calledElement processId="@-child"/>', boundary), child(childTask));
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'REFUSED', errorMessage: '', variables: { why: 1 } });
    await run.completed();
  }),
  scenario('cancel: the instance with all in it', async (run) => {
    await run.deploy(around(sub(serviceTask('iy', work))));
    const key = await run.start();
    await run.element('iy');
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
    await run.outcome('again', () => run.target.client.cancelProcessInstance(key));
  }),
  scenario('cancel: a called instance goes with its caller, and not alone', async (run) => {
    await run.deployXml(parent('<zeebe:calledElement processId="@-child"/>'), child(childTask));
    const key = await run.start();
    const inner = await run.element('cx');
    await run.outcome('child alone', () =>
      run.target.client.cancelProcessInstance(String(inner.value['processInstanceKey'])),
    );
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
  }),
  scenario('cancel: incidents go with the instance', async (run) => {
    await run.deploy(around(serviceTask('x', '<zeebe:taskDefinition type="=t"/>')));
    const key = await run.start();
    const incident = await run.incident();
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
    await run.outcome('resolve', () => run.target.client.resolveIncident(String(incident.key)));
  }),
]);
