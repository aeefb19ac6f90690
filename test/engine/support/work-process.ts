import { around, bpmnXml, executable, serviceTask } from '../model/bpmn-xml.js';

/** A process of one service task whose job type is the process's id. */
export function workProcess(id: string): { name: string; content: Buffer } {
  const task = serviceTask('x', `<zeebe:taskDefinition type="${id}"/>`);
  return { name: `${id}.bpmn`, content: Buffer.from(bpmnXml(executable(id, around(task)))) };
}
