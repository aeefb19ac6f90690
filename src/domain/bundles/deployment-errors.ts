/** Turns the engine's refusal of a deployment into findings per element. */
import type { FieldError } from '../../shared/errors.js';

/**
 * Both engines report as Zeebe does: `'file.bpmn': - Element: <id>` followed by lines `- ERROR: <text>`. What is not in
 * that form (XML that cannot be read) comes back as one finding for the whole document.
 */
export function deploymentErrors(message: string): FieldError[] {
  const errors: FieldError[] = [];
  let element = '/';
  for (const line of message.split('\n')) {
    const named = /- Element:\s*(\S+)/.exec(line);
    if (named) element = named[1] ?? '/';
    const error = /- ERROR:\s*(.+)$/.exec(line);
    if (error) errors.push({ path: element, message: (error[1] ?? '').trim() });
  }
  return errors.length > 0 ? errors : [{ path: '/', message: message.trim() }];
}
