// What orders asks of users when a letter is sent, so that nobody's address is kept here.
import type { ServiceClient } from "../../platform/http/service-client.ts";

export interface MailContact {
  email: string;
  displayName: string;
  /** BCP 47. */
  locale: string;
  /** Whether mail may go there. */
  verified: boolean;
}

export interface UsersClient {
  /** Null for somebody who is not there any more. */
  mailContact(userId: string): Promise<MailContact | null>;
}

const CONTACT = `query ($userId: ID!) { mailContact(userId: $userId) { email displayName locale verified } }`;

export function createUsersClient(client: ServiceClient): UsersClient {
  return {
    mailContact: async (userId) =>
      (await client.ask<{ mailContact: MailContact | null }>(CONTACT, { userId })).mailContact,
  };
}
