import { around, flow } from '../engine/model/bpmn-xml.js';
import { eventSubProcess, subProcess, withTask } from './support/event-sub-process-xml.js';
import { conformance, scenario } from './support/scenario.js';

const signal = '<bpmn:signal id="sig" name="@-sig"/>';
const onSignal = '<bpmn:signalEventDefinition id="d_sig" signalRef="sig"/>';
const escalation = '<bpmn:escalation id="esc" escalationCode="E"/>';
const onEscalation = '<bpmn:escalationEventDefinition id="d_esc" escalationRef="esc"/>';
const thrown = '<bpmn:escalationEventDefinition id="d_thrown" escalationRef="esc"/>';

/** The sub-process "x" throws the escalation after its task. */
const throwing = (inner: string): string =>
  subProcess(inner)
    .replace(flow('x_ig', 'work', 'x_ie'), flow('x_ig', 'work', 'th') + flow('x_ih', 'th', 'x_ie'))
    .replace(
      '<bpmn:endEvent id="x_ie"/>',
      `<bpmn:intermediateThrowEvent id="th"><bpmn:outgoing>x_ih</bpmn:outgoing>${thrown}</bpmn:intermediateThrowEvent><bpmn:endEvent id="x_ie"/>`,
    );

conformance('event-sub-processes-signals', [
  scenario('signal, interrupting', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onSignal)), signal);
    await run.start();
    await run.element('x');
    await run.target.raw.call('BroadcastSignal', { signalName: `${run.id}-sig`, variables: '{"s":1}' });
    await run.complete('e_t');
    await run.completed();
  }),
  scenario('signal, not interrupting', async (run) => {
    await run.deploy(withTask(eventSubProcess('e', onSignal, { interrupting: false })), signal);
    await run.start();
    await run.element('x');
    await run.target.raw.call('BroadcastSignal', { signalName: `${run.id}-sig`, variables: '{"s":1}' });
    await run.complete('e_t');
    await run.complete();
    await run.completed();
  }),
  ...[true, false].map((interrupting) =>
    scenario(`escalation, ${interrupting ? 'interrupting' : 'not interrupting'}`, async (run) => {
      await run.deploy(around(throwing(eventSubProcess('e', onEscalation, { interrupting }))), escalation);
      await run.start();
      await run.complete();
      await run.complete('e_t');
      await run.completed();
    }),
  ),
  scenario('escalation, of the process', async (run) => {
    await run.deploy(around(throwing('')) + eventSubProcess('e', onEscalation, { interrupting: false }), escalation);
    await run.start();
    await run.complete();
    await run.complete('e_t');
    await run.completed();
  }),
]);
