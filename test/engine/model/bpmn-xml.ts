/** Small BPMN documents for specs, without drawing. */
export function bpmnXml(process: string, rootElements = ''): string {
  const namespaces =
    'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
  return (
    `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions ${namespaces} id="definitions" targetNamespace="test">` +
    `${rootElements}${process}</bpmn:definitions>`
  );
}

export function executable(id: string, body: string): string {
  return `<bpmn:process id="${id}" isExecutable="true">${body}</bpmn:process>`;
}

export function flow(id: string, source: string, target: string, condition?: string): string {
  const inner = condition === undefined ? '' : `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}">${inner}</bpmn:sequenceFlow>`;
}

/** `start → element (id "x") → end`. */
export function around(element: string): string {
  return `<bpmn:startEvent id="start"/>${flow('in', 'start', 'x')}${element}${flow('out', 'x', 'end')}<bpmn:endEvent id="end"/>`;
}

export function serviceTask(id: string, extensions = '<zeebe:taskDefinition type="work"/>', attributes = ''): string {
  return `<bpmn:serviceTask id="${id}" ${attributes}><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:serviceTask>`;
}
