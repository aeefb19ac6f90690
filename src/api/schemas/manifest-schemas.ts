/** The manifest's own JSON Schema as named schemas of the API: one source for packages, publishing and the pages' types. */
import manifestSchema from '../../domain/bundles/manifest.schema.json' with { type: 'json' };
import type { Schema } from '../route.js';

const NAME = 'BundleManifest';

export const manifestSchemas: Readonly<Record<string, Schema>> = asComponents(manifestSchema);

/** `$defs` become schemas of their own (`item` → `BundleManifestItem`), because inside the document `#` is the document. */
function asComponents(root: Schema & { readonly $defs?: Readonly<Record<string, Schema>> }): Record<string, Schema> {
  const { $schema: _schema, $defs = {}, ...schema } = root;
  const components: Record<string, Schema> = { [NAME]: pointedAnew(schema) };
  for (const [name, definition] of Object.entries($defs)) components[nameOf(name)] = pointedAnew(definition);
  return components;
}

function nameOf(definition: string): string {
  return `${NAME}${definition.charAt(0).toUpperCase()}${definition.slice(1)}`;
}

function pointedAnew(schema: Schema): Schema {
  const text = JSON.stringify(schema).replace(
    /"#\/\$defs\/(\w+)"/g,
    (_all, name: string) => `"#/components/schemas/${nameOf(name)}"`,
  );
  return JSON.parse(text) as Schema;
}
