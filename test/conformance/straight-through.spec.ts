import { around, flow } from '../engine/model/bpmn-xml.js';
import { ext, loop } from './support/multi-instance-xml.js';
import { conformance, scenario } from './support/scenario.js';

conformance('straight-through', [
  scenario('loops without a wait state', async (run) => {
    const round = (marked: string): string =>
      `<bpmn:startEvent id="start"/>${flow('f1', 'start', 'g')}<bpmn:exclusiveGateway id="g"/>${flow('f2', 'g', 'x')}${marked}${flow('f3', 'x', 'g')}`;
    const plain = (tag: string, marker: string): string =>
      `<bpmn:${tag} id="x"><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing>${marker}</bpmn:${tag}>`;
    await run.outcome('a manual task', () => run.deploy(round(plain('manualTask', ''))));
    await run.outcome('a manual task for each item', () => run.deploy(round(plain('manualTask', loop()))));
    const call = (marker: string, id = '@'): string =>
      around(
        `<bpmn:callActivity id="x">${ext(`<zeebe:calledElement processId="${id}"/>`)}<bpmn:incoming>in</bpmn:incoming><bpmn:outgoing>out</bpmn:outgoing>${marker}</bpmn:callActivity>`,
      );
    await run.outcome('a process that calls itself', () => run.deploy(call('')));
    await run.outcome('a process that calls itself for each item', () => run.deploy(call(loop())));
    await run.outcome('a process that calls itself by an expression', () => run.deploy(call('', '=&quot;@&quot;')));
    const subProcess = `<bpmn:subProcess id="x"><bpmn:startEvent id="is"/>${flow('if', 'is', 'iy')}<bpmn:manualTask id="iy"/></bpmn:subProcess>`;
    await run.outcome('through a sub-process', () => run.deploy(round(subProcess)));
    const marked = subProcess.replace('<bpmn:startEvent id="is"', `${loop()}<bpmn:startEvent id="is"`);
    await run.outcome('through a sub-process for each item', () => run.deploy(round(marked)));
  }),
]);
