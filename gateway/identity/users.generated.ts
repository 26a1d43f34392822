// Made by `npm run compose` from users.graphql. Do not edit.
import type { ServiceOperation } from "../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * Rights of a member in an organization. Each role includes the roles after it, except AUDITOR.
 * MANAGER: venues, events, reviews. BOX_OFFICE: orders, refunds. SCANNER: check-in, ticket codes.
 * AUDITOR: reads what a MANAGER reads, except ticket codes, and changes nothing.
 */
export type Role =
  | 'OWNER'
  | 'MANAGER'
  | 'BOX_OFFICE'
  | 'SCANNER'
  | 'AUDITOR';

export type SessionViewersQueryVariables = Exact<{
  sessionIds: Array<string> | string;
}>;


export type SessionViewersQuery = { sessionViewers: Array<{ userId: string, staff: boolean, verified: boolean, proven: boolean, scopes: Array<string> | null, eventIds: Array<string> | null, memberships: Array<{ organizationId: string, role: Role }>, actor: { kind: string, id: string } | null } | null> };

export type ViewerChangesQueryVariables = Exact<{
  after?: string | null;
}>;


export type ViewerChangesQuery = { viewerChanges: { number: string, everybody: boolean, userIds: Array<string> } };

export const SessionViewers = "query SessionViewers($sessionIds: [ID!]!) { sessionViewers(sessionIds: $sessionIds, limited: true) { userId staff verified proven memberships { organizationId role } scopes actor { kind id } eventIds } }" as ServiceOperation<SessionViewersQuery, SessionViewersQueryVariables>;

export const ViewerChanges = "query ViewerChanges($after: String) { viewerChanges(after: $after) { number everybody userIds } }" as ServiceOperation<ViewerChangesQuery, ViewerChangesQueryVariables>;
