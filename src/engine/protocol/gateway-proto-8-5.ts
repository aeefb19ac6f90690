/**
 * The calls of the gateway protocol that Zeebe 8.5 added to what zeebe-node's proto (8.3) has, or gave more fields. Names, numbers and types
 * are those of the 8.5 protocol. Written as protobuf's JSON, so that a build has no file to carry along.
 */
import { loadPackageDefinition, type ServiceDefinition } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';

interface LoadedPackage {
  gateway_protocol: { Gateway: { service: ServiceDefinition } };
}

export interface UpdateJobTimeoutRequest {
  jobKey: string;
  /** Milliseconds from now. */
  timeout: string;
}

const ADDED_IN_8_5 = {
  nested: {
    gateway_protocol: {
      nested: {
        UpdateJobTimeoutRequest: {
          fields: { jobKey: { type: 'int64', id: 1 }, timeout: { type: 'int64', id: 2 } },
        },
        UpdateJobTimeoutResponse: { fields: {} },
        MigrateProcessInstanceRequest: {
          fields: { processInstanceKey: { type: 'int64', id: 1 }, migrationPlan: { type: 'MigrationPlan', id: 2 } },
          nested: {
            MigrationPlan: {
              fields: {
                targetProcessDefinitionKey: { type: 'int64', id: 1 },
                mappingInstructions: { rule: 'repeated', type: 'MappingInstruction', id: 2 },
              },
            },
            MappingInstruction: {
              fields: { sourceElementId: { type: 'string', id: 1 }, targetElementId: { type: 'string', id: 2 } },
            },
          },
        },
        MigrateProcessInstanceResponse: { fields: {} },
        BroadcastSignalRequest: {
          fields: {
            signalName: { type: 'string', id: 1 },
            variables: { type: 'string', id: 2 },
            tenantId: { type: 'string', id: 3 },
          },
        },
        BroadcastSignalResponse: {
          fields: { key: { type: 'int64', id: 1 }, tenantId: { type: 'string', id: 2 } },
        },
        Gateway: {
          methods: {
            BroadcastSignal: { requestType: 'BroadcastSignalRequest', responseType: 'BroadcastSignalResponse' },
            UpdateJobTimeout: {
              requestType: 'UpdateJobTimeoutRequest',
              responseType: 'UpdateJobTimeoutResponse',
            },
            MigrateProcessInstance: {
              requestType: 'MigrateProcessInstanceRequest',
              responseType: 'MigrateProcessInstanceResponse',
            },
          },
        },
      },
    },
  },
};

/** The same service under the same path, with the added and changed calls only. int64 comes in as decimal text. */
export function loadGatewayService85(): ServiceDefinition {
  const definition = fromJSON(ADDED_IN_8_5 as Parameters<typeof fromJSON>[0], {
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  return (loadPackageDefinition(definition) as unknown as LoadedPackage).gateway_protocol.Gateway.service;
}
