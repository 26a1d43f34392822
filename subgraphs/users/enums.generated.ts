// Made by `npm run compose` from schema.graphql. Do not edit.
/** SUSPENDED users can't sign in. Personal data of DELETED users is erased; their purchases stay in the accounts. */
export type UserStatus =
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'DELETED';

/**
 * PAUSED: the last owner left after being added without consent. Sales are paused until platform staff appoint an owner.
 * SUSPENDED: platform staff suspended it, and its sales are paused.
 * CLOSED: the last owner left when nothing was owed. It has no members.
 */
export type OrganizationStatus =
  | 'ACTIVE'
  | 'PAUSED'
  | 'SUSPENDED'
  | 'CLOSED';

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

