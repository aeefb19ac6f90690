import { around, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import type { JsonObject } from '../../src/engine/client/port.js';
import type { Run } from './support/run.js';
import { conformance, scenario } from './support/scenario.js';

const task = serviceTask('x', '<zeebe:taskDefinition type="@-work"/>');
const signal = '<bpmn:signal id="sig" name="@-alarm"/>';
const computed = '<bpmn:signal id="sig" name="=name"/>';
const signalOf = '<bpmn:signalEventDefinition id="sig-def" signalRef="sig"/>';
const start = `<bpmn:startEvent id="s">${signalOf}</bpmn:startEvent>`;
const boundary = (id: string, attributes = '', ref = 'sig'): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="x" ${attributes}><bpmn:outgoing>o-${id}</bpmn:outgoing><bpmn:signalEventDefinition signalRef="${ref}"/></bpmn:boundaryEvent>` +
  flow(`o-${id}`, id, `end-${id}`) +
  `<bpmn:endEvent id="end-${id}"/>`;
const outputs = `<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=level + 1" target="next"/></zeebe:ioMapping></bpmn:extensionElements>`;

const broadcast = (run: Run, variables: JsonObject = {}): Promise<unknown> =>
  run.target.raw.call('BroadcastSignal', {
    signalName: `${run.id}-alarm`,
    variables: JSON.stringify(variables),
  });

conformance('broadcasts', [
  scenario('signal catch', async (run) => {
    await run.deploy(around(`<bpmn:intermediateCatchEvent id="x">${signalOf}</bpmn:intermediateCatchEvent>`), signal);
    await run.start();
    await run.until('SIGNAL_SUBSCRIPTION CREATED');
    await broadcast(run, { level: 2 });
    await run.completed();
  }),
  scenario('signal catch with output mappings and a computed name', async (run) => {
    await run.deploy(
      around(`<bpmn:intermediateCatchEvent id="x">${outputs}${signalOf}</bpmn:intermediateCatchEvent>`),
      computed,
    );
    await run.start({ name: `${run.id}-alarm` });
    await run.until('SIGNAL_SUBSCRIPTION CREATED');
    await broadcast(run, { level: 2 });
    await run.completed();
  }),
  scenario('signal catch: a name that is no text is an incident', async (run) => {
    await run.deploy(around(`<bpmn:intermediateCatchEvent id="x">${signalOf}</bpmn:intermediateCatchEvent>`), computed);
    await run.start({ name: 1 });
    await run.incident();
  }),
  scenario('signal boundary, interrupting', async (run) => {
    await run.deploy(around(task) + boundary('b'), signal);
    await run.start();
    await run.element('x');
    await broadcast(run, { level: 2 });
    await run.completed();
  }),
  scenario('signal boundary, non-interrupting, twice', async (run) => {
    await run.deploy(around(task) + boundary('b', 'cancelActivity="false"'), signal);
    await run.start();
    await run.element('x');
    await broadcast(run, { level: 2 });
    await run.element('end-b', 'ELEMENT_COMPLETED');
    await broadcast(run, { level: 3 });
    await run.element('end-b', 'ELEMENT_COMPLETED', 2);
    await run.complete();
    await run.completed();
  }),
  scenario('signal and timer at an event-based gateway', async (run) => {
    await run.deploy(
      `<bpmn:startEvent id="s"/><bpmn:eventBasedGateway id="g"><bpmn:outgoing>ga</bpmn:outgoing><bpmn:outgoing>gb</bpmn:outgoing></bpmn:eventBasedGateway>${flow('f', 's', 'g')}` +
        `<bpmn:intermediateCatchEvent id="a"><bpmn:incoming>ga</bpmn:incoming>${signalOf}</bpmn:intermediateCatchEvent>` +
        `<bpmn:intermediateCatchEvent id="b"><bpmn:incoming>gb</bpmn:incoming><bpmn:timerEventDefinition id="b-def"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>` +
        flow('ga', 'g', 'a') +
        flow('gb', 'g', 'b'),
      signal,
    );
    await run.start();
    await run.element('g');
    await broadcast(run, { level: 2 });
    await run.completed();
  }),
  scenario('signal start: a new version takes over', async (run) => {
    await run.deploy(start + flow('f', 's', 'e') + '<bpmn:endEvent id="e"/>', signal);
    await run.until('SIGNAL_SUBSCRIPTION CREATED');
    await broadcast(run, { level: 2 });
    await run.completed();
    await run.deploy(start + flow('f', 's', 'e2') + '<bpmn:endEvent id="e2"/>', signal);
    await run.until('SIGNAL_SUBSCRIPTION CREATED', undefined, 2);
    await broadcast(run, { level: 3 });
    await run.element('@', 'ELEMENT_COMPLETED', 2);
  }),
  scenario('signal throw event', async (run) => {
    const input = `<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=n" target="level"/></zeebe:ioMapping></bpmn:extensionElements>`;
    await run.deploy(
      '<bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/>' +
        flow('f', 's', 'g') +
        flow('ga', 'g', 'x') +
        flow('gb', 'g', 'c') +
        `<bpmn:intermediateThrowEvent id="c">${input}${signalOf}</bpmn:intermediateThrowEvent>` +
        flow('h', 'c', 'e') +
        '<bpmn:endEvent id="e"/>' +
        task +
        boundary('b', 'cancelActivity="false"'),
      signal,
    );
    await run.start({ n: 5 });
    await run.element('end-b', 'ELEMENT_COMPLETED');
    await run.element('e', 'ELEMENT_COMPLETED');
    await run.complete();
    await run.completed();
  }),
  scenario('signal end event', async (run) => {
    await run.deploy(
      `<bpmn:startEvent id="s"/>${flow('f', 's', 'e')}<bpmn:endEvent id="e">${signalOf}</bpmn:endEvent>`,
      signal,
    );
    await run.start({ n: 5 });
    await run.completed();
  }),
  scenario('signals: refused at deployment', async (run) => {
    const caught = `<bpmn:intermediateCatchEvent id="x"><bpmn:signalEventDefinition/></bpmn:intermediateCatchEvent>`;
    await run.outcome('no reference', () => run.deploy(around(caught)));
    const named = around(`<bpmn:intermediateCatchEvent id="x">${signalOf}</bpmn:intermediateCatchEvent>`);
    await run.outcome('no name', () => run.deploy(named, '<bpmn:signal id="sig"/>'));
    const twice = around(task) + boundary('b') + boundary('c', '', 'two');
    await run.outcome('twice', () => run.deploy(twice, `${signal}<bpmn:signal id="two" name="@-alarm"/>`));
    const starts = start + `<bpmn:startEvent id="s2"><bpmn:signalEventDefinition signalRef="sig"/></bpmn:startEvent>`;
    await run.outcome('two starts', () => run.deploy(starts, signal));
    await run.outcome('name from a variable at start', () => run.deploy(start, computed));
  }),
]);
