import { userTaskForm } from '../../../modeler/lint/rules/user-task-form.js';
import { findFormProblems } from '../../../modeler/lint/form-problems.js';
import { findFormProblems as serverFinds } from '../../../src/domain/bundles/check-form.js';
import { expect } from 'chai';
import { extended, verifyRule } from './rule-fixtures.js';

const options = { forms: { 'window-check': [], broken: ['“选项”没有可选项。'] } };
const withForm = (name: string): string =>
  extended('userTask', 'id="t"', `<zeebe:formDefinition formKey="forms/${name}.form" />`);

verifyRule('user-task-form', userTaskForm, {
  valid: [
    { name: 'a form of the bundle', options, inside: withForm('window-check') },
    { name: 'any form when the forms are unknown', inside: withForm('other') },
    { name: 'a service task', options, inside: '<bpmn:serviceTask id="t" />' },
  ],
  invalid: [
    { name: 'no form', options, inside: '<bpmn:userTask id="t" />', report: [['t', '没有表单']] },
    { name: 'a form that is not there', options, inside: withForm('gone'), report: [['t', '没有名为“gone”的表单']] },
    { name: 'a form with a fault', options, inside: withForm('broken'), report: [['t', '“选项”没有可选项']] },
  ],
});

describe('problems of forms', () => {
  it('are in the studio what the server says at publication', () => {
    const form = {
      components: [
        { type: 'textfield', key: 'a', label: '甲' },
        { type: 'textfield', key: 'a', label: '乙' },
        { type: 'number', label: '丙' },
        { type: 'radio', key: 'r', label: '选项' },
        { type: 'group', components: [{ type: 'filepicker', key: 'f', label: '附件' }] },
      ],
    };

    expect(findFormProblems(form)).to.deep.equal(serverFinds(form));
    expect(findFormProblems(form)).to.have.length(4);
  });
});
