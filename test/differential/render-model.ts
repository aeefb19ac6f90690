import type { Model } from './generator.js';
import { Document } from './scope.js';

/** BPMN with `@` where the id of the played process stands. */
export function renderModel(model: Model): string {
  const document = new Document();
  document.process('@', 'p', model.blocks);
  return document.toXml();
}
