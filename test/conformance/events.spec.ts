import { around, bpmnXml, executable, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const work = '<zeebe:taskDefinition type="@-work"/>';
const task = serviceTask('x', work);
const message = (id = 'm', name = '@-paid', key = '=key'): string =>
  `<bpmn:message id="${id}" name="${name}"><bpmn:extensionElements><zeebe:subscription correlationKey="${key}"/></bpmn:extensionElements></bpmn:message>`;
const messageOf = (id = 'm'): string => `<bpmn:messageEventDefinition id="def-${id}" messageRef="${id}"/>`;
const timer = (kind: string, text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;
const catching = (definition: string, extensions = ''): string =>
  `<bpmn:intermediateCatchEvent id="x">${extensions}${definition}</bpmn:intermediateCatchEvent>`;
const boundary = (id: string, definition: string, attributes = '', extensions = ''): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="x" ${attributes}>${extensions}<bpmn:outgoing>o-${id}</bpmn:outgoing>${definition}</bpmn:boundaryEvent>` +
  flow(`o-${id}`, id, `end-${id}`) +
  `<bpmn:endEvent id="end-${id}"/>`;
const outputs = (mappings: string): string =>
  `<bpmn:extensionElements><zeebe:ioMapping>${mappings}</zeebe:ioMapping></bpmn:extensionElements>`;
const error = '<bpmn:error id="err" errorCode="REFUSED"/>';
const errorOf = (ref = 'err'): string => `<bpmn:errorEventDefinition${ref ? ` errorRef="${ref}"` : ''}/>`;

conformance('events', [
  scenario('message catch: correlates a message with its variables', async (run) => {
    await run.deploy(around(catching(messageOf())), message());
    await run.start({ key: `${run.id}-1` });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1', { amount: 10 });
    await run.completed();
  }),
  scenario('message catch: a message that came before is kept for its time to live', async (run) => {
    await run.deploy(around(catching(messageOf())), message());
    await run.publish('paid', '1', { amount: 10 });
    await run.publish('paid', '1', { amount: 11 });
    await run.start({ key: `${run.id}-1` });
    await run.completed();
  }),
  scenario('message catch: a message without time to live is lost', async (run) => {
    await run.deploy(around(catching(messageOf())), message());
    await run.publish('paid', '1', { amount: 10 }, 0);
    await run.start({ key: `${run.id}-1` });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1', { amount: 11 }, 0);
    await run.completed();
  }),
  scenario('message catch: output mappings take from the message', async (run) => {
    await run.deploy(
      around(catching(messageOf(), outputs('<zeebe:output source="=amount * 2" target="twice"/>'))),
      message(),
    );
    await run.start({ key: `${run.id}-1` });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1', { amount: 10 });
    await run.completed();
  }),
  scenario('message catch: a correlation key that is a number', async (run) => {
    await run.deploy(around(catching(messageOf())), message('m', '@-paid', '=n'));
    await run.start({ n: 12.7 });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATING');
  }),
  scenario('message catch: a missing correlation key is an incident', async (run) => {
    await run.deploy(around(catching(messageOf())), message());
    const key = await run.start({});
    const incident = await run.incident();
    await run.target.client.setVariables(key, { key: `${run.id}-1` }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1');
    await run.completed();
  }),
  scenario('messages: the same id is refused while the message lives', async (run) => {
    const publish = { name: `${run.id}-x`, correlationKey: 'k', messageId: 'one', timeToLiveMs: 60_000, variables: {} };
    await run.outcome('first', () => run.target.client.publishMessage(publish));
    await run.outcome('again', () =>
      run.target.raw.call('PublishMessage', { ...publish, timeToLive: 1000, variables: '{}' }),
    );
    const other = { ...publish, correlationKey: 'l' };
    await run.outcome('other key', () => run.target.client.publishMessage(other));
  }),
  scenario('receive task', async (run) => {
    await run.deploy(around('<bpmn:receiveTask id="x" messageRef="m"/>'), message());
    await run.start({ key: `${run.id}-1` });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1', { amount: 10 });
    await run.completed();
  }),
  scenario('message start: a message starts an instance with its variables', async (run) => {
    const start = '<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>';
    await run.deploy(start + flow('f', 's', 'e') + '<bpmn:endEvent id="e"/>', '<bpmn:message id="m" name="@-paid"/>');
    await run.publish('paid', '1', { amount: 10 });
    await run.completed();
  }),
  scenario('message start: one instance per correlation key at a time, the next message waits', async (run) => {
    const start = '<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>';
    await run.deploy(start + flow('f', 's', 'x') + task, '<bpmn:message id="m" name="@-paid"/>');
    await run.publish('paid', '1', { n: 1 });
    await run.publish('paid', '1', { n: 2 });
    await run.complete();
    await run.completed();
    await run.complete();
    await run.element('@', 'ELEMENT_COMPLETED', 2);
  }),
  scenario('message start: creation by id is refused where there is no none start event', async (run) => {
    const start = '<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>';
    await run.deploy(start + flow('f', 's', 'e') + '<bpmn:endEvent id="e"/>', '<bpmn:message id="m" name="@-paid"/>');
    await run.outcome('create', () => run.start());
  }),
  scenario('timer catch by duration', async (run) => {
    await run.deploy(around(catching(timer('timeDuration', 'PT1H'))));
    await run.start();
    await run.until('TIMER CREATED');
    await run.target.advance(3_600_000);
    await run.completed();
  }),
  scenario('timer catch by a date that has passed', async (run) => {
    await run.deploy(around(catching(timer('timeDate', '=date and time(&quot;2020-01-01T00:00:00Z&quot;)'))));
    await run.start();
    await run.completed();
  }),
  scenario('timer catch: what is no duration is an incident', async (run) => {
    await run.deploy(around(catching(timer('timeDuration', '=d'))));
    await run.start({ d: 'soon' });
    await run.incident();
  }),
  scenario('timer boundary, interrupting', async (run) => {
    await run.deploy(around(task) + boundary('b', timer('timeDuration', 'PT10M')));
    await run.start();
    await run.until('TIMER CREATED');
    await run.target.advance(600_000);
    await run.completed();
  }),
  scenario('timer boundary is canceled when the task completes', async (run) => {
    await run.deploy(around(task) + boundary('b', timer('timeDuration', 'PT10M')));
    await run.start();
    await run.complete();
    await run.completed();
  }),
  scenario('timer boundary by cycle, non-interrupting', async (run) => {
    await run.deploy(around(task) + boundary('b', timer('timeCycle', 'R2/PT10M'), 'cancelActivity="false"'));
    await run.start();
    await run.until('TIMER CREATED');
    await run.target.advance(600_000);
    await run.element('end-b', 'ELEMENT_COMPLETED');
    await run.until('TIMER CREATED', undefined, 2);
    await run.target.advance(600_000);
    await run.element('end-b', 'ELEMENT_COMPLETED', 2);
    await run.complete();
    await run.completed();
  }),
  scenario('message boundary, interrupting, and its variables', async (run) => {
    await run.deploy(around(task) + boundary('b', messageOf()), message());
    await run.start({ key: `${run.id}-1` });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1', { amount: 10 });
    await run.completed();
  }),
  scenario('message boundary, non-interrupting, twice, with output mapping', async (run) => {
    const map = outputs('<zeebe:output source="=amount" target="last"/>');
    await run.deploy(around(task) + boundary('b', messageOf(), 'cancelActivity="false"', map), message());
    await run.start({ key: `${run.id}-1` });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1', { amount: 10 });
    await run.element('end-b', 'ELEMENT_COMPLETED');
    await run.publish('paid', '1', { amount: 11 });
    await run.element('end-b', 'ELEMENT_COMPLETED', 2);
    await run.complete();
    await run.completed();
  }),
  scenario('error boundary catches the code thrown by the job, with variables', async (run) => {
    await run.deploy(around(task) + boundary('b', errorOf()), error);
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, {
      errorCode: 'REFUSED',
      errorMessage: 'no',
      variables: { why: 'age' },
    });
    await run.completed();
  }),
  scenario('error boundary without code catches all', async (run) => {
    await run.deploy(around(task) + boundary('b', errorOf('')));
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'OTHER', errorMessage: 'no' });
    await run.completed();
  }),
  scenario('an error that nothing catches is an incident, which cannot be resolved into completion', async (run) => {
    await run.deploy(around(task) + boundary('b', errorOf()), error);
    await run.start();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'OTHER', errorMessage: 'what' });
    const incident = await run.incident();
    await run.outcome('complete', () => run.target.client.completeJob(job.key, {}));
    await run.target.client.resolveIncident(String(incident.key));
    await run.until('INCIDENT RESOLVED');
  }),
  scenario('error end event in a sub-process, caught at its boundary', async (run) => {
    const inner =
      '<bpmn:subProcess id="x"><bpmn:startEvent id="is"/>' +
      flow('if', 'is', 'ie') +
      `<bpmn:endEvent id="ie">${errorOf()}</bpmn:endEvent></bpmn:subProcess>`;
    await run.deploy(around(inner) + boundary('b', errorOf()), error);
    await run.start();
    await run.completed();
  }),
  scenario('error end event that nothing catches', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' + flow('f', 's', 'e') + `<bpmn:endEvent id="e">${errorOf()}</bpmn:endEvent>`,
      error,
    );
    await run.start();
    await run.incident();
  }),
  scenario('terminate end event ends the other branches', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        flow('a', 's', 'g') +
        '<bpmn:parallelGateway id="g"/>' +
        flow('b', 'g', 'x') +
        task +
        flow('c', 'g', 'y') +
        serviceTask('y', '<zeebe:taskDefinition type="@-other"/>') +
        flow('d', 'y', 'e') +
        '<bpmn:endEvent id="e"><bpmn:terminateEventDefinition/></bpmn:endEvent>',
    );
    await run.start();
    await run.complete('other');
    await run.completed();
  }),
  scenario('event-based gateway: the message wins', async (run) => {
    await run.deploy(eventGateway(), message());
    await run.start({ key: `${run.id}-1` });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1', { amount: 1 });
    await run.completed();
  }),
  scenario('event-based gateway: the timer wins', async (run) => {
    await run.deploy(eventGateway(), message());
    await run.start({ key: `${run.id}-1` });
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.target.advance(3_600_000);
    await run.completed();
  }),
  scenario('boundary events of a sub-process end what is in it', async (run) => {
    const inner =
      '<bpmn:subProcess id="x"><bpmn:startEvent id="is"/>' +
      flow('if', 'is', 'iy') +
      serviceTask('iy', work) +
      '</bpmn:subProcess>';
    await run.deploy(around(inner) + boundary('b', messageOf()), message());
    await run.start({ key: `${run.id}-1` });
    await run.element('iy');
    await run.until('PROCESS_MESSAGE_SUBSCRIPTION CREATED');
    await run.publish('paid', '1', { why: 'withdrawn' });
    await run.completed();
  }),
  scenario('a second version: running instances stay, messages start the new one', async (run) => {
    const start = '<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>';
    const version = (name: string): string =>
      bpmnXml(
        executable('@', start + flow('f', 's', 'x') + serviceTask('x', work, `name="${name}"`)),
        '<bpmn:message id="m" name="@-paid"/>',
      );
    await run.deployXml(version('one'));
    await run.publish('paid', '1');
    await run.element('x');
    const second = await run.deployXml(version('two'));
    run.note(`version ${second.version}`);
    await run.publish('paid', '2');
    await run.element('x', 'ELEMENT_ACTIVATED', 2);
    await run.complete();
    await run.complete();
    await run.element('@', 'ELEMENT_COMPLETED', 2);
  }),
]);

function eventGateway(): string {
  return (
    '<bpmn:startEvent id="s"/>' +
    flow('a', 's', 'g') +
    '<bpmn:eventBasedGateway id="g"><bpmn:outgoing>b</bpmn:outgoing><bpmn:outgoing>c</bpmn:outgoing></bpmn:eventBasedGateway>' +
    flow('b', 'g', 'cm') +
    flow('c', 'g', 'ct') +
    `<bpmn:intermediateCatchEvent id="cm">${messageOf()}</bpmn:intermediateCatchEvent>` +
    `<bpmn:intermediateCatchEvent id="ct">${timer('timeDuration', 'PT1H')}</bpmn:intermediateCatchEvent>` +
    flow('d', 'cm', 'e1') +
    flow('e', 'ct', 'e2') +
    '<bpmn:endEvent id="e1"/><bpmn:endEvent id="e2"/>'
  );
}
