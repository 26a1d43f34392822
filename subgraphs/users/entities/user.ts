import { defineEntity, p, type InferEntity } from "@mikro-orm/postgresql";

export type UserStatus = "ACTIVE" | "SUSPENDED" | "DELETED";

export interface Preferences {
  locale?: string;
  currency?: string | null;
  accessibleSeating?: boolean;
  newsletter?: boolean;
}

export const UserEntity = defineEntity({
  name: "User",
  tableName: "app_user",
  properties: {
    id: p.uuid().primary(),
    displayName: p.text(),
    email: p.text().nullable(),
    /** The address in the form that makes it unique. */
    emailKey: p.text().nullable(),
    passwordHash: p.text().nullable(),
    status: p.text().$type<UserStatus>(),
    preferences: p.json<Preferences>(),
    createdAt: p.datetime(),
  },
});

export type User = InferEntity<typeof UserEntity>;

/** Two addresses that differ only in case are one. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

/** What is left of a person who asked to be forgotten. */
export const ERASED = {
  displayName: "Deleted user",
  email: null,
  emailKey: null,
  passwordHash: null,
  status: "DELETED",
  preferences: {},
} as const;
