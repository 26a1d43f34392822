// Handlers of messages from other subgraphs.
import type { Signer } from "../../platform/identity/identity.ts";
import { on, type MessageHandler } from "../../platform/messaging/handlers.ts";
import { onErased } from "../../platform/personal-data/erasure.ts";
import { ErasureDone } from "../../schema/messages/catalog.ts";
import { OrganizationCreated, OrganizationStatusChanged, UserErased } from "../../schema/messages/users.ts";
import { personalData } from "./personal-data.ts";
import { noteOrganization } from "./projections/organizations.ts";
import { noteOrganizationStatus } from "./workflows/suspend-organization.ts";

export const createHandlers = (signer: Signer): MessageHandler[] => [
  on(OrganizationCreated, (tx, { organizationId }) => noteOrganization(tx, organizationId)),
  on(OrganizationStatusChanged, (tx, change) => noteOrganizationStatus(tx, change)),
  onErased(UserErased, ErasureDone, personalData, signer),
];
