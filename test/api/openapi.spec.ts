import { expect } from 'chai';
import { openApiDocument } from '../../src/api/routes.js';
import { SCHEMA_FILES, schemaTypes, staleFiles } from '../../scripts/openapi-types.js';

type Json = Record<string, unknown>;

describe('OpenAPI document', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument())) as Json;

  it('is valid, and every reference in it leads somewhere', async () => {
    const schemas = (document['components'] as { schemas: Json }).schemas;
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '');

    expect(references).to.not.be.empty;
    for (const target of references) {
      const [, name] = /^#\/components\/schemas\/(.+)$/.exec(target) ?? [];
      expect(schemas, target).to.have.property(name ?? target);
    }
    // The generator checks the whole document before it writes.
    expect(await schemaTypes()).to.contain('export interface paths');
  });

  it('tells of every operation who it is for, in Chinese, and what an error looks like', () => {
    for (const [path, operations] of Object.entries(document['paths'] as Record<string, Record<string, Json>>)) {
      for (const [method, operation] of Object.entries(operations)) {
        const name = `${method} ${path}`;
        expect(operation['summary'], name).to.match(/[一-鿿]/);
        expect(operation['security'], name).to.be.an('array').that.is.not.empty;
        expect(operation['responses'], name).to.have.property('default');
        const declared = (operation['parameters'] ?? []) as { name: string; in: string }[];
        const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
        expect(
          declared.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name),
          name,
        ).to.have.members(wanted);
      }
    }
  });

  it('is what the pages’ types were made from', async () => {
    expect(SCHEMA_FILES).to.have.length(2);
    expect(await staleFiles(), 'run: npx tsx scripts/openapi-types.ts').to.deep.equal([]);
  });
});
