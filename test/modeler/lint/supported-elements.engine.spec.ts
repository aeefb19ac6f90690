/** The rule says while drawing what the embedded engine says at deployment: element by element. */
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { ownRules } from '../../../modeler/lint/rules/index.js';
import { transformBpmn } from '../../../src/engine/model/transform-bpmn.js';
import { bpmnXml, executable, flow } from '../../engine/model/bpmn-xml.js';
import { readBpmn } from '../read-bpmn.js';

const { Linter } = createRequire(import.meta.url)('bpmnlint') as {
  Linter: new (options: object) => { lint(root: unknown, config: object): Promise<Record<string, { id: string }[]>> };
};

const EVENTS = ['message', 'timer', 'error', 'signal', 'escalation', 'conditional', 'compensate', 'link', 'terminate'];
const PLACES = ['startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent'];
const NODES = [
  ...['task', 'serviceTask', 'sendTask', 'receiveTask', 'userTask', 'manualTask', 'scriptTask', 'businessRuleTask'],
  ...['callActivity', 'subProcess', 'transaction', 'adHocSubProcess'],
  ...['exclusiveGateway', 'inclusiveGateway', 'parallelGateway', 'complexGateway', 'eventBasedGateway'],
];

const samples: string[] = [
  ...NODES.map((node) => `<bpmn:${node} id="x" />`),
  ...PLACES.flatMap((place) =>
    EVENTS.map((event) => `<bpmn:${place} id="x"><bpmn:${event}EventDefinition /></bpmn:${place}>`),
  ),
  ...EVENTS.map(
    (event) =>
      `<bpmn:task id="t" /><bpmn:boundaryEvent id="x" attachedToRef="t"><bpmn:${event}EventDefinition /></bpmn:boundaryEvent>`,
  ),
  '<bpmn:businessRuleTask id="x"><bpmn:extensionElements><zeebe:calledDecision decisionId="d" resultVariable="r" /></bpmn:extensionElements></bpmn:businessRuleTask>',
  '<bpmn:subProcess id="x" triggeredByEvent="true" />',
  '<bpmn:serviceTask id="x" isForCompensation="true" />',
  '<bpmn:serviceTask id="x"><bpmn:multiInstanceLoopCharacteristics /></bpmn:serviceTask>',
  '<bpmn:userTask id="x"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements></bpmn:userTask>',
  '<bpmn:serviceTask id="x"><bpmn:extensionElements><zeebe:executionListeners><zeebe:executionListener eventType="start" type="l" /></zeebe:executionListeners></bpmn:extensionElements></bpmn:serviceTask>',
];

const around = (element: string): string =>
  bpmnXml(executable('p', `<bpmn:startEvent id="start" />${flow('in', 'start', 'x')}${element}`));

async function refusedByEngine(element: string): Promise<boolean> {
  const result = await transformBpmn(around(element), 'sample.bpmn');
  return !result.ok && result.message.includes('not supported');
}

async function reportedByRule(element: string): Promise<boolean> {
  const { rootElement } = await readBpmn(around(element));
  const linter = new Linter({ resolver: { resolveRule: () => ownRules['supported-elements'] } });
  const results = await linter.lint(rootElement, { rules: { 'tongban/supported-elements': 'error' } });
  return (results['tongban/supported-elements'] ?? []).some(({ id }) => id === 'x');
}

describe('lint rule supported-elements and the embedded engine', () => {
  for (const sample of samples) {
    it(`agree on ${sample}`, async () => {
      expect(await reportedByRule(sample)).to.equal(await refusedByEngine(sample));
    });
  }
});
