import { around, flow, serviceTask } from '../engine/model/bpmn-xml.js';
import { conformance, scenario } from './support/scenario.js';

const work = '<zeebe:taskDefinition type="@-work"/>';
const userTask = (extensions: string): string =>
  `<bpmn:userTask id="x"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:userTask>`;

conformance('tasks', [
  scenario('a service task completes with variables', async (run) => {
    await run.deploy(around(serviceTask('x', work)));
    await run.start({ a: 1, text: '办件', nested: { b: [1, null, true] } });
    await run.complete('work', { result: 'ok', a: 2 });
    await run.completed();
  }),
  scenario('job type, retries and headers from expressions', async (run) => {
    const definition =
      '<zeebe:taskDefinition type="=prefix + &quot;-work&quot;" retries="=n"/>' +
      '<zeebe:taskHeaders><zeebe:header key="k" value="v"/><zeebe:header key="empty" value=""/></zeebe:taskHeaders>';
    await run.deploy(around(serviceTask('x', definition)));
    await run.start({ prefix: run.id, n: 7 });
    const job = await run.job();
    run.note(`${job.retries} ${job.customHeaders}`);
    await run.target.client.completeJob(job.key, {});
    await run.completed();
  }),
  scenario('a job is failed, retried after its backoff, and completed', async (run) => {
    await run.deploy(around(serviceTask('x', work)));
    await run.start();
    const job = await run.job();
    await run.target.client.failJob(job.key, { retries: 2, errorMessage: 'boom', retryBackoffMs: 60_000 });
    run.note(`jobs before the backoff is over: ${(await run.target.raw.activate(job.type, { waitMs: -1 })).length}`);
    await run.target.advance(60_000);
    await run.complete();
    await run.completed();
  }),
  scenario('a job without retries left becomes an incident, which is resolved after retries are given', async (run) => {
    await run.deploy(around(serviceTask('x', work)));
    await run.start();
    const job = await run.job();
    await run.target.client.failJob(job.key, { retries: 0, errorMessage: 'no way' });
    const incident = await run.incident();
    await run.target.client.updateJobRetries(job.key, 1);
    await run.target.client.resolveIncident(String(incident.key));
    await run.complete();
    await run.completed();
  }),
  scenario('an incident of a job is refused while it has no retries', async (run) => {
    await run.deploy(around(serviceTask('x', work)));
    await run.start();
    const job = await run.job();
    await run.target.client.failJob(job.key, { retries: 0, errorMessage: '' });
    const incident = await run.incident();
    await run.outcome('resolve', () => run.target.client.resolveIncident(String(incident.key)));
    await run.outcome('complete', () => run.target.client.completeJob(job.key, {}));
    await run.outcome('fail', () => run.target.client.failJob(job.key, { retries: 1, errorMessage: '' }));
    await run.outcome('throw', () => run.target.client.throwError(job.key, { errorCode: 'E', errorMessage: '' }));
    await run.outcome('retries', () => run.target.client.updateJobRetries(job.key, -1));
  }),
  scenario('a job times out and is given to the next worker', async (run) => {
    await run.deploy(around(serviceTask('x', work)));
    await run.start();
    const first = await run.job('work', { timeoutMs: 30_000 });
    await run.target.advance(60_000);
    const second = await run.job();
    run.note(`the same job: ${first.key === second.key}`);
    await run.target.client.completeJob(first.key, {});
    await run.completed();
  }),
  scenario('a job fetches only the variables asked for', async (run) => {
    await run.deploy(around(serviceTask('x', work)));
    await run.start({ a: 1, b: 2 });
    const job = await run.job('work', { fetch: ['b', 'c'] });
    run.note(job.variables);
    await run.target.client.completeJob(job.key, {});
    await run.completed();
  }),
  scenario('a completed job cannot be completed again', async (run) => {
    await run.deploy(around(serviceTask('x', work)));
    await run.start();
    const job = await run.job();
    await run.target.client.completeJob(job.key, {});
    await run.outcome('again', () => run.target.client.completeJob(job.key, {}));
    await run.completed();
  }),
  scenario('a job type that is no text is an incident', async (run) => {
    await run.deploy(around(serviceTask('x', '<zeebe:taskDefinition type="=t"/>')));
    const key = await run.start();
    const incident = await run.incident();
    await run.target.client.setVariables(key, { t: `${run.id}-work` }, true);
    await run.target.client.resolveIncident(String(incident.key));
    await run.complete();
    await run.completed();
  }),
  scenario('a user task is a job with assignment, dates and form in its headers', async (run) => {
    await run.deploy(
      around(
        userTask(
          '<zeebe:assignmentDefinition assignee="=who" candidateGroups="a, b" candidateUsers="=users"/>' +
            '<zeebe:taskSchedule dueDate="2040-01-01T10:00:00Z" followUpDate="=later"/>' +
            '<zeebe:formDefinition formKey="forms/one"/>' +
            '<zeebe:taskHeaders><zeebe:header key="queue" value="renshe"/></zeebe:taskHeaders>',
        ),
      ),
    );
    await run.start({ who: 'zhang', users: ['u', 'v'], later: '2039-12-31T08:30:00+08:00' });
    await run.until('JOB CREATED');
  }),
  scenario('a user task with dates that are null', async (run) => {
    await run.deploy(around(userTask('<zeebe:taskSchedule dueDate="=none" followUpDate="=none"/>')));
    await run.start({});
    await run.until('JOB CREATED');
  }),
  scenario('an assignee that is no text is an incident', async (run) => {
    await run.deploy(around(userTask('<zeebe:assignmentDefinition assignee="=n"/>')));
    await run.start({ n: 1 });
    await run.incident();
  }),
  scenario('a form that is not deployed is an incident', async (run) => {
    await run.deploy(around(userTask('<zeebe:formDefinition formId="@-none"/>')));
    await run.start();
    await run.incident();
  }),
  scenario('manual and undefined tasks pass', async (run) => {
    await run.deploy(
      '<bpmn:startEvent id="s"/>' +
        flow('a', 's', 'm') +
        '<bpmn:manualTask id="m"/>' +
        flow('b', 'm', 't') +
        '<bpmn:task id="t"/>' +
        flow('c', 't', 'n') +
        '<bpmn:intermediateThrowEvent id="n"/>' +
        flow('d', 'n', 'e') +
        '<bpmn:endEvent id="e"/>',
    );
    await run.start();
    await run.completed();
  }),
  scenario('tasks without outgoing flow end the process', async (run) => {
    await run.deploy('<bpmn:startEvent id="s"/>' + flow('a', 's', 'x') + serviceTask('x', work));
    await run.start();
    await run.complete('work', { a: 1 });
    await run.completed();
  }),
]);
