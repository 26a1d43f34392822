// Made by `npm run compose` from users.graphql. Do not edit.
import type { ServiceOperation } from "../../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type MailContactQueryVariables = Exact<{
  userId: string;
}>;


export type MailContactQuery = { mailContact: { email: string, displayName: string, locale: string, verified: boolean } | null };

export const MailContact = "query MailContact($userId: ID!) { mailContact(userId: $userId) { email displayName locale verified } }" as ServiceOperation<MailContactQuery, MailContactQueryVariables>;
