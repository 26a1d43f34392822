import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { User } from "./user.ts";

/** What a client gets for signing in or refreshing. */
export interface Session {
  user: User;
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
}

/** A session ends so long after it began, however often it was refreshed. */
export function isYoung(sessionDays: number): Sql {
  return sql`s.created_at > app_now() - ${`${sessionDays} days`}::interval`;
}
