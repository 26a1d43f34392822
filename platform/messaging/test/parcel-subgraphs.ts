// Subgraphs in the test's process, which trust each other's keys and send or store parcels.
import { generateKeyPairSync } from "node:crypto";
import type { JSONWebKeySet } from "jose";
import { startSubgraph, type Subgraph } from "../../subgraph.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { migrations } from "./warehouse.ts";

export interface At {
  databaseUrl: string;
  redisPrefix: string;
  archiveDir?: string | undefined;
}

export function parcelSubgraphs(names: string[]) {
  const pairs = Object.fromEntries(names.map((name) => [name, generateKeyPairSync("ed25519")]));
  const trustedKeys = {
    keys: names.map((kid) => ({ ...pairs[kid]!.publicKey.export({ format: "jwk" }), kid })),
  } as JSONWebKeySet;
  const signerOf = (name: string) => ({ name, key: pairs[name]!.privateKey });
  const start = (name: string, { databaseUrl, redisPrefix, archiveDir }: At, of: Partial<Subgraph>) =>
    startSubgraph({
      name,
      config: {
        host: "127.0.0.1",
        port: 0,
        databaseUrl,
        databaseReadUrl: undefined,
        otherDatabasePassword: undefined,
        redisUrl: serversOfThisRun().redisUrl,
        redisPrefix,
        trustedKeys,
        signer: signerOf(name),
        unsignedUntil: undefined,
        archiveDir,
        logLevel: "silent",
        introspection: false,
        tracing: { endpoint: undefined, share: 0 },
      },
      typeDefs: "type Query { parcels: Int }",
      resolvers: {},
      entities: [],
      migrations,
      createLoaders: () => ({}),
      consumers: [],
      ...of,
    });
  return { signerOf, start };
}
