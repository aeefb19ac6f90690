import { around, bpmnXml, executable, serviceTask } from '../engine/model/bpmn-xml.js';
import type { Run } from './support/run.js';
import { conformance, scenario } from './support/scenario.js';

const NO_KEY = '2251799913685249';
const task = around(serviceTask('x', '<zeebe:taskDefinition type="@-work"/>'));
const raw = (run: Run, rpc: string, request: object) => run.outcome(rpc, () => run.target.raw.call(rpc, request));

conformance('commands', [
  scenario('keys that are not there', async (run) => {
    await raw(run, 'CompleteJob', { jobKey: NO_KEY });
    await raw(run, 'FailJob', { jobKey: NO_KEY, retries: 1 });
    await raw(run, 'ThrowError', { jobKey: NO_KEY, errorCode: 'E' });
    await raw(run, 'UpdateJobRetries', { jobKey: NO_KEY, retries: 1 });
    await raw(run, 'UpdateJobRetries', { jobKey: NO_KEY, retries: 0 });
    await raw(run, 'ResolveIncident', { incidentKey: NO_KEY });
    await raw(run, 'SetVariables', { elementInstanceKey: NO_KEY, variables: '{}' });
    await raw(run, 'CancelProcessInstance', { processInstanceKey: NO_KEY });
    await raw(run, 'CompleteJob', { jobKey: '1' });
  }),
  scenario("a job's time-out: extended while it is activated, refused otherwise", async (run) => {
    const update = (key: string, timeoutMs: number) =>
      run.outcome('UpdateJobTimeout', () => run.target.client.updateJobTimeout(key, timeoutMs));
    await update(NO_KEY, 1_000);
    await run.deploy(task);
    await run.start();
    const created = await run.until('JOB CREATED');
    await update(String(created.key), 1_000);
    const { key } = await run.job('work', { timeoutMs: 60_000 });
    await update(key, 600_000);
    await run.target.advance(120_000);
    await run.target.client.completeJob(key, {});
    await run.completed();
  }),
  scenario('processes that are not there', async (run) => {
    await raw(run, 'CreateProcessInstance', { bpmnProcessId: 'none', version: -1 });
    await raw(run, 'CreateProcessInstance', { bpmnProcessId: 'none', version: 3 });
    await raw(run, 'CreateProcessInstance', { processDefinitionKey: NO_KEY });
    await raw(run, 'CreateProcessInstanceWithResult', { request: { bpmnProcessId: 'none', version: -1 } });
  }),
  scenario('variables that are no document', async (run) => {
    await raw(run, 'CompleteJob', { jobKey: NO_KEY, variables: '[1]' });
    await raw(run, 'CompleteJob', { jobKey: NO_KEY, variables: '"x"' });
    await raw(run, 'CompleteJob', { jobKey: NO_KEY, variables: 'null' });
    await raw(run, 'CompleteJob', { jobKey: NO_KEY, variables: '' });
  }),
  scenario('tenants', async (run) => {
    await raw(run, 'CreateProcessInstance', { bpmnProcessId: 'none', version: -1, tenantId: 'other' });
    await raw(run, 'PublishMessage', { name: 'm', correlationKey: 'k', tenantId: 'other' });
    await raw(run, 'DeployResource', { resources: [], tenantId: 'other' });
    await raw(run, 'CreateProcessInstance', { bpmnProcessId: 'none', version: -1, tenantId: '<default>' });
  }),
  scenario('activation that is wrong', async (run) => {
    await run.outcome('no type', () => run.target.raw.activate(''));
    await run.outcome('no timeout', () => run.target.raw.activate('x', { timeoutMs: 0 }));
    run.note(`${(await run.target.raw.activate(`${run.id}-none`, { waitMs: -1 })).length} jobs`);
  }),
  scenario('deployments that are refused', async (run) => {
    const deploy = (name: string, content: string) =>
      run.outcome(name, () => run.target.client.deploy([{ name, content: Buffer.from(content) }]));
    await run.outcome('nothing', () => run.target.client.deploy([]));
    await deploy('a.txt', 'x');
    await deploy('none.bpmn', bpmnXml('<bpmn:process id="p" isExecutable="false"/>'));
    await deploy('no-type.bpmn', bpmnXml(executable('p', around('<bpmn:serviceTask id="x"/>'))));
    await deploy('f.form', '{}');
    await run.outcome('same id', () => run.deployXml(bpmnXml(executable('@', task)), bpmnXml(executable('@', task))));
  }),
  scenario('deployments: versions rise with the content, and stay without a change', async (run) => {
    const deploy = async (name: string): Promise<void> => {
      const { version } = await run.deploy(task.replace('<bpmn:startEvent', `<bpmn:startEvent name="${name}"`));
      run.note(`${name}: version ${version}`);
    };
    await deploy('a');
    await deploy('a');
    await deploy('b');
    await deploy('a');
  }),
  scenario('creation with result', async (run) => {
    await run.deploy(around('<bpmn:manualTask id="x"/>'));
    const request = { bpmnProcessId: run.id, version: -1, variables: '{"a":1,"b":2}' };
    const all = await run.target.raw.call('CreateProcessInstanceWithResult', { request });
    const some = await run.target.raw.call('CreateProcessInstanceWithResult', { request, fetchVariables: ['b', 'c'] });
    run.note(JSON.stringify([all['variables'], some['variables'], all['version'], all['tenantId']]));
  }),
  scenario('two jobs of one type: the poll gives as many as asked for', async (run) => {
    await run.deploy(task);
    await run.start();
    await run.start();
    await run.element('x', 'ELEMENT_ACTIVATED', 2);
    const jobs = await run.target.raw.activate(`${run.id}-work`, { max: 5 });
    run.note(`${jobs.length} jobs`);
  }),
  scenario('a poll that waits gets the job as soon as it is there', async (run) => {
    await run.deploy(task);
    const waiting = run.target.raw.activate(`${run.id}-work`, { waitMs: 20_000 });
    await run.start();
    const [job] = await waiting;
    run.note(`job of ${job?.elementId}`);
    await run.target.client.completeJob(job?.key ?? '', {});
    await run.completed();
  }),
]);
