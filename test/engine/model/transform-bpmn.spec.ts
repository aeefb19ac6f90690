import { expect } from 'chai';
import { transformBpmn } from '../../../src/engine/model/transform-bpmn.js';
import { around, bpmnXml, executable, flow, serviceTask } from './bpmn-xml.js';

const message = (inner = '', name = 'paid'): string =>
  `<bpmn:message id="m" name="${name}"><bpmn:extensionElements>${inner}</bpmn:extensionElements></bpmn:message>`;
const subscription = '<zeebe:subscription correlationKey="=key"/>';

async function problemsOf(process: string, rootElements = ''): Promise<string> {
  const result = await transformBpmn(bpmnXml(executable('p', process), rootElements), 'p.bpmn');
  return result.ok ? 'deployed' : result.message;
}

/** Body, root elements, and the message as Zeebe 8.5.8 words it. */
const refused: Record<string, [string, string, string]> = {
  'a process without start event': [
    '<bpmn:endEvent id="e"/>',
    '',
    '- Element: p\n    - ERROR: Must have at least one start event\n',
  ],
  'a service task without job type': [
    around('<bpmn:serviceTask id="x"/>'),
    '',
    "- Element: x\n    - ERROR: Must have exactly one 'zeebe:taskDefinition' extension element\n",
  ],
  'an empty job type': [
    around(serviceTask('x', '<zeebe:taskDefinition/>')),
    '',
    '- Element: x > extensionElements > taskDefinition\n    - ERROR: Expected expression but not found.\n',
  ],
  'a mapping that is no expression': [
    around(
      serviceTask(
        'x',
        '<zeebe:taskDefinition type="w"/><zeebe:ioMapping><zeebe:output source="abc" target="a"/></zeebe:ioMapping>',
      ),
    ),
    '',
    "- Element: x > extensionElements > ioMapping > output\n    - ERROR: Expected expression but found static value 'abc'. " +
      "An expression must start with '=' (e.g. '=abc').\n",
  ],
  'a mapping to a reserved word': [
    around(
      serviceTask(
        'x',
        '<zeebe:taskDefinition type="w"/><zeebe:ioMapping><zeebe:output source="=1" target="null"/></zeebe:ioMapping>',
      ),
    ),
    '',
    "- Element: x > extensionElements > ioMapping > output\n    - ERROR: Expected path expression 'null' but is one of the " +
      'reserved words (null, true, false, function, if, then, else, for, between, instance, of).\n',
  ],
  'a flow without condition at an exclusive gateway': [
    '<bpmn:startEvent id="s"/>' +
      flow('a', 's', 'g') +
      '<bpmn:exclusiveGateway id="g"><bpmn:outgoing>b</bpmn:outgoing><bpmn:outgoing>c</bpmn:outgoing></bpmn:exclusiveGateway>' +
      flow('b', 'g', 'e', '=x') +
      flow('c', 'g', 'e') +
      '<bpmn:endEvent id="e"/>',
    '',
    '- Element: c\n    - ERROR: Must have a condition or be default flow\n',
  ],
  'outgoing flows of an end event': [
    '<bpmn:startEvent id="s"/>' +
      flow('a', 's', 'e') +
      '<bpmn:endEvent id="e"/>' +
      flow('b', 'e', 'f') +
      '<bpmn:endEvent id="f"/>',
    '',
    '- Element: e\n    - ERROR: End events must not have outgoing sequence flows to other elements.\n',
  ],
  'a message without subscription': [
    around('<bpmn:receiveTask id="x" messageRef="m"/>'),
    message(),
    '- Element: m\n    - ERROR: Must have exactly one zeebe:subscription extension element\n',
  ],
  'a message without name': [
    around('<bpmn:receiveTask id="x" messageRef="m"/>'),
    message(subscription, ''),
    '- Element: m\n    - ERROR: Name must be present and not empty\n',
  ],
  'a receive task without message': [
    around('<bpmn:receiveTask id="x"/>'),
    '',
    '- Element: x\n    - ERROR: Must reference a message\n',
  ],
  'a duration that is none': [
    around(
      '<bpmn:intermediateCatchEvent id="x"><bpmn:timerEventDefinition><bpmn:timeDuration>abc</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>',
    ),
    '',
    "- Element: x\n    - ERROR: Invalid timer duration expression (Invalid duration format 'abc' for expression 'abc'.)\n",
  ],
  'a loop without wait state': [
    '<bpmn:startEvent id="s"/>' +
      flow('a', 's', 't') +
      '<bpmn:manualTask id="t"/>' +
      flow('b', 't', 'g') +
      '<bpmn:exclusiveGateway id="g"/>' +
      flow('c', 'g', 't'),
    '',
    '- Process: p\n    - ERROR: Processes are not allowed to contain a straight-through processing loop: t > g > t\n',
  ],
};

const unsupported: Record<string, [string, string]> = {
  'native user tasks': [
    '<bpmn:userTask id="x"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>',
    'Native user tasks (zeebe:userTask) are not supported',
  ],
  'complex gateways, which Zeebe does not know either': [
    '<bpmn:complexGateway id="x"/>',
    "Elements of type 'ComplexGateway' are currently not supported. Please refer",
  ],
};

describe('transformBpmn', () => {
  for (const [what, [process, rootElements, expected]] of Object.entries(refused)) {
    it(`refuses ${what}`, async () => {
      expect(await problemsOf(process, rootElements))
        .to.match(/^['`]p\.bpmn['`]: /)
        .and.contain(expected);
    });
  }

  for (const [what, [element, expected]] of Object.entries(unsupported)) {
    it(`refuses ${what}`, async () => {
      expect(await problemsOf(around(element)))
        .to.contain(expected)
        .and.match(/- Element: [xy]\n/);
    });
  }

  it('refuses a resource without executable process', async () => {
    const xml = bpmnXml('<bpmn:process id="p" isExecutable="false"/>');
    expect(await transformBpmn(xml, 'p.bpmn')).to.deep.equal({
      ok: false,
      message: "'p.bpmn': - Element: definitions\n    - ERROR: Must contain at least one executable process\n",
    });
  });

  it('refuses what is no BPMN', async () => {
    expect(await transformBpmn('<bpmn:process', 'p.bpmn')).to.include({ ok: false });
    expect(await transformBpmn(bpmnXml(executable('p', '<bpmn:foo id="x"/>')), 'p.bpmn')).to.include({ ok: false });
  });

  it('deploys executable processes only', async () => {
    const xml = bpmnXml(
      executable('p', '<bpmn:startEvent id="s"/>') +
        '<bpmn:process id="q" isExecutable="false"><bpmn:startEvent id="t"/></bpmn:process>',
    );
    const result = await transformBpmn(xml, 'p.bpmn');
    expect(result.ok && result.processes.map((process) => process.bpmnProcessId)).to.deep.equal(['p']);
  });

  it('keeps flows, boundary events, mappings and triggers', async () => {
    const boundary =
      '<bpmn:boundaryEvent id="late" attachedToRef="x" cancelActivity="false"><bpmn:outgoing>o</bpmn:outgoing>' +
      '<bpmn:timerEventDefinition><bpmn:timeCycle> R3/PT1H </bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>';
    const task = serviceTask(
      'x',
      '<zeebe:taskDefinition type="=t" retries="5"/><zeebe:taskHeaders><zeebe:header key="a" value="b"/></zeebe:taskHeaders>' +
        '<zeebe:ioMapping><zeebe:output source="=r" target="a.b"/></zeebe:ioMapping>',
      'name="Work"',
    );
    const result = await transformBpmn(
      bpmnXml(executable('p', around(task) + boundary + flow('o', 'late', 'end'))),
      'p.bpmn',
    );
    if (!result.ok) throw new Error(result.message);
    const { elements, root } = result.processes[0]!;
    expect(root).to.deep.include({ noneStartEventId: 'start', childIds: ['start', 'x', 'end', 'late'] });
    const element = elements.get('x');
    expect(element).to.deep.include({
      kind: 'job-worker',
      name: 'Work',
      elementType: 'SERVICE_TASK',
      flowScopeId: 'p',
      incoming: ['in'],
      outgoing: ['out'],
      boundaryEventIds: ['late'],
      taskHeaders: { a: 'b' },
    });
    expect(element?.outputMappings.map((mapping) => [mapping.source.source, mapping.target])).to.deep.equal([
      ['=r', ['a', 'b']],
    ]);
    expect(element?.kind === 'job-worker' && [element.jobType.source, element.jobRetries.source]).to.deep.equal([
      '=t',
      '5',
    ]);
    const late = elements.get('late');
    expect(late).to.deep.include({
      kind: 'boundary-event',
      eventType: 'TIMER',
      attachedToId: 'x',
      interrupting: false,
    });
    expect(late?.kind === 'boundary-event' && late.trigger.type === 'timer' && late.trigger.expression.source).to.equal(
      'R3/PT1H',
    );
    expect(elements.get('out')).to.deep.include({ kind: 'sequence-flow', sourceId: 'x', targetId: 'end' });
  });
});
