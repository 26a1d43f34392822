// Who may read what of people and organizations.
import {
  BOX_OFFICE,
  BOX_OFFICE_READERS,
  EVERYBODY,
  MANAGER_READERS,
  MANAGERS,
  MEMBERS,
  OWNER,
  STAFF,
} from "../viewers.ts";
import { EMPTY, ORDER, type Specimen } from "./specimen.ts";

export const PEOPLE: Record<string, Specimen> = {
  "the buyer": {
    type: "User",
    id: "buyer",
    path: `user(id: $buyer) { @ }`,
    reachedBy: ["buyer", "staff"],
    isReference: true,
    fields: [
      [EVERYBODY, "id displayName status kind"],
      [["buyer", "staff"], "email deletionConsequences emailVerified orders purchases supportViews tickets"],
      [["buyer"], "dataExport holds preferences sessions hasTotp passkeys recoveryCodesLeft identities appAccess"],
      [EMPTY, "emailCode interventions pendingEmail memberships"],
    ],
  },
  "the buyer, by way of the order": {
    type: "User",
    id: "buyer",
    path: `order(id: $order) { buyer { @ } }`,
    reachedBy: ORDER,
    fields: [
      [EVERYBODY, "id displayName status kind"],
      [["buyer", "staff"], "email deletionConsequences emailVerified orders purchases supportViews tickets"],
      [["buyer"], "dataExport holds preferences sessions hasTotp passkeys recoveryCodesLeft identities appAccess"],
      [EMPTY, "emailCode interventions pendingEmail memberships"],
    ],
  },
  "a member": {
    type: "User",
    id: "manager",
    path: `user(id: $manager) { @ }`,
    reachedBy: [...MEMBERS, "staff"],
    isReference: true,
    fields: [
      [EVERYBODY, "id displayName kind status"],
      [[...MEMBERS, "staff"], "memberships"],
      [["manager", "staff"], "email deletionConsequences emailVerified orders purchases tickets"],
      [["manager"], "preferences sessions"],
      [
        EMPTY,
        "dataExport emailCode hasTotp holds interventions passkeys pendingEmail recoveryCodesLeft supportViews identities appAccess",
      ],
    ],
  },
  "a person whose address is not verified": {
    type: "User",
    id: "unverified",
    path: `user(id: $unverified) { @ }`,
    reachedBy: ["unverified", "staff"],
    isReference: true,
    fields: [
      [EVERYBODY, "id displayName kind status"],
      [["unverified", "staff"], "deletionConsequences email orders purchases tickets"],
      [["unverified"], "preferences emailCode pendingEmail sessions"],
      [
        EMPTY,
        "dataExport emailVerified hasTotp holds interventions memberships passkeys recoveryCodesLeft supportViews identities appAccess",
      ],
    ],
  },
  "a suspended person": {
    type: "User",
    id: "outcast",
    path: `user(id: $outcast) { @ }`,
    reachedBy: STAFF,
    isReference: true,
    fields: [
      [EVERYBODY, "id displayName kind status"],
      [STAFF, "email deletionConsequences emailVerified interventions orders purchases tickets"],
      [
        EMPTY,
        "dataExport emailCode hasTotp holds memberships passkeys pendingEmail preferences recoveryCodesLeft sessions supportViews identities appAccess",
      ],
    ],
  },
  "the organization": {
    type: "Organization",
    id: "organization",
    path: `organization(id: $organization) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [EVERYBODY, "events"],
      [[...MEMBERS, "staff"], "members status"],
      [OWNER, "invitations apps"],
      [MANAGERS, "apiKeys devices"],
      [["owner", "auditor", "staff"], "audit"],
      [EMPTY, "interventions suspensionReason"],
      [BOX_OFFICE, "reservations"],
      [MANAGER_READERS, "packages"],
      [
        BOX_OFFICE_READERS,
        "counterTakings drawers failedRefunds findOrders invoices invoicing openDisputes orders payouts pricing sales salesReport statements",
      ],
    ],
  },
  "a suspended organization": {
    type: "Organization",
    id: "suspended",
    path: `organization(id: $suspended) { @ }`,
    reachedBy: EVERYBODY,
    isReference: true,
    fields: [
      [["otherOwner", "staff"], "audit members packages status suspensionReason"],
      [
        ["otherOwner", "staff"],
        "drawers failedRefunds findOrders invoices openDisputes orders payouts pricing sales salesReport",
      ],
      [EVERYBODY, "events"],
      [STAFF, "interventions"],
      [["otherOwner"], "reservations"],
      [EMPTY, "apiKeys counterTakings devices invitations invoicing statements apps"],
    ],
  },
};
