// The kinds of viewer in the authorization tests, and groups of them.

export const VIEWERS = {
  nobody: "without a token",
  stranger: "a signed-in person without any part in the scene",
  unverified: "a signed-in person whose e-mail address is not verified",
  buyer: "placed the orders and has the hold",
  otherBuyer: "placed other orders of the same event",
  holder: "got a ticket from the buyer",
  owner: "OWNER of the organization",
  manager: "MANAGER of it",
  boxOffice: "BOX_OFFICE of it",
  scanner: "SCANNER of it",
  auditor: "AUDITOR of it",
  otherOwner: "OWNER of another organization",
  staff: "platform staff",
} as const;

export type ViewerName = keyof typeof VIEWERS;
export const viewerNames = Object.keys(VIEWERS) as ViewerName[];
export type Viewers = readonly ViewerName[];

/** Tokens with which every operation is UNAUTHENTICATED. */
export const REFUSED_TOKENS = {
  garbled: "a header that is no JWT",
  forged: "signed with a key that is not trusted",
  altered: "signed by users, and changed afterwards",
  signedOut: "of a session that was ended",
  suspended: "of a person who was suspended",
  deleted: "of an account that was deleted",
} as const;

export type RefusedToken = keyof typeof REFUSED_TOKENS;

export const EVERYBODY: Viewers = viewerNames;
export const SIGNED_IN: Viewers = viewerNames.filter((name) => name !== "nobody");
/** Have joined the queues and a waiting list: everybody with a verified address. */
export const JOINED: Viewers = SIGNED_IN.filter((name) => name !== "unverified");
export const STAFF: Viewers = ["staff"];
export const OWNER: Viewers = ["owner"];
/** Each role includes the ones below it. */
export const MANAGERS: Viewers = ["owner", "manager"];
export const BOX_OFFICE: Viewers = [...MANAGERS, "boxOffice"];
export const SCANNERS: Viewers = [...BOX_OFFICE, "scanner"];
export const MEMBERS: Viewers = [...SCANNERS, "auditor"];
/** Auditors and platform staff read what these roles read, and may change nothing with that. */
export const MANAGER_READERS: Viewers = [...MANAGERS, "auditor", "staff"];
export const BOX_OFFICE_READERS: Viewers = [...BOX_OFFICE, "auditor", "staff"];
export const SCANNER_READERS: Viewers = [...SCANNERS, "auditor", "staff"];

export const without = (viewers: Viewers, ...left: ViewerName[]): Viewers =>
  viewers.filter((name) => !left.includes(name));
