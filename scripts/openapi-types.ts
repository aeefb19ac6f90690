/**
 * Types of the API for the web folders, from the OpenAPI document: `npx tsx scripts/openapi-types.ts` writes them,
 * with `--check` it only says whether they are stale (exit code 1).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '../src/api/routes.js';
import { projectRoot } from '../src/shared/project-root.js';

export const SCHEMA_FILES: readonly string[] = ['hall', 'modeler'].map((folder) =>
  path.join(projectRoot, folder, 'src', 'api', 'schema.d.ts'),
);

const HEADER = '// Made by scripts/openapi-types.ts from the API’s OpenAPI document. Do not edit: run it again.\n\n';

/** The text that each of SCHEMA_FILES should have. Rejects when the document is not valid OpenAPI. */
export async function schemaTypes(): Promise<string> {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as OpenAPI3;
  const text = HEADER + astToString(await openapiTS(document, { defaultNonNullable: false }));
  // As whoever formats the whole folder would leave it, so that doing so does not make it stale.
  return format(text, { ...(await resolveConfig(path.join(projectRoot, 'package.json'))), parser: 'typescript' });
}

/** Those of SCHEMA_FILES that are missing or not as they should be. */
export async function staleFiles(): Promise<string[]> {
  const wanted = await schemaTypes();
  return SCHEMA_FILES.filter((file) => !existsSync(file) || readFileSync(file, 'utf8') !== wanted);
}

async function main(): Promise<void> {
  const stale = await staleFiles();
  if (process.argv.includes('--check')) {
    for (const file of stale)
      console.error(`${path.relative(projectRoot, file)} is stale: npx tsx scripts/openapi-types.ts`);
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  const text = await schemaTypes();
  for (const file of stale) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${path.relative(projectRoot, file)}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
