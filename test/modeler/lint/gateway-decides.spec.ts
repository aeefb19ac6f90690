import { gatewayDecides } from '../../../modeler/lint/rules/gateway-decides.js';
import { verifyRule } from './rule-fixtures.js';

const condition = (body: string) =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${body}</bpmn:conditionExpression>`;
const gateway = (attributes: string, a: string, b: string, kind = 'exclusiveGateway') =>
  `<bpmn:${kind} id="g" ${attributes}><bpmn:outgoing>a</bpmn:outgoing><bpmn:outgoing>b</bpmn:outgoing></bpmn:${kind}>
   <bpmn:task id="t1" name="受理" /><bpmn:task id="t2" name="补正" />
   <bpmn:sequenceFlow id="a" sourceRef="g" targetRef="t1">${a}</bpmn:sequenceFlow>
   <bpmn:sequenceFlow id="b" sourceRef="g" targetRef="t2">${b}</bpmn:sequenceFlow>`;

verifyRule('gateway-decides', gatewayDecides, {
  valid: [
    { name: 'a condition and a default', inside: gateway('default="b"', condition('=complete'), '') },
    { name: 'a parallel gateway', inside: gateway('', '', '', 'parallelGateway') },
    { name: 'a gateway with one way out', inside: '<bpmn:exclusiveGateway id="g" />' },
  ],
  invalid: [
    {
      name: 'flows without conditions',
      inside: gateway('', '', ''),
      report: [
        ['a', '通往“受理”的流向没有条件'],
        ['b', '通往“补正”的流向没有条件'],
      ],
    },
    {
      name: 'an empty expression',
      inside: gateway('default="b"', condition('='), ''),
      report: [['a', '没有条件']],
    },
    {
      name: 'conditions everywhere but no default',
      inside: gateway('', condition('=complete'), condition('=not(complete)')),
      report: [['g', '没有默认流向']],
    },
  ],
});
