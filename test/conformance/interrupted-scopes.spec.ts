/** What has begun to complete when the scope around it is interrupted. */
import { flow } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const escalation = '<bpmn:escalation id="esc" escalationCode="LATE"/>';
const message =
  '<bpmn:message id="msg" name="@-stop"><bpmn:extensionElements><zeebe:subscription correlationKey="=key"/></bpmn:extensionElements></bpmn:message>';
const flowsOf = (incoming: string, outgoing: readonly string[]): string =>
  `<bpmn:incoming>${incoming}</bpmn:incoming>${outgoing.map((id) => `<bpmn:outgoing>${id}</bpmn:outgoing>`).join('')}`;
const throwing = (id: string, incoming: string): string =>
  `<bpmn:intermediateThrowEvent id="${id}">${flowsOf(incoming, [`${id}-out`])}<bpmn:escalationEventDefinition id="${id}-d" escalationRef="esc"/></bpmn:intermediateThrowEvent>` +
  flow(`${id}-out`, id, `${id}-end`) +
  `<bpmn:endEvent id="${id}-end"><bpmn:incoming>${id}-out</bpmn:incoming></bpmn:endEvent>`;
const start = `<bpmn:startEvent id="start"><bpmn:outgoing>in</bpmn:outgoing></bpmn:startEvent>`;

conformance('interrupted-scopes', [
  scenario('a terminate end event beside events that were thrown and go on', async (run) => {
    await run.deploy(
      start +
        flow('in', 'start', 'fork') +
        `<bpmn:parallelGateway id="fork">${flowsOf('in', ['a', 'stop', 'b'])}</bpmn:parallelGateway>` +
        flow('a', 'fork', 'first') +
        flow('stop', 'fork', 'stopped') +
        flow('b', 'fork', 'second') +
        throwing('first', 'a') +
        throwing('second', 'b') +
        '<bpmn:endEvent id="stopped"><bpmn:incoming>stop</bpmn:incoming><bpmn:terminateEventDefinition id="td"/></bpmn:endEvent>',
      escalation,
    );
    await run.start();
    await run.completed();
  }),
  ...[1, 2, 3].map((throws) =>
    scenario(
      `a message that was there before interrupts a scope in which events are thrown (${throws})`,
      async (run) => {
        await run.publish('stop', 'k');
        const events = Array.from({ length: throws }, (_, index) => `t${index}`);
        await run.deploy(
          start +
            flow('in', 'start', 't0') +
            events
              .map((id, index) => {
                const incoming = index === 0 ? 'in' : `t${index - 1}-out`;
                const target = events[index + 1] ?? 'end';
                return `<bpmn:intermediateThrowEvent id="${id}">${flowsOf(incoming, [`${id}-out`])}<bpmn:escalationEventDefinition id="${id}-d" escalationRef="esc"/></bpmn:intermediateThrowEvent>${flow(`${id}-out`, id, target)}`;
              })
              .join('') +
            `<bpmn:endEvent id="end"><bpmn:incoming>t${throws - 1}-out</bpmn:incoming></bpmn:endEvent>` +
            '<bpmn:subProcess id="e" triggeredByEvent="true"><bpmn:startEvent id="es"><bpmn:outgoing>ef</bpmn:outgoing><bpmn:messageEventDefinition id="md" messageRef="msg"/></bpmn:startEvent>' +
            flow('ef', 'es', 'ee') +
            '<bpmn:endEvent id="ee"><bpmn:incoming>ef</bpmn:incoming></bpmn:endEvent></bpmn:subProcess>',
          escalation + message,
        );
        await run.start({ key: `${run.id}-k` });
        await run.completed();
      },
    ),
  ),
]);
