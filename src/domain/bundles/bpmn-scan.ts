/**
 * The few facts of a BPMN document that a manifest must agree with. The engine reads the document properly when it is
 * deployed; this only finds names, by the form in which every serializer writes them.
 */
export interface BpmnFacts {
  readonly processIds: string[];
  readonly userTaskIds: string[];
  readonly messageNames: string[];
}

export function scanBpmn(xml: string): BpmnFacts {
  return {
    processIds: attributes(xml, 'process', 'id'),
    userTaskIds: attributes(xml, 'userTask', 'id'),
    messageNames: attributes(xml, 'message', 'name'),
  };
}

function attributes(xml: string, tag: string, attribute: string): string[] {
  const tags = new RegExp(`<(?:[\\w.-]+:)?${tag}(?=[\\s/>])[^>]*>`, 'g');
  const value = new RegExp(`\\s${attribute}=(?:"([^"]*)"|'([^']*)')`);
  return [...xml.matchAll(tags)].flatMap(([text]) => {
    const found = value.exec(text);
    return found ? [found[1] ?? found[2] ?? ''] : [];
  });
}
