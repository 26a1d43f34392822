import { entity } from "../../../platform/postgres/entities.ts";
import { UserEntity } from "./user.ts";

/** Wrong passwords, and those that are being looked at. */
export const PasswordTryEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "PasswordTry",
    tableName: "password_try",
    properties: {
      account: p.text().primary(),
      place: p.text().primary(),
      failures: p.integer(),
      nextAt: p.datetime().nullable(),
      lastAt: p.datetime(),
    },
  }),
);

/** A network from which the person has signed in. */
export const KnownNetworkEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "KnownNetwork",
    tableName: "known_network",
    properties: {
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id").primary(),
      network: p.text().primary(),
      lastAt: p.datetime(),
    },
  }),
);
