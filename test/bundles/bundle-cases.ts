/** The suite that every engine must pass: each bundle's example cases, through all real parts. */
import { readExampleBundles } from './example-case.js';
import { BundleSystem } from './bundle-system.js';
import type { EngineTarget } from './engine-target.js';
import { runExample } from './run-example.js';

export function describeBundleCases(target: EngineTarget): void {
  describe(`example cases of the bundles on ${target.name}`, function () {
    this.timeout(120_000);
    let system: BundleSystem;

    before(async function () {
      this.timeout(180_000);
      system = await BundleSystem.start(target);
    });
    after(() => system?.close());

    for (const bundle of readExampleBundles()) {
      describe(bundle.manifest.name, () => {
        for (const { file, example } of bundle.cases) {
          it(`${example.name} (${file})`, () => runExample(system, bundle, example));
        }
      });
    }
  });
}
