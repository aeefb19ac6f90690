/** The house's types that workers are given, by their short names. */
export type { Domain } from '../../domain/domain.js';
export type { Queues } from '../../queues/queues.js';
export type { Config } from '../../shared/config.js';
export type { Logger } from '../../shared/logger.js';
