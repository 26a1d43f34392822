import { entity } from "../../../platform/postgres/entities.ts";
import { UserEntity } from "./user.ts";

export type AlertKind = "SIGN_IN" | "EMAIL_CHANGE" | "FACTOR";

export const ALERT_HOURS = 72;

/** Mailed alert, which its code answers. */
export const SecurityAlertEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SecurityAlert",
    tableName: "security_alert",
    properties: {
      id: p.uuid().primary(),
      /** Order of the alerts of an account. */
      number: p.bigint("string").defaultRaw("0"),
      kind: p.text().$type<AlertKind>(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      email: p.text(),
      emailKey: p.text(),
      codeHash: p.text().unique(),
      expiresAt: p.datetime(),
      endedAt: p.datetime().nullable(),
      usedKey: p.text().nullable(),
    },
  }),
);

/** Device that has begun a session of the person, as a hash. */
export const KnownDeviceEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "KnownDevice",
    tableName: "known_device",
    properties: {
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id").primary(),
      device: p.text().primary(),
      lastAt: p.datetime(),
    },
  }),
);
