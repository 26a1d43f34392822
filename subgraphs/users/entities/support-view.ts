import { entity } from "../../../platform/postgres/entities.ts";
import { SessionEntity } from "./session.ts";
import { UserEntity, type User } from "./user.ts";

/** Access of a member of platform staff to another account. */
export const SupportViewEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SupportView",
    tableName: "support_view",
    properties: {
      sessionId: p.manyToOne(of(SessionEntity)).mapToPk().name("session_id").primary(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      staffId: p.uuid(),
      /** Session in which the view was begun; the view ends with it. */
      staffSessionId: p.uuid(),
      beganAt: p.datetime(),
      expiresAt: p.datetime(),
    },
  }),
);

export const VIEW_SCOPES = ["profile", "orders:read", "tickets:read", "org:read"] as const;

/** Maximum length, in minutes. */
export const MOST_MINUTES = 30;

/** Views that are shown and kept. */
export const VIEWS_KEPT = "365 days";

export interface SupportView {
  id: string;
  at: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

export interface SupportSession {
  id: string;
  user: User;
  accessToken: string;
  accessTokenExpiresAt: Date;
}
