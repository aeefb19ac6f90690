import { chineseName } from '../../../modeler/lint/rules/chinese-name.js';
import { verifyRule } from './rule-fixtures.js';

const split = (name: string) =>
  `<bpmn:exclusiveGateway id="g" ${name}><bpmn:outgoing>a</bpmn:outgoing><bpmn:outgoing>b</bpmn:outgoing></bpmn:exclusiveGateway>
   <bpmn:task id="t1" name="甲" /><bpmn:task id="t2" name="乙" />
   <bpmn:sequenceFlow id="a" sourceRef="g" targetRef="t1" /><bpmn:sequenceFlow id="b" sourceRef="g" targetRef="t2" />`;

verifyRule('chinese-name', chineseName, {
  valid: [
    { name: 'a Chinese name', inside: '<bpmn:task id="t" name="受理" />' },
    { name: 'Chinese with Latin letters', inside: '<bpmn:task id="t" name="核对 OCR 结果" />' },
    { name: 'a gateway that only joins', inside: '<bpmn:exclusiveGateway id="g" />' },
    { name: 'a parallel gateway without a name', inside: '<bpmn:parallelGateway id="g" />' },
    { name: 'a question at a gateway', inside: split('name="材料齐全？"') },
  ],
  invalid: [
    { name: 'a task without a name', inside: '<bpmn:task id="t" />', report: [['t', '没有名称']] },
    { name: 'an English name', inside: '<bpmn:endEvent id="e" name="done" />', report: [['e', '“done”不是中文']] },
    { name: 'a deciding gateway without a name', inside: split(''), report: [['g', '没有名称']] },
    { name: 'a process without a name', process: '', inside: '', report: [['p', '没有名称']] },
  ],
});
