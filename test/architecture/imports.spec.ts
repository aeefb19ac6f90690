/** Who may import whom (ARCHITECTURE, "Folders"), measured over the real import graph by dependency-cruiser. */
import { expect } from 'chai';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';

/** `from` folder → what of src it may import, itself apart; anything else of ours is a violation. */
const allowed: Record<string, string[]> = {
  shared: [],
  'engine/protocol': [],
  'engine/feel': ['engine/protocol'],
  'engine/dmn': ['engine/protocol', 'engine/feel'],
  'engine/model': ['engine/protocol', 'engine/feel'],
  'engine/state': ['engine/protocol', 'engine/model', 'engine/feel'],
  'engine/processing': ['engine/protocol', 'engine/model', 'engine/feel', 'engine/dmn', 'engine/state'],
  'engine/schedule': ['engine/protocol', 'engine/processing', 'engine/state'],
  'engine/gateway': ['engine/protocol', 'engine/processing'],
  'engine/exporter': ['engine/protocol', 'engine/processing'],
  'engine/client': ['shared', 'engine/protocol'],
  domain: ['shared', 'queues', 'engine/client'],
  queues: ['shared'],
  connectors: ['shared', 'domain'],
  workers: ['shared', 'queues', 'domain', 'connectors', 'engine/client'],
  api: ['shared', 'queues', 'domain', 'connectors', 'engine/client'],
  sandbox: ['shared'],
};

const rules: IFlattenedRuleSet = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    ...Object.entries(allowed).map(([folder, others]) => ({
      name: `${folder}-imports`,
      severity: 'error' as const,
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: [folder, ...others].map((name) => `^src/${name}/`) },
    })),
    {
      name: 'engine-has-one-door',
      severity: 'error',
      from: { path: '^src/(?!engine/)' },
      to: { path: '^src/engine/', pathNot: ['^src/engine/index.ts$', '^src/engine/client/'] },
    },
    {
      name: 'only-appliers-write-state',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: '^src/engine/state/' },
      to: { path: '^src/engine/state/appliers/(?!index|register)' },
    },
  ],
};

describe('architecture', function () {
  this.timeout(60_000);
  let violations: string[];
  let modules: number;

  before(async () => {
    const { output } = await cruise(['src'], {
      ruleSet: rules,
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      tsConfig: { fileName: 'tsconfig.json' },
    });
    const result = output as ICruiseResult;
    modules = result.modules.length;
    violations = result.summary.violations.map((found) => `${found.rule.name}: ${found.from} -> ${found.to}`);
  });

  it('reads the whole source tree', () => {
    expect(modules).to.be.greaterThan(100);
  });

  it('keeps to who may import whom, without cycles', () => {
    expect(violations).to.deep.equal([]);
  });
});
