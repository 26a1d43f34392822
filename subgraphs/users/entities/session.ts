import type { User } from "./user.ts";

/** What a client gets for signing in or refreshing. */
export interface Session {
  user: User;
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
}
