// What orders asks of users when a notification is sent, so that nobody's address is kept here.
import type { ServiceClient } from "../../../platform/http/service-client.ts";
import { MailContact as MailContactQuery, type MailContactQuery as Answer } from "./users.generated.ts";

/** `locale` is a BCP 47 tag; mail may be sent only to a verified address. */
export type MailContact = NonNullable<Answer["mailContact"]>;

export interface UsersClient {
  /** Null for a user who was deleted. */
  mailContact(userId: string): Promise<MailContact | null>;
}

export function createUsersClient(client: ServiceClient): UsersClient {
  return { mailContact: async (userId) => (await client.ask(MailContactQuery, { userId })).mailContact };
}
