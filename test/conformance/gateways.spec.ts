import { flow, serviceTask } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const start = '<bpmn:startEvent id="s"/>' + flow('f0', 's', 'g');
const end = '<bpmn:endEvent id="e"/>';
const work = (id: string): string => serviceTask(id, `<zeebe:taskDefinition type="@-${id}"/>`);

const exclusive = (attributes: string): string =>
  start +
  `<bpmn:exclusiveGateway id="g" ${attributes}><bpmn:outgoing>f1</bpmn:outgoing><bpmn:outgoing>f2</bpmn:outgoing><bpmn:outgoing>f3</bpmn:outgoing></bpmn:exclusiveGateway>` +
  flow('f1', 'g', 'e', '=n > 10') +
  flow('f2', 'g', 'e', '=n > 5') +
  (attributes === '' ? flow('f3', 'g', 'e', '=n > 100') : flow('f3', 'g', 'e')) +
  end;

const inclusive = (attributes: string): string =>
  exclusive(attributes).replaceAll('exclusiveGateway', 'inclusiveGateway');

conformance('gateways', [
  scenario('exclusive: the first true condition in the order of the flows', async (run) => {
    await run.deploy(exclusive('default="f3"'));
    await run.start({ n: 11 });
    await run.completed();
  }),
  scenario('exclusive: the second condition', async (run) => {
    await run.deploy(exclusive('default="f3"'));
    await run.start({ n: 7 });
    await run.completed();
  }),
  scenario('exclusive: the default flow', async (run) => {
    await run.deploy(exclusive('default="f3"'));
    await run.start({ n: 1 });
    await run.completed();
  }),
  scenario('exclusive: no flow is an incident, resolved when the variable is set', async (run) => {
    await run.deploy(exclusive(''));
    const key = await run.start({ n: 1 });
    const incident = await run.incident();
    await run.target.client.setVariables(key, { n: 6 }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await run.completed();
  }),
  scenario(
    'exclusive: a condition on a missing variable is an incident; resolving without a change makes another',
    async (run) => {
      await run.deploy(exclusive('default="f3"'));
      await run.start({});
      const incident = await run.incident();
      await run.target.client.resolveIncident(String(incident.key));
      await run.incident(2);
    },
  ),
  scenario('exclusive: one outgoing flow without condition, and none at all', async (run) => {
    await run.deploy(
      start + '<bpmn:exclusiveGateway id="g"/>' + flow('f1', 'g', 'h') + '<bpmn:exclusiveGateway id="h"/>',
    );
    await run.start();
    await run.completed();
  }),
  scenario('parallel: forks and joins', async (run) => {
    await run.deploy(
      start +
        '<bpmn:parallelGateway id="g"/>' +
        flow('f1', 'g', 'a') +
        flow('f2', 'g', 'b') +
        work('a') +
        work('b') +
        flow('f3', 'a', 'j') +
        flow('f4', 'b', 'j') +
        '<bpmn:parallelGateway id="j"/>' +
        flow('f5', 'j', 'e') +
        end,
    );
    await run.start({ n: 1 });
    await run.complete('b', { b: 1 });
    await run.element('b', 'ELEMENT_COMPLETED');
    await run.complete('a', { a: 1 });
    await run.completed();
  }),
  scenario('parallel: tokens that arrive twice on one flow wait for the other flow', async (run) => {
    await run.deploy(
      start +
        '<bpmn:parallelGateway id="g"/>' +
        flow('f1', 'g', 'm') +
        flow('f2', 'g', 'm') +
        flow('f3', 'g', 'a') +
        '<bpmn:exclusiveGateway id="m"/>' +
        flow('f4', 'm', 'j') +
        work('a') +
        flow('f5', 'a', 'j') +
        '<bpmn:parallelGateway id="j"/>' +
        flow('f6', 'j', 'x') +
        work('x') +
        flow('f7', 'x', 'e') +
        end,
    );
    await run.start();
    await run.complete('a');
    await run.complete('x');
    await run.element('e', 'ELEMENT_COMPLETED');
  }),
  scenario('parallel: two branches end the process when both have ended', async (run) => {
    await run.deploy(
      start +
        '<bpmn:parallelGateway id="g"/>' +
        flow('f1', 'g', 'a') +
        flow('f2', 'g', 'e2') +
        work('a') +
        flow('f3', 'a', 'e') +
        end +
        '<bpmn:endEvent id="e2"/>',
    );
    await run.start();
    await run.complete('a');
    await run.completed();
  }),
  scenario('a gateway that ends a path', async (run) => {
    await run.deploy(start + '<bpmn:parallelGateway id="g"/>');
    await run.start();
    await run.completed();
  }),
  scenario('inclusive: every flow whose condition holds', async (run) => {
    await run.deploy(inclusive('default="f3"'));
    await run.start({ n: 11 });
    await run.completed();
  }),
  scenario('inclusive: one of them, and the default flow', async (run) => {
    await run.deploy(inclusive('default="f3"'));
    await run.start({ n: 7 });
    await run.completed();
    await run.start({ n: 1 });
    await run.element('@', 'ELEMENT_COMPLETED', 2);
  }),
  scenario('inclusive: no flow is an incident, resolved when the variable is set', async (run) => {
    await run.deploy(inclusive(''));
    const key = await run.start({ n: 1 });
    const incident = await run.incident();
    await run.target.client.setVariables(key, { n: 101 }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await run.completed();
  }),
  scenario('inclusive: a condition that gives no boolean is an incident, and goes with the instance', async (run) => {
    await run.deploy(inclusive('default="f3"'));
    const key = await run.start();
    await run.incident();
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
  }),
  scenario('inclusive: one outgoing flow without condition, and none at all', async (run) => {
    await run.deploy(
      start + '<bpmn:inclusiveGateway id="g"/>' + flow('f1', 'g', 'g2') + '<bpmn:inclusiveGateway id="g2"/>',
    );
    await run.start();
    await run.completed();
  }),
  scenario('inclusive: the branches are worked on side by side', async (run) => {
    await run.deploy(
      start +
        '<bpmn:inclusiveGateway id="g" default="f2"><bpmn:incoming>f0</bpmn:incoming><bpmn:outgoing>f1</bpmn:outgoing><bpmn:outgoing>f2</bpmn:outgoing></bpmn:inclusiveGateway>' +
        flow('f1', 'g', 'a', '=n > 1') +
        flow('f2', 'g', 'b', '=n > 2') +
        work('a') +
        work('b'),
    );
    await run.start({ n: 3 });
    await run.complete('a');
    await run.completed();
  }),
  scenario('inclusive: what is refused at deployment', async (run) => {
    const refuse = (what: string, body: string): Promise<void> => run.outcome(what, () => run.deploy(body));
    await refuse(
      'a join',
      start +
        '<bpmn:parallelGateway id="g"/>' +
        flow('f1', 'g', 'j') +
        flow('f2', 'g', 'j') +
        '<bpmn:inclusiveGateway id="j"><bpmn:incoming>f1</bpmn:incoming><bpmn:incoming>f2</bpmn:incoming></bpmn:inclusiveGateway>',
    );
    await refuse(
      'a flow without a condition',
      inclusive('').replace('<bpmn:conditionExpression>=n > 5</bpmn:conditionExpression>', ''),
    );
    // All flows have conditions: Zeebe tells the problems of several elements in an order of its own, another each time.
    await refuse(
      'a default flow of another element',
      inclusive('default="f0"').replace(
        /<bpmn:sequenceFlow id="f3"[^>]*>/,
        (f3) => `${f3}<bpmn:conditionExpression>=n > 1</bpmn:conditionExpression>`,
      ),
    );
    await refuse(
      'a loop without a wait state',
      start +
        '<bpmn:inclusiveGateway id="g"/>' +
        flow('f1', 'g', 't') +
        '<bpmn:manualTask id="t"/>' +
        flow('f2', 't', 'g'),
    );
  }),
]);
