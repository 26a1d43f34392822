// Made by `npm run compose` from schema.graphql. Do not edit.
/** SUSPENDED users can't sign in; a DELETED one's personal data is erased, what they bought stays in the books. */
export type UserStatus =
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'DELETED';

/** PAUSED: its last owner had been added without being asked, and left; its sales are paused until platform staff appoint an owner. SUSPENDED: by platform staff; its sales are paused. CLOSED: its last owner left when nothing was owed; nobody works for it. */
export type OrganizationStatus =
  | 'ACTIVE'
  | 'PAUSED'
  | 'SUSPENDED'
  | 'CLOSED';

/** What a member may do in an organization; each role includes the ones after it, AUDITOR apart. MANAGER: venues, events, reviews. BOX_OFFICE: orders, refunds. SCANNER: check-in, ticket codes. AUDITOR reads what a MANAGER reads, ticket codes apart, and changes nothing. */
export type Role =
  | 'OWNER'
  | 'MANAGER'
  | 'BOX_OFFICE'
  | 'SCANNER'
  | 'AUDITOR';

