// Handlers of messages from other subgraphs.
import { on } from "../../platform/messaging/handlers.ts";
import { OrganizationCreated, OrganizationStatusChanged } from "../../schema/messages/users.ts";
import { noteOrganization } from "./projections/organizations.ts";
import { noteOrganizationStatus } from "./workflows/suspend-organization.ts";

export const handlers = [
  on(OrganizationCreated, (tx, { organizationId }) => noteOrganization(tx, organizationId)),
  on(OrganizationStatusChanged, (tx, change) => noteOrganizationStatus(tx, change)),
];
