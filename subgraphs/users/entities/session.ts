import { entity } from "../../../platform/postgres/entities.ts";
import type { Proof } from "./second-factor.ts";
import { UserEntity, type User } from "./user.ts";

export const SessionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Session",
    tableName: "session",
    properties: {
      id: p.uuid().primary(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      createdAt: p.datetime().defaultRaw("now()"),
      endedAt: p.datetime().nullable(),
      /** The client's user-agent. */
      device: p.text().nullable(),
      /** The client's network as a CIDR prefix. */
      place: p.text().nullable(),
      lastSeenAt: p.datetime().nullable(),
      amr: p.array().$type<Proof[]>().default([]),
      /** Time at which the person last proved who they are; null: when the session began. */
      authTime: p.datetime().nullable(),
    },
  }),
);

export const RefreshTokenEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "RefreshToken",
    tableName: "refresh_token",
    properties: {
      tokenHash: p.text().primary(),
      sessionId: p.manyToOne(of(SessionEntity)).mapToPk().name("session_id"),
      expiresAt: p.datetime(),
      usedAt: p.datetime().nullable(),
    },
  }),
);

/** Client that begins or refreshes a session. */
export interface Origin {
  device: string | undefined;
  place: string | undefined;
}

/** Result of a sign-in or refresh. */
export interface Session {
  user: User;
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
}
