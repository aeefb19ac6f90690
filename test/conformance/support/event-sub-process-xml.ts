import { around, flow, serviceTask } from '../../engine/model/bpmn-xml.js';

export const io = (mappings: string): string => `<zeebe:ioMapping>${mappings}</zeebe:ioMapping>`;
export const ext = (extensions: string): string => `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`;
export const task = (id: string): string => serviceTask(id, `<zeebe:taskDefinition type="@-${id}"/>`);

export const message = (id: string, key = '=key'): string =>
  `<bpmn:message id="m_${id}" name="@-${id}"><bpmn:extensionElements><zeebe:subscription correlationKey="${key}"/></bpmn:extensionElements></bpmn:message>`;
export const error = (code: string): string => `<bpmn:error id="err_${code}" errorCode="${code}"/>`;

export const onMessage = (id: string): string => `<bpmn:messageEventDefinition id="d_${id}" messageRef="m_${id}"/>`;
export const onError = (code?: string): string =>
  code === undefined
    ? '<bpmn:errorEventDefinition id="d_any"/>'
    : `<bpmn:errorEventDefinition id="d_${code}" errorRef="err_${code}"/>`;
export const onTimer = (kind: 'Duration' | 'Cycle' | 'Date', text: string): string =>
  `<bpmn:timerEventDefinition id="d_timer"><bpmn:time${kind}>${text}</bpmn:time${kind}></bpmn:timerEventDefinition>`;

export interface Parts {
  readonly interrupting?: boolean;
  /** What stands between start and end; the task `<id>_t` when left out. */
  readonly inner?: string;
  readonly start?: string;
  readonly extensions?: string;
}

/** An event sub-process: start `<id>_s`, task `<id>_t`, end `<id>_e`. */
export function eventSubProcess(
  id: string,
  definition: string,
  { interrupting = true, inner, start = '', extensions = '' }: Parts = {},
): string {
  return (
    `<bpmn:subProcess id="${id}" triggeredByEvent="true">${ext(extensions)}` +
    `<bpmn:startEvent id="${id}_s" isInterrupting="${interrupting}">${ext(start)}<bpmn:outgoing>${id}_f</bpmn:outgoing>${definition}</bpmn:startEvent>` +
    flow(`${id}_f`, `${id}_s`, `${id}_t`) +
    (inner ?? task(`${id}_t`)) +
    flow(`${id}_g`, `${id}_t`, `${id}_e`) +
    `<bpmn:endEvent id="${id}_e"/></bpmn:subProcess>`
  );
}

export const subProcess = (inner: string, id = 'x'): string =>
  `<bpmn:subProcess id="${id}"><bpmn:startEvent id="${id}_is"/>${flow(`${id}_if`, `${id}_is`, 'work')}${task('work')}` +
  `${flow(`${id}_ig`, 'work', `${id}_ie`)}<bpmn:endEvent id="${id}_ie"/>${inner}</bpmn:subProcess>`;
export const boundary = (id: string, definition: string, attributes = ''): string =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="x" ${attributes}><bpmn:outgoing>${id}_o</bpmn:outgoing>${definition}</bpmn:boundaryEvent>` +
  flow(`${id}_o`, id, `${id}_e`) +
  `<bpmn:endEvent id="${id}_e"/>`;
/** A process with the task `work`, and what else there is. */
export const withTask = (more: string): string =>
  around(task('work').replace('id="work"', 'id="x"')).replace('@-work', '@-work') + more;
