import { BpmnModdle } from 'bpmn-moddle';
import zeebeModdle from 'zeebe-bpmn-moddle/resources/zeebe.json';
import { compareModels, type Change } from './compare';
import type { ModelElement } from './flatten';

/** The differences between two BPMN documents. Throws when one cannot be read. */
export async function compareDocuments(before: string, after: string): Promise<Change[]> {
  const [old, now] = await Promise.all([read(before), read(after)]);
  return compareModels(old, now);
}

async function read(xml: string): Promise<ModelElement> {
  const { rootElement } = await new BpmnModdle({ zeebe: zeebeModdle }).fromXML(xml);
  return rootElement as ModelElement;
}
