// What catalog does when others tell it something.
import { on } from "../../platform/messaging/reactions.ts";
import { OrganizationCreated, OrganizationStatusChanged } from "../../schema/messages/users.ts";
import { noteOrganization } from "./projections/organizations.ts";
import { noteOrganizationStatus } from "./workflows/suspend-organization.ts";

export const reactions = [
  on(OrganizationCreated, (tx, { organizationId }) => noteOrganization(tx, organizationId)),
  on(OrganizationStatusChanged, (tx, change) => noteOrganizationStatus(tx, change)),
];
