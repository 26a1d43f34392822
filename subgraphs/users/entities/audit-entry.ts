import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Detail } from "../../../platform/audit/chain.ts";

export const AuditEntryEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "AuditEntry",
    tableName: "audit_entry",
    uniques: [{ properties: ["chain", "actionId"] }],
    properties: {
      /** ID of the organization, or `platform`. */
      chain: p.text().primary(),
      seq: p.bigint("number").primary(),
      at: p.datetime(),
      actor: p.text(),
      actAs: p.text().nullable(),
      action: p.text(),
      subject: p.text(),
      reason: p.text().nullable(),
      detail: p.json().$type<Detail>(),
      network: p.text().nullable(),
      /** Not hashed. */
      actionId: p.uuid().defaultRaw("gen_random_uuid()"),
      prevHash: p.text(),
      hash: p.text(),
    },
  }),
);

/** Last entry of a chain. */
export const AuditHeadEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "AuditHead",
    tableName: "audit_head",
    properties: {
      chain: p.text().primary(),
      seq: p.bigint("number").default(0),
      hash: p.text(),
      /** Last one that was written to the log of the process. */
      toldSeq: p.bigint("number").default(0),
    },
  }),
);

export type AuditEntry = InferEntity<typeof AuditEntryEntity>;
