import { extension, isAny, text } from '../moddle.js';
import { say, type RuleFactory } from '../rule.js';

/** A human task needs one of the bundle's forms, and that form must be one that can be published. */
export const userTaskForm: RuleFactory = (options = {}) => ({
  check(element, reporter) {
    if (!isAny(element, 'bpmn:UserTask')) return;
    const id = element.id ?? '';
    const name = formNameOf(text(extension(element, 'zeebe:FormDefinition'), 'formKey'));
    if (name === undefined) {
      const missing = say(
        options,
        '人工任务没有表单：请在“人工环节”中选择或新建',
        'Human task has no form: choose one',
      );
      reporter.report(id, missing);
      return;
    }
    if (options.forms === undefined) return;
    const problems = options.forms[name];
    if (problems === undefined) {
      reporter.report(
        id,
        say(options, `没有名为“${name}”的表单：请在“人工环节”中重新选择`, `There is no form "${name}"`),
      );
    }
    for (const problem of problems ?? []) {
      reporter.report(id, say(options, `表单“${name}”：${problem}`, `Form "${name}": ${problem}`));
    }
  },
});

/** `forms/<name>.form` → name. */
export function formNameOf(formKey: string | undefined): string | undefined {
  return /^(?:forms\/)?([a-z0-9-]+)(?:\.form)?$/.exec(formKey ?? '')?.[1];
}
