import type { JsonObject } from '../../src/engine/client/port.js';
import { around, bpmnXml, executable, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import type { Run } from './support/run.js';
import { element, ext, loop, type Loop } from './support/multi-instance-xml.js';
import { conformance, scenario } from './support/scenario.js';

const work = '<zeebe:taskDefinition type="@-work"/>';
const child = around(serviceTask('x', '<zeebe:taskDefinition type="@-work"/>'))
  .replaceAll('"x"', '"cx"')
  .replaceAll('"start"', '"cs"')
  .replaceAll('"end"', '"ce"');
const io = (mappings: string): string => `<zeebe:ioMapping>${mappings}</zeebe:ioMapping>`;
const input = (source: string, target: string): string => `<zeebe:input source="${source}" target="${target}"/>`;
const output = (source: string, target: string): string => `<zeebe:output source="${source}" target="${target}"/>`;

const task = (options: Loop = {}, extensions = work): string =>
  around(element('serviceTask', extensions, loop(options)));

const content = (inner: string): string =>
  `<bpmn:startEvent id="is"/>${flow('if', 'is', 'iy')}${inner}${flow('ig', 'iy', 'ie')}<bpmn:endEvent id="ie"/>`;

const boundary = (definition: string, attributes = ''): string =>
  `<bpmn:boundaryEvent id="b" attachedToRef="x" ${attributes}><bpmn:outgoing>bo</bpmn:outgoing>${definition}</bpmn:boundaryEvent>` +
  flow('bo', 'b', 'be') +
  '<bpmn:endEvent id="be"/>';
const timer = (duration: string): string =>
  `<bpmn:timerEventDefinition id="t"><bpmn:timeDuration>${duration}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const message =
  '<bpmn:message id="msg" name="@-msg"><bpmn:extensionElements><zeebe:subscription correlationKey="=key"/></bpmn:extensionElements></bpmn:message>';
const error = '<bpmn:error id="err" errorCode="REFUSED"/>';

async function completeAll(
  run: Run,
  count: number,
  variables: (index: number) => JsonObject = () => ({}),
): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    const job = await run.job();
    run.note(`job ${index}: ${JSON.stringify(Object.entries(JSON.parse(job.variables) as object).sort())}`);
    await run.target.client.completeJob(job.key, variables(index));
  }
}

conformance('multi-instance', [
  scenario('parallel: an instance for each item, all at once', async (run) => {
    await run.deploy(task());
    await run.start({ items: ['a', { b: 1 }, null] });
    await completeAll(run, 3, (index) => ({ result: index }));
    await run.completed();
  }),
  scenario('sequential: one after another', async (run) => {
    await run.deploy(task({ sequential: true }));
    await run.start({ items: ['a', 'b', 'c'] });
    await completeAll(run, 3, (index) => ({ result: index }));
    await run.completed();
  }),
  scenario('parallel: outputs are collected in the order of the items', async (run) => {
    await run.deploy(task({ out: ['results', '=r'] }));
    await run.start({ items: [10, 20, 30] });
    const jobs = [await run.job(), await run.job(), await run.job()];
    for (const job of jobs.reverse()) {
      const { item } = JSON.parse(job.variables) as { item: number };
      await run.target.client.completeJob(job.key, { r: item * 2 });
    }
    await run.completed();
  }),
  scenario('sequential: outputs by an expression, over the item and a part of a variable', async (run) => {
    await run.deploy(task({ sequential: true, out: ['results', '=r.value'] }));
    await run.start({ items: [1, 2], r: { value: 'outer' } });
    await completeAll(run, 2, (index) => (index === 1 ? {} : { r: { value: 'own' } }));
    await run.completed();
  }),
  scenario('an output element that is the item', async (run) => {
    await run.deploy(task({ out: ['results', '=item'] }));
    await run.start({ items: [1, 2] });
    await completeAll(run, 2, (index) => (index === 1 ? { item: 'changed' } : {}));
    await run.completed();
  }),
  scenario('an output element that is the counter', async (run) => {
    await run.deploy(task({ out: ['results', '=loopCounter'], sequential: true }));
    await run.start({ items: ['a', 'b'] });
    await completeAll(run, 2);
    await run.completed();
  }),
  scenario('an empty list passes', async (run) => {
    await run.deploy(task({ out: ['results', '=r'] }));
    await run.start({ items: [] });
    await run.completed();
  }),
  scenario('an empty list passes, sequential and without outputs', async (run) => {
    await run.deploy(task({ sequential: true }));
    await run.start({ items: [] });
    await run.completed();
  }),
  scenario('no list: an incident, resolved with the variable set', async (run) => {
    await run.deploy(task() + boundary(timer('PT1H')));
    const key = await run.start({ items: 'text' });
    const incident = await run.incident();
    await run.target.client.setVariables(key, { items: [1] }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await run.complete();
    await run.completed();
  }),
  scenario('no variable of the list: an incident', async (run) => {
    await run.deploy(task());
    await run.start();
    await run.incident();
  }),
  scenario('a list that becomes shorter: an incident of the next instance', async (run) => {
    await run.deploy(task({ sequential: true }));
    const key = await run.start({ items: [1, 2, 3] });
    const job = await run.job();
    await run.target.client.setVariables(key, { items: [1] }, false);
    await run.target.client.completeJob(job.key, {});
  }),
  scenario('a list that is none any more: an incident of the instance that completes', async (run) => {
    await run.deploy(task({ sequential: true }));
    const key = await run.start({ items: [1, 2] });
    const job = await run.job();
    await run.target.client.setVariables(key, { items: 5 }, false);
    await run.target.client.completeJob(job.key, { a: 1 });
    const incident = await run.incident();
    await run.target.client.setVariables(key, { items: [1, 2] }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await run.complete();
    await run.completed();
  }),
  scenario('parallel: the completion condition ends the others', async (run) => {
    await run.deploy(task({ condition: '=enough = true', out: ['results', '=r'] }));
    await run.start({ items: [1, 2, 3] });
    await completeAll(run, 2, (index) => ({ r: index, enough: index === 2 }));
    await run.completed();
  }),
  scenario('sequential: the completion condition leaves the rest out', async (run) => {
    await run.deploy(task({ sequential: true, condition: '=loopCounter = 2' }));
    await run.start({ items: [1, 2, 3] });
    await completeAll(run, 2);
    await run.completed();
  }),
  scenario('the completion condition may count', async (run) => {
    const counts =
      '=numberOfInstances = 4 and numberOfActiveInstances = 2 and numberOfCompletedInstances = 2 and numberOfTerminatedInstances = 0';
    await run.deploy(task({ condition: counts }));
    await run.start({ items: [1, 2, 3, 4], numberOfInstances: 77 });
    await completeAll(run, 2);
    await run.completed();
  }),
  scenario('a completion condition without a boolean: an incident', async (run) => {
    await run.deploy(task({ condition: '=enough' }));
    const key = await run.start({ items: [1, 2] });
    await completeAll(run, 1, () => ({ a: 1 }));
    const incident = await run.incident();
    await run.target.client.setVariables(key, { enough: false }, false);
    await run.target.client.resolveIncident(String(incident.key));
    await completeAll(run, 1);
    await run.completed();
  }),
  scenario('an output element that fails: an incident', async (run) => {
    await run.deploy(task({ out: ['results', '=assert(r, r != null)'] }));
    await run.start({ items: [1] });
    await completeAll(run, 1);
    await run.incident();
  }),
  scenario('an output collection that was overwritten: incidents', async (run) => {
    await run.deploy(task({ out: ['results', '=r'] }));
    await run.start({ items: [1, 2, 3] });
    const body = await run.element('x');
    const overwrite = (value: unknown): Promise<unknown> =>
      run.target.client.setVariables(String(body.key), { results: value }, true);
    let nth = 0;
    for (const value of [{ a: 1 }, [], 'text']) {
      const job = await run.job();
      await overwrite(value);
      await run.target.client.completeJob(job.key, { r: 1 });
      await run.incident((nth += 1));
    }
  }),
  scenario('mappings are those of each instance', async (run) => {
    await run.deploy(
      task({ out: ['results', '=mapped'] }, work + io(input('=item * 10', 'ten') + output('=r + ten', 'mapped'))),
    );
    await run.start({ items: [1, 2] });
    await completeAll(run, 2, (index) => ({ r: index }));
    await run.completed();
  }),
  scenario('an input mapping that fails: an incident of the instance', async (run) => {
    await run.deploy(task({}, work + io(input('=assert(item, item &gt; 1)', 'big'))));
    await run.start({ items: [1, 2] });
    await run.incident();
    await completeAll(run, 1);
  }),
  scenario('a variable of the item hides the outer one', async (run) => {
    await run.deploy(task({ sequential: true }));
    await run.start({ items: [1], item: 'outer', loopCounter: 'outer' });
    await completeAll(run, 1, () => ({ item: 'changed', loopCounter: 'changed', more: 1 }));
    await run.completed();
  }),
  scenario('an interrupting boundary timer ends the body with all in it', async (run) => {
    await run.deploy(task() + boundary(timer('PT1H')));
    await run.start({ items: [1, 2] });
    await run.job();
    await run.job();
    await run.target.advance(3_600_000);
    await run.completed();
  }),
  scenario('a boundary message that does not interrupt leaves it', async (run) => {
    const definition = '<bpmn:messageEventDefinition id="d" messageRef="msg"/>';
    await run.deploy(task() + boundary(definition, 'cancelActivity="false"'), message);
    await run.start({ items: [1, 2], key: `${run.id}-k` });
    await run.job();
    await run.publish('msg', 'k', { told: true });
    await run.element('be', 'ELEMENT_COMPLETED');
  }),
  scenario('an error is caught on the body', async (run) => {
    await run.deploy(task() + boundary('<bpmn:errorEventDefinition id="d" errorRef="err"/>'), error);
    await run.start({ items: [1, 2] });
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'REFUSED', errorMessage: '', variables: { why: 1 } });
    await run.completed();
  }),
  scenario('cancel: the body goes with all in it, incidents too', async (run) => {
    await run.deploy(task({}, work + io(input('=assert(item, item &gt; 1)', 'big'))));
    const key = await run.start({ items: [1, 2] });
    await run.incident();
    await run.job();
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
  }),
  scenario('cancel: a body with an incident of its own', async (run) => {
    await run.deploy(task());
    const key = await run.start();
    await run.incident();
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
  }),
  scenario('an embedded sub-process for each item', async (run) => {
    await run.deploy(
      around(
        element(
          'subProcess',
          io(output('=r', 'result')),
          loop({ out: ['results', '=result'] }),
          '',
          content(serviceTask('iy', work)),
        ),
      ) + boundary(timer('PT1H')),
    );
    await run.start({ items: [1, 2] });
    await completeAll(run, 2, (index) => ({ r: index }));
    await run.completed();
  }),
  scenario('an embedded sub-process, one after another, cancelled', async (run) => {
    await run.deploy(
      around(element('subProcess', '', loop({ sequential: true }), '', content(serviceTask('iy', work)))),
    );
    const key = await run.start({ items: [1, 2] });
    await completeAll(run, 1);
    await run.element('iy', 'ELEMENT_ACTIVATED', 2);
    await run.target.client.cancelProcessInstance(key);
    await run.element('@', 'ELEMENT_TERMINATED');
  }),
  scenario('a loop within a loop', async (run) => {
    const inner = `<bpmn:serviceTask id="iy">${ext(work)}<bpmn:incoming>if</bpmn:incoming><bpmn:outgoing>ig</bpmn:outgoing>${loop({ collection: '=row', item: 'cell', out: ['cells', '=cell + 1'], sequential: true })}</bpmn:serviceTask>`;
    await run.deploy(
      around(element('subProcess', '', loop({ item: 'row', out: ['rows', '=cells'] }), '', content(inner))),
    );
    await run.start({ items: [[1], [2, 3]] });
    await completeAll(run, 3);
    await run.completed();
  }),
  scenario('a call activity for each item', async (run) => {
    const definition =
      '<zeebe:calledElement processId="@-child" propagateAllChildVariables="false"/>' + io(output('=r', 'result'));
    await run.deployXml(
      bpmnXml(
        executable(
          '@',
          around(element('callActivity', definition, loop({ sequential: true, out: ['results', '=result'] }))),
        ),
      ),
      bpmnXml(executable('@-child', child)),
    );
    await run.start({ items: [1, 2] });
    await completeAll(run, 2, (index) => ({ r: index }));
    await run.completed();
  }),
  scenario('a called process that gets no variables of its parent gets the item with a mapping only', async (run) => {
    const definition = '<zeebe:calledElement processId="@-child" propagateAllParentVariables="false"/>';
    const mapped = `${definition}<zeebe:ioMapping><zeebe:input source="=item * 10" target="given"/></zeebe:ioMapping>`;
    for (const extensions of [definition, mapped]) {
      await run.deployXml(
        bpmnXml(executable('@', around(element('callActivity', extensions, loop({ sequential: true }))))),
        bpmnXml(executable('@-child', child)),
      );
      await run.start({ items: [1] });
      await completeAll(run, 1, () => ({}));
      await run.completed();
    }
  }),
  scenario('a called process’s error is caught on the body', async (run) => {
    const called = element('callActivity', '<zeebe:calledElement processId="@-child"/>', loop());
    await run.deployXml(
      bpmnXml(executable('@', around(called) + boundary('<bpmn:errorEventDefinition id="d" errorRef="err"/>')), error),
      bpmnXml(executable('@-child', child)),
    );
    await run.start({ items: [1, 2] });
    await run.job();
    const job = await run.job();
    await run.target.client.throwError(job.key, { errorCode: 'REFUSED', errorMessage: '', variables: {} });
    await run.completed();
  }),
  scenario('receive tasks', async (run) => {
    await run.deploy(around(element('receiveTask', '', loop(), 'messageRef="msg"')), message.replace('=key', '=item'));
    await run.start({ items: [`${run.id}-1`, `${run.id}-2`] });
    await run.publish('msg', '2', { got: 2 });
    await run.publish('msg', '1', { got: 1 });
    await run.completed();
  }),
  scenario('script tasks', async (run) => {
    await run.deploy(
      around(
        element(
          'scriptTask',
          '<zeebe:script expression="=item * 2" resultVariable="r"/>',
          loop({ out: ['results', '=r'] }),
        ),
      ),
    );
    await run.start({ items: [1, 2] });
    await run.completed();
  }),
  scenario('manual tasks pass, one after another', async (run) => {
    await run.deploy(around(element('manualTask', '', loop({ sequential: true }))));
    await run.start({ items: [1, 2] });
    await run.completed();
  }),
  scenario('undefined tasks pass, and a condition ends them', async (run) => {
    await run.deploy(around(element('task', '', loop({ condition: '=item = 2' }))));
    await run.start({ items: [1, 2, 3, 4] });
    await run.completed();
  }),
  scenario('user tasks, with the item in their headers', async (run) => {
    await run.deploy(around(element('userTask', '<zeebe:assignmentDefinition assignee="=item"/>', loop())));
    await run.start({ items: ['clerk', 'chief'] });
    await run.until('JOB CREATED', undefined, 2);
  }),
  scenario('the end of the flow: a body without a way out', async (run) => {
    await run.deploy(
      `<bpmn:startEvent id="start"/>${flow('in', 'start', 'x')}${element('serviceTask', work, loop()).replace('<bpmn:outgoing>out</bpmn:outgoing>', '')}`,
    );
    await run.start({ items: [1, 2] });
    await completeAll(run, 2);
    await run.completed();
  }),
  scenario('what is refused at deployment', async (run) => {
    const refuse = (what: string, body: string): Promise<void> => run.outcome(what, () => run.deploy(body));
    const marked = (definition: string, more = ''): string =>
      around(
        element(
          'serviceTask',
          work,
          `<bpmn:multiInstanceLoopCharacteristics id="loop">${definition}${more}</bpmn:multiInstanceLoopCharacteristics>`,
        ),
      );
    const definition = (attributes: string): string => ext(`<zeebe:loopCharacteristics ${attributes}/>`);
    await refuse('no zeebe:loopCharacteristics', marked(''));
    await refuse(
      'two of them',
      marked(ext('<zeebe:loopCharacteristics inputCollection="=a"/><zeebe:loopCharacteristics inputCollection="=a"/>')),
    );
    await refuse('no input collection', marked(definition('inputElement="a"')));
    await refuse('an empty input collection', marked(definition('inputCollection=""')));
    await refuse('a static input collection', marked(definition('inputCollection="items"')));
    await refuse('an output element alone', marked(definition('inputCollection="=a" outputElement="=b"')));
    await refuse('an output collection alone', marked(definition('inputCollection="=a" outputCollection="b"')));
    await refuse(
      'a static output element',
      marked(definition('inputCollection="=a" outputCollection="b" outputElement="c"')),
    );
    const fine = definition('inputCollection="=a"');
    await refuse('a static condition', marked(fine, '<bpmn:completionCondition>done</bpmn:completionCondition>'));
    await refuse('an empty condition', marked(fine, '<bpmn:completionCondition></bpmn:completionCondition>'));
    await refuse(
      'two boundary events alike',
      task() +
        boundary('<bpmn:errorEventDefinition id="d1"/>') +
        boundary('<bpmn:errorEventDefinition id="d2"/>')
          .replaceAll('"b"', '"b2"')
          .replaceAll('"bo"', '"bo2"')
          .replace('>bo<', '>bo2<')
          .replaceAll('"be"', '"be2"'),
    );
  }),
  scenario('a standard loop marker is not looked at', async (run) => {
    await run.outcome('deploy', () =>
      run.deploy(around(element('serviceTask', work, '<bpmn:standardLoopCharacteristics id="loop"/>'))),
    );
    await run.outcome('start', async () => {
      await run.start();
      await run.complete();
      await run.completed();
    });
  }),
]);
