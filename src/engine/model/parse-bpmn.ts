import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleElement } from './moddle.js';

export type ParsedBpmn =
  { readonly ok: true; readonly definitions: ModdleElement } | { readonly ok: false; readonly message: string };

const require = createRequire(import.meta.url);
const zeebe: unknown = require('zeebe-bpmn-moddle/resources/zeebe.json');

interface Warning {
  message: string;
  element?: ModdleElement;
  property?: string;
  value?: string;
}

/** XML → moddle tree; what does not fit the BPMN schema is refused, as Zeebe's XML schema check does. */
export async function parseBpmn(xml: string): Promise<ParsedBpmn> {
  const moddle = new BpmnModdle({ zeebe });
  try {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    const problem = (warnings as Warning[]).map(describeWarning).find((text) => text !== undefined);
    if (problem !== undefined) return { ok: false, message: `Error: ${problem}` };
    return { ok: true, definitions: rootElement as ModdleElement };
  } catch (error) {
    return { ok: false, message: `Fatal Error: ${oneLine(error instanceof Error ? error.message : String(error))}` };
  }
}

/** Undefined for what the engine need not mind: the drawing, and documentation that points nowhere. */
function describeWarning(warning: Warning): string | undefined {
  const { element, property, message } = warning;
  if (!element) return oneLine(message);
  if (element.$type.startsWith('bpmndi:') || element.$type.startsWith('di:')) return undefined;
  const attribute = (property ?? '').replace(/^bpmn:/, '');
  if (
    ![
      'sourceRef',
      'targetRef',
      'attachedToRef',
      'messageRef',
      'signalRef',
      'errorRef',
      'escalationRef',
      'activityRef',
      'default',
      'incoming',
      'outgoing',
    ].includes(attribute)
  ) {
    return undefined;
  }
  return `Element '${element.id ?? element.$type}': there is no element '${warning.value ?? ''}' that its '${attribute}' could refer to.`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ', ');
}
