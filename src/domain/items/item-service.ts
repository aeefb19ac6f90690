/** The item catalogue 事项清单, read once from processes/reference/items.json. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CatalogueItem, ItemService } from './item-types.js';

export function createItemService(referenceDir: string): ItemService {
  const content = JSON.parse(readFileSync(path.join(referenceDir, 'items.json'), 'utf8')) as
    CatalogueItem[] | { items: CatalogueItem[] };
  const items = Array.isArray(content) ? content : content.items;
  const byId = new Map(items.map((item) => [item.id, item]));
  return { list: () => [...items], find: (id) => byId.get(id) };
}
