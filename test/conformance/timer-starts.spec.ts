import { around, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const timer = (kind: string, text: string): string =>
  `<bpmn:timerEventDefinition><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition>`;
const starting = (definition: string, id = 's', end = 'e'): string =>
  `<bpmn:startEvent id="${id}">${definition}</bpmn:startEvent>${flow(`f-${id}`, id, end)}<bpmn:endEvent id="${end}"/>`;
const cron = '<bpmn:boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><bpmn:outgoing>o</bpmn:outgoing>';

conformance('timer-starts', [
  scenario('timer start by date', async (run) => {
    await run.deploy(starting(timer('timeDate', '2020-01-01T00:00:00Z')));
    await run.completed();
  }),
  scenario('timer start by cycle', async (run) => {
    await run.deploy(starting(timer('timeCycle', 'R2/PT1H')));
    await run.until('TIMER CREATED');
    await run.target.advance(3_600_000);
    await run.completed();
    await run.until('TIMER CREATED', undefined, 2);
    await run.target.advance(3_600_000);
    await run.element('@', 'ELEMENT_COMPLETED', 2);
  }),
  scenario('timer start: a new version replaces the timers', async (run) => {
    await run.deploy(starting(timer('timeCycle', 'R/PT1H')));
    await run.until('TIMER CREATED');
    await run.deploy(starting(timer('timeCycle', 'R/PT2H'), 's', 'e2'));
    await run.until('TIMER CREATED', undefined, 2);
    await run.deploy(starting('', 's', 'e3'));
    await run.until('TIMER CANCELED', undefined, 2);
  }),
  scenario('timer start: several start events', async (run) => {
    await run.deploy(
      starting('') +
        starting(timer('timeCycle', 'R1/PT1H'), 'a', 'ea') +
        starting(timer('timeCycle', 'R1/PT3H'), 'b', 'eb'),
    );
    await run.until('TIMER CREATED', undefined, 2);
    await run.start();
    await run.completed();
    await run.target.advance(3_600_000);
    await run.element('ea', 'ELEMENT_COMPLETED');
  }),
  scenario('timer start by cron', async (run) => {
    run.leaveOutDueDates();
    await run.deploy(starting(timer('timeCycle', '0 0 0 1 1 *')));
    const created = await run.until('TIMER CREATED');
    run.note(new Date(Number(created.value['dueDate'])).toISOString().slice(4));
    await run.deploy(starting('', 's', 'e2'));
    await run.until('TIMER CANCELED');
  }),
  scenario('timer boundary by cron', async (run) => {
    run.leaveOutDueDates();
    const event = `${cron}${timer('timeCycle', '*/10 * * * * *')}</bpmn:boundaryEvent>${flow('o', 'b', 'eb')}<bpmn:endEvent id="eb"/>`;
    await run.deploy(around(serviceTask('x', '<zeebe:taskDefinition type="@-work"/>')) + event);
    await run.start();
    const created = await run.until('TIMER CREATED');
    run.note(String(Number(created.value['dueDate']) % 10_000));
    await run.target.advance(10_000);
    await run.element('eb', 'ELEMENT_COMPLETED');
    const again = await run.until('TIMER CREATED', undefined, 2);
    run.note(String(Number(again.value['dueDate']) - Number(created.value['dueDate'])));
    await run.complete();
    await run.completed();
  }),
  scenario('timer start: refused at deployment', async (run) => {
    for (const text of [
      'soon',
      '0 0 0 * *',
      '61 * * * * *',
      '0 0 0 32 * *',
      '@daily',
      '0 0 9 * * MON-FRI',
      '0 0 0 ? * 8',
      '0 0 0 L * *',
      '0 0 0 1W * *',
      '0 0 0 ? * MON#2',
      '@yearly-x',
    ]) {
      await run.outcome(text, () => run.deploy(starting(timer('timeCycle', text))));
    }
    await run.outcome('duration', () => run.deploy(starting(timer('timeDuration', 'PT1H'))));
    await run.outcome('variable', () => run.deploy(starting(timer('timeDate', '=when'))));
    await run.outcome('number', () => run.deploy(starting(timer('timeCycle', '=1'))));
  }),
]);
