import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import { MaterialChunkModel, MaterialFileModel } from '../../../src/domain/materials/material-model.js';
import type { MaterialMeta } from '../../../src/domain/materials/material-types.js';
import type { Domain } from '../../../src/domain/domain.js';
import { BUNDLE, onePixelPng } from '../../support/card-case.js';
import { people, refusalOf, startDomain, submitted, type DomainFixture } from '../support/domain-fixture.js';

describe('materials', function () {
  this.timeout(60_000);
  let fixture: DomainFixture;
  let domain: Domain;
  before(async () => {
    fixture = await startDomain();
    ({ domain } = fixture);
  });
  after(() => fixture.close());

  const meta = (over: Partial<MaterialMeta> = {}): MaterialMeta => ({
    bundleId: BUNDLE,
    materialId: 'id-card-front',
    fileName: '身份证.png',
    contentType: 'image/png',
    ...over,
  });

  it('are stored whole, with size and hash, and come back the same', async () => {
    const content = Buffer.concat([onePixelPng, Buffer.alloc(900_000, 7)]);
    const pieces = [content.subarray(0, 3), content.subarray(3, 10), content.subarray(10)];
    const stored = await domain.materials.store(Readable.from(pieces), meta(), people.zhangsan);
    expect(stored).to.deep.include({ fileName: '身份证.png', contentType: 'image/png', bytes: content.length });
    expect(stored.sha256).to.equal(createHash('sha256').update(content).digest('hex'));
    const { stream, file } = await domain.materials.open(stored.id, people.zhangsan);
    expect(file).to.deep.equal(stored);
    expect((await buffer(stream)).equals(content)).to.equal(true);
  });

  it('of a wrong kind, too large, or unknown to the bundle are refused, and nothing of them stays', async () => {
    const before = [await MaterialFileModel.countDocuments({}), await MaterialChunkModel.countDocuments({})];
    const big = Buffer.concat([onePixelPng, Buffer.alloc(5_300_000)]);
    const cases: [Buffer, Partial<MaterialMeta>, string, string][] = [
      [Buffer.from('<html><script>'), {}, 'unsupported', 'MATERIAL_TYPE_MISMATCH'],
      [Buffer.alloc(0), {}, 'unsupported', 'MATERIAL_TYPE_MISMATCH'],
      [onePixelPng, { contentType: 'image/jpeg' }, 'unsupported', 'MATERIAL_TYPE_MISMATCH'],
      [onePixelPng, { contentType: 'text/html' }, 'unsupported', 'MATERIAL_TYPE_FORBIDDEN'],
      [
        Buffer.from('%PDF-1.7 …'),
        { materialId: 'photo', contentType: 'application/pdf' },
        'unsupported',
        'MATERIAL_TYPE_FORBIDDEN',
      ],
      [big, {}, 'too-large', 'MATERIAL_TOO_LARGE'],
      [onePixelPng, { materialId: 'insurance-record' }, 'invalid', 'MATERIAL_UNKNOWN'],
      [onePixelPng, { materialId: 'nothing' }, 'invalid', 'MATERIAL_UNKNOWN'],
    ];
    for (const [content, over, kind, code] of cases) {
      const refusal = await refusalOf(domain.materials.store(Readable.from([content]), meta(over), people.zhangsan));
      expect(refusal).to.include({ kind, code });
    }
    const after = [await MaterialFileModel.countDocuments({}), await MaterialChunkModel.countDocuments({})];
    expect(after).to.deep.equal(before);
  });

  it('keep a name without path and control characters', async () => {
    const fileName = '..\\..\\etc/passwd\u0000\n.png';
    const stored = await domain.materials.store(Readable.from([onePixelPng]), meta({ fileName }), people.zhangsan);
    expect(stored.fileName).to.equal('passwd.png');
  });

  it('are seen by who uploaded them, and by those whose case they belong to, from then on', async () => {
    const stored = await domain.materials.store(
      Readable.from([onePixelPng]),
      meta({ materialId: 'photo' }),
      people.zhangsan,
    );
    expect((await refusalOf(domain.materials.open(stored.id, people.renshe))).code).to.equal('MATERIAL_NOT_FOUND');
    const materials = [{ materialId: 'photo', fileId: stored.id }];
    await submitted(domain, people.zhangsan, { materials, submitIncomplete: true });
    const { stream } = await domain.materials.open(stored.id, people.renshe);
    expect((await buffer(stream)).length).to.equal(onePixelPng.length);
    expect((await refusalOf(domain.materials.open(stored.id, people.lisi))).code).to.equal('MATERIAL_NOT_FOUND');
  });
});
