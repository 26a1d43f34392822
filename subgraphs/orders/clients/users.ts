// Client of the users subgraph. Addresses are read when mail is sent, and not stored here.
import { unavailable } from "../../../platform/core/errors.ts";
import { UnknownOperation, type ServiceClient } from "../../../platform/http/service-client.ts";
import { MailRecipients, PeopleByEmail, type MailRecipientsQuery as Answer } from "./users.generated.ts";

/** `locale` is a BCP 47 tag. Mail may be sent only to a verified address. */
export type MailContact = NonNullable<Answer["mailContacts"][number]>;

/** What letters say about the organizer. */
export type Letterhead = NonNullable<Answer["letterhead"]>;

export interface Recipients {
  /** By user; without deleted users. */
  contacts: ReadonlyMap<string, MailContact>;
  /** Null for an unknown organization. */
  letterhead: Letterhead | null;
}

export interface UsersClient {
  recipients(userIds: string[], organizationId: string): Promise<Recipients>;
  /** IDs of the people with this address, also of those that never bought here: they must not be shown. @throws GraphQLError UNAVAILABLE, TIMEOUT */
  peopleByEmail(email: string): Promise<string[]>;
}

export function createUsersClient(client: ServiceClient): UsersClient {
  return {
    recipients: async (userIds, organizationId) => {
      const { mailContacts, letterhead } = await client.ask(MailRecipients, { userIds, organizationId });
      const pairs = userIds.map((id, index) => [id, mailContacts[index]] as const);
      return { contacts: new Map(pairs.filter((pair): pair is [string, MailContact] => pair[1] != null)), letterhead };
    },
    peopleByEmail: async (email) => {
      try {
        return (await client.ask(PeopleByEmail, { email })).peopleByEmail;
      } catch (error) {
        throw error instanceof UnknownOperation ? unavailable("users", error) : error;
      }
    },
  };
}
