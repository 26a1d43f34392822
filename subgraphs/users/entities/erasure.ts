import type { JWK } from "jose";
import { entity } from "../../../platform/postgres/entities.ts";

export const ErasureEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Erasure",
    tableName: "erasure",
    properties: {
      id: p.uuid().primary(),
      userId: p.uuid().unique(),
      secretHash: p.text(),
      erasedAt: p.datetime().defaultRaw("now()"),
      /** Subgraphs that owe a receipt. */
      subgraphs: p.array(),
      completedAt: p.datetime().nullable(),
      /** For the last mail, until it is sent. */
      email: p.text().nullable(),
      locale: p.text().nullable(),
    },
  }),
);

export const ErasureReceiptEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "ErasureReceipt",
    tableName: "erasure_receipt",
    properties: {
      erasureId: p.manyToOne(of(ErasureEntity)).mapToPk().name("erasure_id").primary(),
      subgraph: p.text().primary(),
      at: p.datetime(),
      counts: p.json<Record<string, number>>(),
      /** The receipt as it was signed. */
      signed: p.text(),
      publicJwk: p.json<JWK>(),
    },
  }),
);

/** What outlives the account, and lets an erasure be repeated in a restored database. */
export interface ErasedPerson {
  id: string;
  userId: string;
  secretHash: string;
  erasedAt: Date;
}
