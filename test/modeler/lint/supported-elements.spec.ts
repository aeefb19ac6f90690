import { supportedElements } from '../../../modeler/lint/rules/supported-elements.js';
import { extended, verifyRule } from './rule-fixtures.js';

verifyRule('supported-elements', supportedElements, {
  valid: [
    {
      name: 'a message start',
      inside: '<bpmn:startEvent id="e"><bpmn:messageEventDefinition id="m" /></bpmn:startEvent>',
    },
    {
      name: 'a timer on a task',
      inside:
        '<bpmn:userTask id="t" /><bpmn:boundaryEvent id="b" attachedToRef="t"><bpmn:timerEventDefinition id="d1" /></bpmn:boundaryEvent>',
    },
    { name: 'an end by error', inside: '<bpmn:endEvent id="e"><bpmn:errorEventDefinition id="x" /></bpmn:endEvent>' },
    { name: 'an embedded sub-process', inside: '<bpmn:subProcess id="s"><bpmn:task id="t" /></bpmn:subProcess>' },
    {
      name: 'a multi-instance task',
      inside: '<bpmn:serviceTask id="t"><bpmn:multiInstanceLoopCharacteristics id="m" /></bpmn:serviceTask>',
    },
    { name: 'an event sub-process', inside: '<bpmn:subProcess id="s" triggeredByEvent="true" />' },
    { name: 'data and notes', inside: '<bpmn:dataObject id="o" /><bpmn:textAnnotation id="n" />' },
  ],
  invalid: [
    {
      name: 'a complex gateway',
      inside: '<bpmn:complexGateway id="g" />',
      report: [['g', '暂不支持这种元素（ComplexGateway）']],
    },
    {
      name: 'a conditional catch event',
      inside:
        '<bpmn:intermediateCatchEvent id="e"><bpmn:conditionalEventDefinition id="s" /></bpmn:intermediateCatchEvent>',
      report: [['e', '“conditional”事件']],
    },
    {
      name: "the engine's own user task",
      inside: extended('userTask', 'id="t"', '<zeebe:userTask />'),
      report: [['t', '任务工作者']],
    },
  ],
});
