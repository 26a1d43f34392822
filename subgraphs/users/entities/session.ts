import { entity } from "../../../platform/postgres/entities.ts";
import type { Actor } from "../../../platform/identity/identity.ts";
import type { Membership } from "./membership.ts";
import type { Proof } from "./second-factor.ts";
import { UserEntity, type User } from "./user.ts";

export type SessionKind = "USER" | "SUPPORT" | "GUEST";

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
      kind: p.text().$type<SessionKind>().default("USER"),
      /** Scopes that limit the session; null: it may do all that the account may do. */
      scopes: p.array().$type<string[]>().nullable(),
      /** Who acts in the session; null: its user. */
      actorKind: p.text().$type<Actor["kind"]>().nullable(),
      actorId: p.uuid().nullable(),
      /** Events that the session is limited to; null: all. */
      eventIds: p.array().$type<string[]>().columnType("uuid[]").nullable(),
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

/** What a limited session may do, and who acts in it. */
export interface Limits {
  kind: Exclude<SessionKind, "USER">;
  scopes: readonly string[];
  actor: Actor;
  eventIds?: readonly string[];
}

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

/** Viewer of a session, key or device, for the gateway. */
export interface SessionViewer {
  userId: string;
  staff: boolean;
  verified: boolean;
  proven: boolean;
  memberships: Pick<Membership, "organizationId" | "role">[];
  /** Null: not limited. */
  scopes: string[] | null;
  actor: Actor | null;
  /** Null: all events. */
  eventIds: string[] | null;
}
