// Made by `npm run compose` from users.graphql. Do not edit.
import type { ServiceOperation } from "../../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MailRecipientsQueryVariables = Exact<{
  userIds: Array<string> | string;
  organizationId: string;
}>;


export type MailRecipientsQuery = { mailContacts: Array<{ email: string, displayName: string, locale: string, verified: boolean } | null>, letterhead: { name: string, contactEmail: string | null, contactPhone: string | null, termsUrl: string | null, isSuspended: boolean } | null };

export type PeopleByEmailQueryVariables = Exact<{
  email: string;
}>;


export type PeopleByEmailQuery = { peopleByEmail: Array<string> };

export const MailRecipients = "query MailRecipients($userIds: [ID!]!, $organizationId: ID!) { mailContacts(userIds: $userIds) { email displayName locale verified } letterhead(organizationId: $organizationId) { name contactEmail contactPhone termsUrl isSuspended } }" as ServiceOperation<MailRecipientsQuery, MailRecipientsQueryVariables>;

export const PeopleByEmail = "query PeopleByEmail($email: EmailAddress!) { peopleByEmail(email: $email) }" as ServiceOperation<PeopleByEmailQuery, PeopleByEmailQueryVariables>;
