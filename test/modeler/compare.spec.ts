import { expect } from 'chai';
import { compareModels, type Change } from '../../modeler/src/publish/compare.js';
import type { ModelElement } from '../../modeler/src/publish/flatten.js';
import { readBpmn } from './read-bpmn.js';

interface Parts {
  task?: string;
  more?: string;
  message?: string;
  bounds?: string;
}

const TASK =
  '<bpmn:serviceTask id="t" name="核验"><bpmn:extensionElements><zeebe:taskDefinition type="gongan.verify-identity" /></bpmn:extensionElements></bpmn:serviceTask>';

function process({ task = TASK, more = '', message = 'case.withdrawn', bounds = 'x="100"' }: Parts): string {
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d">
    <bpmn:process id="p" name="流程" isExecutable="true"><bpmn:subProcess id="s">${task}</bpmn:subProcess>${more}</bpmn:process>
    <bpmn:message id="m" name="${message}" />
    <bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="pl" bpmnElement="p"><bpmndi:BPMNShape id="t_di" bpmnElement="t">
    <dc:Bounds ${bounds} y="80" width="100" height="80" /></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}

async function changes(before: Parts, after: Parts): Promise<Change[]> {
  const [old, now] = await Promise.all([readBpmn(process(before)), readBpmn(process(after))]);
  return compareModels(old.rootElement as ModelElement, now.rootElement as ModelElement);
}

const short = (list: Change[]): string[] => list.map(({ kind, elementId }) => `${kind} ${elementId}`);

describe('comparison of two versions', () => {
  it('given the same document twice, then finds nothing', async () => {
    expect(await changes({}, {})).to.deep.equal([]);
  });

  it('given a new task and flow, then lists both as added', async () => {
    const more = '<bpmn:task id="n" name="新任务" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="n" />';
    expect(short(await changes({}, { more }))).to.deep.equal(['added n', 'added f']);
    expect(short(await changes({ more }, {}))).to.deep.equal(['removed n', 'removed f']);
  });

  it('given another job type inside a sub-process, then shows it before and after, and only at the task', async () => {
    const found = await changes({}, { task: TASK.replace('verify-identity', 'verify') });
    expect(found).to.deep.equal([
      {
        kind: 'changed',
        elementId: 't',
        type: 'bpmn:ServiceTask',
        name: '核验',
        details: [{ property: 'zeebe:TaskDefinition type', before: 'gongan.verify-identity', after: 'gongan.verify' }],
      },
    ]);
  });

  it('given a message with another name, then lists the message', async () => {
    const [found] = await changes({}, { message: 'case.stopped' });
    expect(found).to.include({ kind: 'changed', elementId: 'm' });
    expect(found?.details).to.deep.equal([{ property: 'name', before: 'case.withdrawn', after: 'case.stopped' }]);
  });

  it('given an output mapping in front of another, then shows the new one only', async () => {
    const mapping = (...targets: string[]): string => {
      const outputs = targets.map((target) => `<zeebe:output source="=outcome" target="${target}" />`).join('');
      return TASK.replace(
        '<zeebe:taskDefinition',
        `<zeebe:ioMapping>${outputs}</zeebe:ioMapping><zeebe:taskDefinition`,
      );
    };
    const [found] = await changes({ task: mapping('b') }, { task: mapping('a', 'b') });
    expect(found?.details.map(({ property }) => property)).to.deep.equal([
      'zeebe:Output(a) source',
      'zeebe:Output(a) target',
    ]);
  });

  it('given a shape at another place, then lists it as moved', async () => {
    expect(short(await changes({}, { bounds: 'x="140"' }))).to.deep.equal(['moved t']);
  });
});
