import { around, bpmnXml, executable, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const work = '<zeebe:taskDefinition type="@-work"/>';
const escalation = '<bpmn:escalation id="esc" escalationCode="LATE"/><bpmn:escalation id="any" name="any"/>';
const escalationOf = (ref = 'esc'): string => `<bpmn:escalationEventDefinition escalationRef="${ref}"/>`;
const throwing = `<bpmn:intermediateThrowEvent id="t">${escalationOf()}</bpmn:intermediateThrowEvent>`;
const boundary = (id: string, definition: string, attributes = '', on = 'x'): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${on}" ${attributes}><bpmn:outgoing>o-${id}</bpmn:outgoing>${definition}</bpmn:boundaryEvent>` +
  flow(`o-${id}`, id, `end-${id}`) +
  `<bpmn:endEvent id="end-${id}"/>`;
const end = (definition: string): string => `<bpmn:endEvent id="e">${definition}</bpmn:endEvent>`;
const sub = (body: string): string => `<bpmn:subProcess id="x">${body}</bpmn:subProcess>`;
const throwInside = sub(
  `<bpmn:startEvent id="s"/>${flow('f', 's', 't')}${throwing}${flow('g', 't', 'e')}<bpmn:endEvent id="e"/>`,
);
const endInside = sub(`<bpmn:startEvent id="s"/>${flow('f', 's', 'e')}${end(escalationOf())}`);
const catchAll = '<bpmn:escalationEventDefinition/>';
const NOT = 'cancelActivity="false"';
const link = (name: string, id: string): string => `<bpmn:linkEventDefinition id="link-${id}" name="${name}"/>`;
const jobEvent = (definition: string): string =>
  `<bpmn:extensionElements>${work}<zeebe:taskHeaders><zeebe:header key="h" value="v"/></zeebe:taskHeaders></bpmn:extensionElements>${definition}`;
const messageOf = '<bpmn:messageEventDefinition messageRef="m"/>';
const message = '<bpmn:message id="m" name="paid"/>';

conformance('throwing', [
  scenario('escalation throw, caught without interruption', async (run) => {
    await run.deploy(around(throwInside) + boundary('b', escalationOf(), NOT), escalation);
    await run.start({ v: 1 });
    await run.completed();
  }),
  scenario('escalation throw, caught with interruption', async (run) => {
    await run.deploy(around(throwInside) + boundary('b', escalationOf()), escalation);
    await run.start();
    await run.completed();
  }),
  scenario('escalation throw, nobody catches', async (run) => {
    await run.deploy(around(throwInside), escalation);
    await run.start();
    await run.completed();
  }),
  scenario('escalation end, caught by catch-all', async (run) => {
    await run.deploy(around(endInside) + boundary('b', catchAll, NOT), escalation);
    await run.start();
    await run.completed();
  }),
  scenario('escalation end, caught with interruption', async (run) => {
    await run.deploy(around(endInside) + boundary('b', escalationOf()), escalation);
    await run.start();
    await run.completed();
  }),
  scenario('escalation end, nobody catches', async (run) => {
    await run.deploy(around(endInside), escalation);
    await run.start();
    await run.completed();
  }),
  scenario('escalation: code before catch-all', async (run) => {
    await run.deploy(
      around(throwInside) + boundary('b', catchAll, NOT) + boundary('c', escalationOf(), NOT),
      escalation,
    );
    await run.start();
    await run.completed();
  }),
  scenario('escalation from a called process', async (run) => {
    const called = bpmnXml(
      executable(
        '@-called',
        `<bpmn:startEvent id="s"/>${flow('f', 's', 't')}${throwing}${flow('g', 't', 'e')}<bpmn:endEvent id="e"/>`,
      ),
      escalation,
    );
    const calling = `<bpmn:callActivity id="x"><bpmn:extensionElements><zeebe:calledElement processId="@-called"/></bpmn:extensionElements></bpmn:callActivity>`;
    await run.deployXml(
      bpmnXml(executable('@', around(calling) + boundary('b', escalationOf(), NOT)), escalation),
      called,
    );
    await run.start();
    await run.completed();
  }),
  scenario('escalation code from an expression', async (run) => {
    await run.deploy(
      around(throwInside) + boundary('b', escalationOf('fixed'), NOT),
      '<bpmn:escalation id="esc" escalationCode="=code"/><bpmn:escalation id="fixed" escalationCode="LATE"/>',
    );
    await run.start({ code: 'LATE' });
    await run.completed();
  }),
  scenario('escalation: what is on its way in the scope when it is interrupted', async (run) => {
    const body =
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="p"/>${flow('f', 's', 'p')}${flow('h', 'p', 'm')}${flow('g', 'p', 'e')}` +
      `<bpmn:manualTask id="m"/>${end(escalationOf())}`;
    await run.deploy(around(sub(body)) + boundary('b', escalationOf()), escalation);
    await run.start();
    await run.completed();
  }),
  scenario('escalation: thrown twice at once', async (run) => {
    const body =
      `<bpmn:startEvent id="s"/><bpmn:parallelGateway id="p"/>${flow('f', 's', 'p')}${flow('h', 'p', 't')}${flow('g', 'p', 'e')}` +
      `${throwing}${end(escalationOf())}`;
    await run.deploy(around(sub(body)) + boundary('b', escalationOf()), escalation);
    await run.start();
    await run.completed();
  }),
  scenario('escalation and link events and their mappings', async (run) => {
    const io = `<bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=n" target="took"/><zeebe:output source="=took" target="out"/></zeebe:ioMapping></bpmn:extensionElements>`;
    await run.deploy(
      `<bpmn:startEvent id="s"/>${flow('f', 's', 't')}<bpmn:intermediateThrowEvent id="t">${io}${escalationOf()}</bpmn:intermediateThrowEvent>` +
        `${flow('g', 't', 'l')}<bpmn:intermediateThrowEvent id="l">${io}${link('on', 'l')}</bpmn:intermediateThrowEvent>` +
        `<bpmn:intermediateCatchEvent id="c">${io}${link('on', 'c')}</bpmn:intermediateCatchEvent>${flow('h', 'c', 'e')}` +
        `<bpmn:endEvent id="e">${io}${escalationOf()}</bpmn:endEvent>`,
      escalation,
    );
    await run.start({ n: 1 });
    await run.completed();
  }),
  scenario('escalation: refused at deployment', async (run) => {
    const nothing = around(
      '<bpmn:intermediateThrowEvent id="x"><bpmn:escalationEventDefinition/></bpmn:intermediateThrowEvent>',
    );
    await run.outcome('throw without reference', () => run.deploy(nothing));
    const noCode = around(`<bpmn:intermediateThrowEvent id="x">${escalationOf('any')}</bpmn:intermediateThrowEvent>`);
    await run.outcome('throw without code', () => run.deploy(noCode, escalation));
    const computed = '<bpmn:escalation id="esc" escalationCode="=code"/>';
    await run.outcome('catch by expression', () =>
      run.deploy(around(throwInside) + boundary('b', escalationOf()), computed),
    );
    await run.outcome('same code twice', () =>
      run.deploy(around(throwInside) + boundary('b', escalationOf()) + boundary('c', escalationOf()), escalation),
    );
    await run.outcome('two catch-alls', () =>
      run.deploy(around(throwInside) + boundary('b', catchAll) + boundary('c', catchAll), escalation),
    );
    await run.outcome('on a task', () =>
      run.deploy(around(serviceTask('x', work)) + boundary('b', escalationOf()), escalation),
    );
  }),
  scenario('link', async (run) => {
    await run.deploy(
      `<bpmn:startEvent id="s"/>${flow('f', 's', 't')}<bpmn:intermediateThrowEvent id="t">${link('on', 't')}</bpmn:intermediateThrowEvent>` +
        `<bpmn:intermediateCatchEvent id="c">${link('on', 'c')}</bpmn:intermediateCatchEvent>${flow('g', 'c', 'e')}<bpmn:endEvent id="e"/>`,
    );
    await run.start();
    await run.completed();
  }),
  scenario('link: refused at deployment', async (run) => {
    const thrown = `<bpmn:startEvent id="s"/>${flow('f', 's', 't')}<bpmn:intermediateThrowEvent id="t">${link('on', 't')}</bpmn:intermediateThrowEvent>`;
    await run.outcome('no catch', () => run.deploy(thrown));
    const caught = (id: string): string =>
      `<bpmn:intermediateCatchEvent id="${id}">${link('on', id)}</bpmn:intermediateCatchEvent>${flow(`g${id}`, id, `e${id}`)}<bpmn:endEvent id="e${id}"/>`;
    await run.outcome('two catches', () => run.deploy(thrown + caught('c') + caught('d')));
    await run.outcome('no name', () =>
      run.deploy(
        `<bpmn:startEvent id="s"/>${flow('f', 's', 't')}<bpmn:intermediateThrowEvent id="t">${link('', 't')}</bpmn:intermediateThrowEvent>`,
      ),
    );
  }),
  scenario('message throw and end events are jobs', async (run) => {
    await run.deploy(
      `<bpmn:startEvent id="s"/>${flow('f', 's', 't')}<bpmn:intermediateThrowEvent id="t">${jobEvent(messageOf)}</bpmn:intermediateThrowEvent>` +
        `${flow('g', 't', 'e')}<bpmn:endEvent id="e">${jobEvent(messageOf)}</bpmn:endEvent>`,
      message,
    );
    await run.start();
    await run.complete('work', { one: 1 });
    await run.complete('work', { two: 2 });
    await run.completed();
  }),
  scenario('message throw: refused at deployment', async (run) => {
    await run.outcome('no job', () =>
      run.deploy(around(`<bpmn:intermediateThrowEvent id="x">${messageOf}</bpmn:intermediateThrowEvent>`), message),
    );
    await run.outcome('no message', () =>
      run.deploy(
        around(
          `<bpmn:intermediateThrowEvent id="x">${jobEvent('<bpmn:messageEventDefinition/>')}</bpmn:intermediateThrowEvent>`,
        ),
      ),
    );
  }),
]);
