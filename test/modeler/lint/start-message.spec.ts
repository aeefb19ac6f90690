import { startMessage } from '../../../modeler/lint/rules/start-message.js';
import { verifyRule } from './rule-fixtures.js';

const options = { startMessage: 'shebaoka.submitted' };
const start = '<bpmn:startEvent id="s"><bpmn:messageEventDefinition id="d1" messageRef="m" /></bpmn:startEvent>';

verifyRule('start-message', startMessage, {
  valid: [
    {
      name: "the manifest's message",
      options,
      inside: start,
      beside: '<bpmn:message id="m" name="shebaoka.submitted" />',
    },
    { name: 'anything when the manifest is unknown', inside: '<bpmn:startEvent id="s" />' },
  ],
  invalid: [
    {
      name: 'a plain start',
      options,
      inside: '<bpmn:startEvent id="s" />',
      report: [['p', '没有以消息“shebaoka.submitted”触发的开始事件']],
    },
    {
      name: 'a start by another message',
      options,
      inside: start,
      beside: '<bpmn:message id="m" name="other" />',
      report: [['p', '申请提交后流程不会启动']],
    },
  ],
});
