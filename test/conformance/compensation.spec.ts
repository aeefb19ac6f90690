import { around, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const work = '<zeebe:taskDefinition type="@-work"/>';

/** Task `a` with the handler `undo`, then the rest from the flow `next` on. */
const compensable = (rest: string): string =>
  `<bpmn:startEvent id="s"/>${flow('f', 's', 'a')}${serviceTask('a', work)}${flow('next', 'a', 't')}` +
  '<bpmn:boundaryEvent id="cb" attachedToRef="a"><bpmn:compensateEventDefinition id="cb-def"/></bpmn:boundaryEvent>' +
  serviceTask('undo', '<zeebe:taskDefinition type="@-undo"/>', 'isForCompensation="true"') +
  `${rest}<bpmn:association id="as" associationDirection="One" sourceRef="cb" targetRef="undo"/>`;
const compensate = '<bpmn:compensateEventDefinition id="t-def"/>';

/** The activity and what undoes it; the association that ties them comes last in a scope. */
const withHandler = (
  id: string,
  activity = serviceTask(id, `<zeebe:taskDefinition type="@-${id}"/>`),
  handler = serviceTask(`undo-${id}`, `<zeebe:taskDefinition type="@-undo-${id}"/>`, 'isForCompensation="true"'),
): string =>
  `${activity}<bpmn:boundaryEvent id="cb-${id}" attachedToRef="${id}"><bpmn:compensateEventDefinition id="cb-${id}-def"/></bpmn:boundaryEvent>${handler}`;
const handledBy = (id: string): string =>
  `<bpmn:association id="as-${id}" associationDirection="One" sourceRef="cb-${id}" targetRef="undo-${id}"/>`;
const thrown = (id: string, activity?: string): string =>
  `<bpmn:intermediateThrowEvent id="${id}"><bpmn:compensateEventDefinition id="${id}-def" ${activity === undefined ? '' : `activityRef="${activity}"`}/></bpmn:intermediateThrowEvent>`;
const chain = (...ids: string[]): string =>
  ids
    .slice(1)
    .map((id, index) => flow(`f-${ids[index]}-${id}`, ids[index] ?? '', id))
    .join('');
/** Start, the element, end. */
const sub = (id: string, body: string, element: string, attributes = ''): string => {
  const flows = chain(`${id}-s`, element, `${id}-e`);
  const ends = `<bpmn:startEvent id="${id}-s"/><bpmn:endEvent id="${id}-e"/>`;
  const at = body.indexOf('<bpmn:association');
  const [nodes, rest] = at < 0 ? [body, ''] : [body.slice(0, at), body.slice(at)];
  return `<bpmn:subProcess id="${id}" ${attributes}>${ends}${nodes}${flows}${rest}</bpmn:subProcess>`;
};

conformance('compensation', [
  scenario('compensation throw', async (run) => {
    await run.deploy(
      compensable(
        `<bpmn:intermediateThrowEvent id="t">${compensate}</bpmn:intermediateThrowEvent>${flow('g', 't', 'e')}<bpmn:endEvent id="e"/>`,
      ),
    );
    await run.start({ v: 1 });
    await run.complete('work', { did: 1 });
    await run.complete('undo', { undone: 1 });
    await run.completed();
  }),
  scenario('compensation end', async (run) => {
    await run.deploy(compensable(`<bpmn:endEvent id="t">${compensate}</bpmn:endEvent>`));
    await run.start();
    await run.complete();
    await run.complete('undo');
    await run.completed();
  }),
  scenario('compensation throw for one activity, with nothing else', async (run) => {
    await run.deploy(
      compensable(
        `<bpmn:intermediateThrowEvent id="t"><bpmn:compensateEventDefinition id="t-def" activityRef="a"/></bpmn:intermediateThrowEvent>${flow('g', 't', 'e')}<bpmn:endEvent id="e"/>`,
      ),
    );
    await run.start();
    await run.complete();
    await run.complete('undo');
    await run.completed();
  }),
  scenario('compensation that nobody asks for', async (run) => {
    await run.deploy(compensable('<bpmn:endEvent id="t"/>'));
    await run.start();
    await run.complete();
    await run.completed();
  }),
  scenario('compensation throw with nothing to compensate', async (run) => {
    await run.deploy(around(`<bpmn:intermediateThrowEvent id="x">${compensate}</bpmn:intermediateThrowEvent>`));
    await run.start();
    await run.completed();
  }),
  scenario('compensation: canceled while a handler works', async (run) => {
    await run.deploy(compensable(`<bpmn:endEvent id="t">${compensate}</bpmn:endEvent>`));
    await run.start();
    await run.complete();
    await run.element('undo');
  }),
  scenario('compensation: two activities, and what was undone is not undone again', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        withHandler('a') +
        withHandler('b') +
        thrown('t') +
        thrown('t2') +
        '<bpmn:endEvent id="e"/>' +
        chain('s', 'a', 'b', 't', 't2', 'e') +
        handledBy('a') +
        handledBy('b'),
    );
    await run.start();
    await run.complete('a');
    await run.complete('b');
    await run.element('undo-b');
    await run.complete('undo-a');
    await run.complete('undo-b');
    await run.completed();
  }),
  scenario('compensation of one activity after the other', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        withHandler('a') +
        withHandler('b') +
        thrown('t', 'b') +
        thrown('t2', 'a') +
        '<bpmn:endEvent id="e"/>' +
        chain('s', 'a', 'b', 't', 't2', 'e') +
        handledBy('a') +
        handledBy('b'),
    );
    await run.start();
    await run.complete('a');
    await run.complete('b');
    await run.complete('undo-b');
    await run.complete('undo-a');
    await run.completed();
  }),
  scenario('compensation of what is in a completed sub-process', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        sub('x', withHandler('a') + handledBy('a'), 'a') +
        withHandler('b') +
        thrown('t') +
        '<bpmn:endEvent id="e"/>' +
        chain('s', 'x', 'b', 't', 'e') +
        handledBy('b'),
    );
    await run.start();
    await run.complete('a');
    await run.complete('b');
    await run.complete('undo-b');
    await run.complete('undo-a');
    await run.completed();
  }),
  scenario('compensation of a sub-process with a handler, and of what is in it', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        withHandler('x', sub('x', withHandler('a') + handledBy('a'), 'a')) +
        thrown('t') +
        '<bpmn:endEvent id="e"/>' +
        chain('s', 'x', 't', 'e') +
        handledBy('x'),
    );
    await run.start();
    await run.complete('a');
    await run.complete('undo-x');
    await run.complete('undo-a');
    await run.completed();
  }),
  scenario('compensation within a sub-process leaves alone what is outside', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        withHandler('b') +
        `<bpmn:subProcess id="x"><bpmn:startEvent id="s1"/>${withHandler('a')}${chain('s1', 'a', 't')}` +
        `<bpmn:endEvent id="t">${compensate}</bpmn:endEvent>${handledBy('a')}</bpmn:subProcess>` +
        '<bpmn:endEvent id="e"/>' +
        chain('s', 'b', 'x', 'e') +
        handledBy('b'),
    );
    await run.start();
    await run.complete('b');
    await run.complete('a');
    await run.complete('undo-a');
    await run.completed();
  }),
  scenario('compensation of each time that an activity was done', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="j"/>' +
        withHandler('a') +
        '<bpmn:exclusiveGateway id="g" default="done"/>' +
        thrown('t') +
        '<bpmn:endEvent id="e"/>' +
        chain('s', 'j', 'a', 'g') +
        flow('again', 'g', 'j', '=again') +
        flow('done', 'g', 't') +
        chain('t', 'e') +
        handledBy('a'),
    );
    await run.start({ again: true });
    await run.complete('a');
    await run.complete('a', { again: false });
    await run.complete('undo-a');
    await run.complete('undo-a');
    await run.completed();
  }),
  scenario('compensation: two throw events at once', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        withHandler('a') +
        '<bpmn:parallelGateway id="p"/>' +
        thrown('t') +
        `<bpmn:endEvent id="t2"><bpmn:compensateEventDefinition id="t2-def"/></bpmn:endEvent>` +
        chain('s', 'a', 'p', 't') +
        flow('second', 'p', 't2') +
        handledBy('a'),
    );
    await run.start();
    await run.complete('a');
    await run.complete('undo-a');
    await run.completed();
  }),
  scenario('compensation: handlers of other kinds', async (run) => {
    const script = '<zeebe:script expression="=1" resultVariable="r"/>';
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        withHandler('a', '<bpmn:task id="a"/>', '<bpmn:task id="undo-a" isForCompensation="true"/>') +
        withHandler(
          'b',
          '<bpmn:task id="b"/>',
          `<bpmn:scriptTask id="undo-b" isForCompensation="true"><bpmn:extensionElements>${script}</bpmn:extensionElements></bpmn:scriptTask>`,
        ) +
        withHandler(
          'c',
          '<bpmn:task id="c"/>',
          sub('undo-c', serviceTask('w', work), 'w', 'isForCompensation="true"'),
        ) +
        `<bpmn:endEvent id="t">${compensate}</bpmn:endEvent>` +
        chain('s', 'a', 'b', 'c', 't') +
        handledBy('a') +
        handledBy('b') +
        handledBy('c'),
    );
    await run.start();
    await run.complete('work');
    await run.completed();
  }),
  scenario('compensation: refused at deployment', async (run) => {
    const ends = '<bpmn:endEvent id="e"/>';
    const begin = '<bpmn:startEvent id="s"/>';
    const boundary =
      '<bpmn:boundaryEvent id="cb-a" attachedToRef="a"><bpmn:compensateEventDefinition/></bpmn:boundaryEvent>';
    const handler = serviceTask('undo-a', work, 'isForCompensation="true"');
    const task = begin + ends + chain('s', 'a', 'e') + serviceTask('a', work);
    await run.outcome('no association', () => run.deploy(task + boundary + handler));
    const plain = boundary.replace('id="cb-a"', 'id="cb-a" cancelActivity="false"');
    await run.outcome('non-interrupting', () => run.deploy(task + plain + handler + handledBy('a')));
    const error =
      '<bpmn:boundaryEvent id="q" attachedToRef="undo-a"><bpmn:outgoing>o</bpmn:outgoing><bpmn:errorEventDefinition/></bpmn:boundaryEvent>';
    await run.outcome('boundary event on a handler', () =>
      run.deploy(task + boundary + handler + error + flow('o', 'q', 'e') + handledBy('a')),
    );
    const plainTask = begin + serviceTask('a', work) + chain('s', 'a', 't');
    await run.outcome('throw for an activity without handler', () => run.deploy(plainTask + thrown('t', 'a')));
    await run.outcome('throw for an activity elsewhere', () =>
      run.deploy(begin + sub('x', withHandler('a') + handledBy('a'), 'a') + thrown('t', 'a') + chain('s', 'x', 't')),
    );
    const impatient =
      '<bpmn:intermediateThrowEvent id="t"><bpmn:compensateEventDefinition waitForCompletion="false"/></bpmn:intermediateThrowEvent>';
    await run.outcome('throw that does not wait', () => run.deploy(begin + impatient + chain('s', 't')));
    const impatientEnd =
      '<bpmn:endEvent id="t"><bpmn:compensateEventDefinition waitForCompletion="false"/></bpmn:endEvent>';
    await run.outcome('end that does not wait', () => run.deploy(begin + impatientEnd + chain('s', 't')));
  }),
]);
