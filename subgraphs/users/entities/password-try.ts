import { entity } from "../../../platform/postgres/entities.ts";
import { UserEntity } from "./user.ts";

/** Number of wrong passwords and of tries in progress. */
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

/** Network from which the person has signed in. */
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
