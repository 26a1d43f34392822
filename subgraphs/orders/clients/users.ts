// Client of the users subgraph. Addresses are read when mail is sent, and not stored here.
import type { ServiceClient } from "../../../platform/http/service-client.ts";
import { MailContact as MailContactQuery, type MailContactQuery as Answer } from "./users.generated.ts";

/** `locale` is a BCP 47 tag. Mail may be sent only to a verified address. */
export type MailContact = NonNullable<Answer["mailContact"]>;

export interface UsersClient {
  /** Null for a deleted user. */
  mailContact(userId: string): Promise<MailContact | null>;
}

export function createUsersClient(client: ServiceClient): UsersClient {
  return { mailContact: async (userId) => (await client.ask(MailContactQuery, { userId })).mailContact };
}
