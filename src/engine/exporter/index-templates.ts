/**
 * What an Elasticsearch must know before records come: one component template for the envelope and one index template
 * per value type, under the names that Zeebe's exporter gives them. Values are left to dynamic mapping.
 */
import { exportedIndexNames, ZEEBE_VERSION } from './exported-record.js';

export interface Template {
  readonly path: string;
  readonly body: object;
}

const SETTINGS = { number_of_shards: 1, number_of_replicas: 0 };

export function recordTemplates(): Template[] {
  return [componentTemplate(), ...exportedIndexNames().map(indexTemplate)];
}

function componentTemplate(): Template {
  const keyword = { type: 'keyword' };
  const long = { type: 'long' };
  const properties = {
    partitionId: { type: 'integer' },
    key: long,
    position: long,
    sourceRecordPosition: long,
    sequence: long,
    timestamp: { type: 'date' },
    recordVersion: { type: 'integer' },
    recordType: keyword,
    valueType: keyword,
    intent: keyword,
    brokerVersion: keyword,
    rejectionType: keyword,
    rejectionReason: { type: 'text' },
    authorizations: { enabled: false },
  };
  const template = { settings: SETTINGS, mappings: { properties } };
  return { path: '/_component_template/zeebe-record', body: { template, version: 1 } };
}

function indexTemplate(name: string): Template {
  const template = { aliases: { [`zeebe-record-${name}`]: {} }, settings: SETTINGS };
  const versioned = `zeebe-record_${name}_${ZEEBE_VERSION}`;
  return {
    path: `/_index_template/${versioned}`,
    body: { template, priority: 20, version: 1, index_patterns: [`${versioned}_*`], composed_of: ['zeebe-record'] },
  };
}
