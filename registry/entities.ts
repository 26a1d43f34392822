// The registry's tables.
import type { InferKyselyDB } from "@mikro-orm/postgresql";
import { entity } from "../platform/postgres/entities.ts";
import { statementsOn } from "../platform/postgres/statements.ts";
import type { CheckResult } from "./checks/check.ts";

export const GraphEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Graph",
    tableName: "graph",
    properties: { id: p.text().primary(), createdAt: p.datetime().defaultRaw("now()") },
  }),
);

export const ApiKeyEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "ApiKey",
    tableName: "api_key",
    properties: {
      id: p.uuid().primary(),
      graphId: p.manyToOne(of(GraphEntity)).mapToPk().name("graph_id"),
      name: p.text(),
      hash: p.blob().unique(),
      createdAt: p.datetime().defaultRaw("now()"),
      revokedAt: p.datetime().nullable(),
      kind: p.text().$type<"read" | "write" | "gateway">().default("read"),
      /** Subgraphs that it may publish; null: all of the graph. */
      subgraphs: p.array().nullable(),
    },
  }),
);

export const VariantEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Variant",
    tableName: "variant",
    properties: {
      graphId: p.manyToOne(of(GraphEntity)).mapToPk().name("graph_id").primary(),
      name: p.text().primary(),
      /** The last version that composed; null if there is none. */
      supergraphId: p.bigint("number").nullable(),
    },
  }),
);

export const SubgraphVersionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SubgraphVersion",
    tableName: "subgraph_version",
    properties: {
      id: p.bigint("number").primary().autoincrement(),
      graphId: p.text(),
      variant: p.text(),
      name: p.text(),
      url: p.text(),
      /** Null: the subgraph was deleted. */
      sdl: p.text().nullable(),
      revision: p.text(),
      git: p.json<object>().default("{}"),
      publishedBy: p.manyToOne(of(ApiKeyEntity)).mapToPk().name("published_by"),
      publishedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export const SupergraphEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Supergraph",
    tableName: "supergraph",
    properties: {
      id: p.bigint("number").primary().autoincrement(),
      graphId: p.text(),
      variant: p.text(),
      sdl: p.text(),
      apiSdl: p.text(),
      hash: p.text(),
      composedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export const ContractEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Contract",
    tableName: "contract",
    properties: {
      graphId: p.text().primary(),
      variant: p.text().primary(),
      source: p.text(),
      include: p.array(),
      exclude: p.array(),
      hideUnreachableTypes: p.boolean(),
      /** Why the source's latest publication is not included; null: it is. */
      problem: p.text().nullable(),
      updatedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export const CheckWorkflowEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "CheckWorkflow",
    tableName: "check_workflow",
    properties: {
      id: p.uuid().primary(),
      graphId: p.text(),
      variant: p.text(),
      subgraph: p.text(),
      passed: p.boolean(),
      result: p.json<CheckResult>(),
      git: p.json<object>().default("{}"),
      askedBy: p.manyToOne(of(ApiKeyEntity)).mapToPk().name("asked_by"),
      checkedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

/** A trusted operation of clients. */
export const TrustedOperationEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "TrustedOperation",
    tableName: "trusted_operation",
    properties: {
      graphId: p.text().primary(),
      variant: p.text().primary(),
      id: p.text().primary(),
      name: p.text(),
      type: p.text(),
      body: p.text(),
      clientName: p.text().nullable(),
      publishedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

/** An operation reported by gateways. */
export const SeenOperationEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "SeenOperation",
    tableName: "seen_operation",
    uniques: [{ properties: ["graphId", "variant", "hash"] }],
    properties: {
      id: p.bigint("number").primary().autoincrement(),
      graphId: p.text(),
      variant: p.text(),
      hash: p.blob(),
      name: p.text().nullable(),
      body: p.text(),
    },
  }),
);

export const OperationUseEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OperationUse",
    tableName: "operation_use",
    properties: {
      operationId: p.manyToOne(of(SeenOperationEntity)).mapToPk().name("operation_id").primary(),
      day: p.date().primary(),
      /** Name of the client; empty if absent. */
      client: p.text().primary(),
      requests: p.bigint("number"),
    },
  }),
);

/** IDs of reports: a repeated one counts once. */
export const UsageReportEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "UsageReport",
    tableName: "usage_report",
    properties: { id: p.uuid().primary(), takenAt: p.datetime().defaultRaw("now()") },
  }),
);

export const entities = [
  GraphEntity,
  ApiKeyEntity,
  VariantEntity,
  SubgraphVersionEntity,
  SupergraphEntity,
  ContractEntity,
  CheckWorkflowEntity,
  TrustedOperationEntity,
  SeenOperationEntity,
  OperationUseEntity,
  UsageReportEntity,
];

export type Tables = InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: "property" }>;

export const statement = statementsOn<Tables>();
