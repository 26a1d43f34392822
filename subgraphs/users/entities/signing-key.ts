import type { JWK } from "jose";
import { entity } from "../../../platform/postgres/entities.ts";

export const SigningKeyEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "SigningKey",
    tableName: "signing_key",
    properties: {
      kid: p.text().primary(),
      state: p.text().$type<"NEXT" | "CURRENT" | "RETIRED">(),
      publicJwk: p.json<JWK>(),
      sealedPrivateKey: p.text(),
      changedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);
