export const ext = (extensions: string): string => `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`;

export interface Loop {
  readonly collection?: string;
  readonly item?: string;
  readonly out?: [string, string];
  readonly condition?: string;
  readonly sequential?: boolean;
}

/** The multi-instance marker. */
export function loop({ collection = '=items', item = 'item', out, condition, sequential = false }: Loop = {}): string {
  const outs = out ? `outputCollection="${out[0]}" outputElement="${out[1]}"` : '';
  const inner = condition === undefined ? '' : `<bpmn:completionCondition>${condition}</bpmn:completionCondition>`;
  const definition = `<zeebe:loopCharacteristics inputCollection="${collection}" inputElement="${item}" ${outs}/>`;
  return (
    `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}">` +
    `${ext(definition)}${inner}</bpmn:multiInstanceLoopCharacteristics>`
  );
}

/** An element "x" with a marker; flows are listed, for Zeebe wants them before the marker. */
export function element(tag: string, extensions: string, marker: string, attributes = '', inner = ''): string {
  const flows = '<bpmn:incoming>in</bpmn:incoming><bpmn:outgoing>out</bpmn:outgoing>';
  return `<bpmn:${tag} id="x" ${attributes}>${ext(extensions)}${flows}${marker}${inner}</bpmn:${tag}>`;
}
