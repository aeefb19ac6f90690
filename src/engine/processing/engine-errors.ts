/** The engine is closing or its disk failed: the command may or may not have been carried out. */
export class EngineStopped extends Error {
  override name = 'EngineStopped';
}

/** Too many commands wait: try again later. */
export class EngineOverloaded extends Error {
  override name = 'EngineOverloaded';
}
