/** An item 事项 of the catalogue, as processes/reference/items.json holds it. */
export interface CatalogueItem {
  readonly id: string;
  readonly name: string;
  readonly catalogueCode: string;
  readonly department: string;
  readonly [field: string]: unknown;
}

export interface ItemService {
  list(): CatalogueItem[];
  find(id: string): CatalogueItem | undefined;
}
