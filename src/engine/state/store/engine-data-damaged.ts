/** What is on disk is not what was written: nothing can be decided on it, so the engine stops and leaves it as it is. */
export class EngineDataDamaged extends Error {
  constructor(what: string) {
    super(
      `Expected the engine's data to be whole, but ${what}: it is left as it is; a copy of before has to take its place`,
    );
    this.name = 'EngineDataDamaged';
  }
}
