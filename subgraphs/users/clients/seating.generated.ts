// Made by `npm run compose` from seating.graphql. Do not edit.
import type { ServiceOperation } from "../../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type PersonalDataQueryVariables = Exact<{
  userId: string;
  after?: string | null;
}>;


export type PersonalDataQuery = { personalData: { table: string, rows: string, next: string | null } | null };

export const PersonalData = "query PersonalData($userId: ID!, $after: String) { personalData(userId: $userId, after: $after) { table rows next } }" as ServiceOperation<PersonalDataQuery, PersonalDataQueryVariables>;
