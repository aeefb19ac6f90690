/** BPMN text as the studio reads it: bpmn-moddle with Zeebe's extensions. */
import { createRequire } from 'node:module';

interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: unknown; warnings: unknown[] }>;
}

const require = createRequire(import.meta.url);

export async function readBpmn(xml: string): Promise<{ rootElement: unknown; warnings: unknown[] }> {
  const untyped: string = 'bpmn-moddle'; // the package brings no types that NodeNext finds
  const { BpmnModdle } = (await import(untyped)) as { BpmnModdle: new (packages: object) => Moddle };
  return new BpmnModdle({ zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json') as object }).fromXML(xml);
}
