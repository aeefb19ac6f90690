import { createRequire } from 'node:module';
import { loadPackageDefinition, type ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const require = createRequire(import.meta.url);

interface LoadedPackage {
  gateway_protocol: { Gateway: { service: ServiceDefinition } };
}

/** Zeebe's gateway service, from the proto that zeebe-node brings. int64 comes in as decimal text. */
export function loadGatewayService(): ServiceDefinition {
  const definition = loadSync(require.resolve('zeebe-node/proto/zeebe.proto'), {
    keepCase: true,
    longs: String,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  return (loadPackageDefinition(definition) as unknown as LoadedPackage).gateway_protocol.Gateway.service;
}
