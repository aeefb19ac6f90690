/**
 * Where the engines deliver their record stream: as much of Elasticsearch as Zeebe's Elasticsearch exporter talks to.
 * It puts its templates and policies (acknowledged and not kept: nothing here is an index), then posts `_bulk`.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Router, type RequestHandler, type Response } from 'express';
import type { HistoryService } from '../../domain/history/history-types.js';
import type { ExportedRecord } from '../../domain/history/history-types.js';
import type { Logger } from '../../shared/logger.js';
import { BulkBodyError, readBulk, type BulkItem } from '../records/bulk-body.js';

/** Zeebe's exporter flushes at 10 MB by default; one large record may come on top. */
const MAX_BULK_BYTES = 20 * 1024 * 1024;
/** What the exporter is told to talk to; it reads no more than that it may. */
const VERSION = '8.13.4';

export interface RecordStreamDeps {
  readonly history: Pick<HistoryService, 'ingest'>;
  readonly logger: Logger;
  readonly user: string;
  readonly password: string;
}

export function recordStream(deps: RecordStreamDeps): Router {
  const router = Router();
  router.use(asElasticsearch, basicAuth(deps.user, deps.password));
  router.get('/', (_req, res) => {
    res.json({
      name: 'tongban-records',
      cluster_name: 'tongban',
      version: { number: VERSION, build_flavor: 'default', minimum_wire_compatibility_version: '7.17.0' },
      tagline: 'You Know, for Search',
    });
  });
  router.post(['/_bulk', '/{:index}/_bulk'], bulk(deps));
  router.put(['/_component_template/:name', '/_index_template/:name', '/_template/:name'], acknowledge);
  router.put(['/_ilm/policy/:name', '/:index/_settings'], acknowledge);
  router.use((_req, res) => sendError(res, 404, 'resource_not_found_exception', 'This is a sink for records only.'));
  return router;
}

/** The exporter's client refuses to talk to what does not say that it is Elasticsearch. */
const asElasticsearch: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Elastic-Product', 'Elasticsearch');
  res.setHeader('Cache-Control', 'no-store');
  next();
};

function basicAuth(user: string, password: string): RequestHandler {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const expected = digest(`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`);
  return (req, res, next) => {
    if (timingSafeEqual(digest(req.get('authorization') ?? ''), expected)) return next();
    res.setHeader('WWW-Authenticate', 'Basic realm="records"');
    sendError(res, 401, 'security_exception', 'missing or wrong credentials');
  };
}

/** Taken in without reading: the body ends with the request. */
const acknowledge: RequestHandler = (req, res) => {
  req.resume();
  res.json({ acknowledged: true });
};

function bulk({ history, logger }: RecordStreamDeps): RequestHandler {
  return async (req, res) => {
    const startedAt = performance.now();
    try {
      const items = await readBulk(req, req.get('content-encoding'), MAX_BULK_BYTES);
      await history.ingest(items.map((item) => item.document).filter(isRecord));
      sendResults(res, items, Math.round(performance.now() - startedAt));
    } catch (error) {
      // A request that is cut short must be read to its end, or the answer gets lost.
      req.resume();
      if (error instanceof BulkBodyError) {
        logger.error({ reason: error.message }, 'records refused');
        sendError(res, error.status, 'illegal_argument_exception', error.message);
      } else {
        logger.error({ err: error }, 'records not taken in; the exporter will send them again');
        sendError(res, 503, 'unavailable_shards_exception', 'the store is away; send again');
      }
    }
  };
}

function sendResults(res: Response, items: readonly BulkItem[], took: number): void {
  const results = items.map((item) => ({ index: resultOf(item) }));
  res.json({ took, errors: results.some(({ index }) => index.status >= 400), items: results });
}

function resultOf({ id, index, document }: BulkItem): { status: number } & Record<string, unknown> {
  const target = { _index: index, _id: id };
  if (isRecord(document)) return { ...target, result: 'created', status: 201 };
  return { ...target, status: 400, error: { type: 'mapper_parsing_exception', reason: 'This is no record.' } };
}

function isRecord(document: unknown): document is ExportedRecord {
  if (typeof document !== 'object' || document === null) return false;
  const { partitionId, position, timestamp, valueType, intent, value } = document as Record<string, unknown>;
  return (
    typeof partitionId === 'number' &&
    (typeof position === 'number' || typeof position === 'string') &&
    typeof timestamp === 'number' &&
    typeof valueType === 'string' &&
    typeof intent === 'string' &&
    typeof value === 'object'
  );
}

function sendError(res: Response, status: number, type: string, reason: string): void {
  res.status(status).json({ error: { root_cause: [{ type, reason }], type, reason }, status });
}
