// Resolvers of organizations, members and invitations.
import type { Tx } from "../../../../platform/postgres/database.ts";
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { belongsTo, isOwner, mayReadInterventions, mayReadOrganization, mayReadSuspension } from "../../access.ts";
import {
  createOrganizationInput,
  inviteMemberInput,
  organizationContactInput,
  reason as reasonInput,
} from "../../inputs.ts";
import {
  addressFor,
  managerOf,
  maySetMember,
  organizationById,
  ownerOf,
  requireStepUp,
  staff,
  stepUpRefusal,
  userById,
  type Context,
} from "../context.ts";
import { createOrganization } from "../../commands/create-organization.ts";
import { acceptInvitation, inviteMember, revokeInvitation } from "../../commands/invitations.ts";
import { setOrganizationContact } from "../../commands/set-organization-contact.ts";
import { setOrganizationTimeZone } from "../../commands/set-organization-time-zone.ts";
import { setMember } from "../../commands/memberships.ts";
import { resumeOrganization, suspendOrganization } from "../../commands/organization-status.ts";
import { statusOf, type Organization } from "../../entities/organization.ts";
import type { Membership } from "../../entities/membership.ts";
import type { Verification } from "../../entities/user.ts";
import { findInvitation } from "../../queries/invitations.ts";
import { findOrganizations } from "../../queries/organizations.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { hashToken, type Tokens } from "../../credentials/tokens.ts";
import { SESSIONS_TOPIC } from "../../../../schema/redis-access.ts";

async function changeOrganization(
  context: Context,
  organizationId: string,
  change: (tx: Tx, id: string) => Promise<void>,
): Promise<Organization> {
  const id = uuidOrNull(organizationId);
  if (!id) throw new NotFound("organization");
  await context.database.transaction((tx) => change(tx, id));
  context.loaders.organization.clear(id);
  return organizationById(context, id);
}

/** Interventions of platform staff, readable by them only. */
export async function interventionsIn({ viewer, loaders }: Context, id: string) {
  if (!mayReadInterventions(viewer)) return null;
  const found = await loaders.interventions.load(id);
  return Promise.all(
    found.map(async ({ byUser, ...intervention }) => ({ ...intervention, by: await loaders.user.load(byUser) })),
  );
}

export function organizationResolvers(tokens: Tokens, verification: Verification) {
  return {
    Query: {
      organization: (_, { id }, context) =>
        uuidOrNull(id) ? context.loaders.organization.load(uuidOrNull(id)!) : null,
      organizations: (_, args, context) => {
        staff(context);
        return findOrganizations(context.database, args);
      },
    },
    Mutation: {
      createOrganization: (_, { input }, context) =>
        toResult(
          "Organization",
          (async () => {
            const viewer = signedIn(context);
            const parsed = parseInput(createOrganizationInput, input);
            const id = await runOnce(context.database, (tx) => createOrganization(tx, viewer.userId, parsed));
            context.notifier.notify(SESSIONS_TOPIC, viewer.userId);
            return organizationById(context, id);
          })(),
        ),
      setMember: (_, { organizationId, userId, role }, context) =>
        toResult(
          "Organization",
          (async () => {
            const member = uuidOrNull(userId);
            await maySetMember(context, organizationId, member ?? userId, role ?? undefined);
            if (!member) throw new NotFound("user");
            const refusal = await stepUpRefusal(context, "setMember");
            await context.database.transaction((tx) =>
              setMember(tx, organizationId, member, role ?? undefined, refusal),
            );
            context.notifier.notify(SESSIONS_TOPIC, member);
            return organizationById(context, organizationId);
          })(),
        ),
      inviteMember: (_, { input }, context) =>
        toResult(
          "Invitation",
          (async () => {
            const viewer = await ownerOf(context, input.organizationId);
            const { idempotencyKey: key } = parseInput(inviteMemberInput, input);
            if (input.role === "OWNER") await requireStepUp(context, "inviteMember");
            const id = await runOnce(context.database, (tx) =>
              inviteMember(tx, tokens, verification, viewer.userId, { ...input, idempotencyKey: key }),
            );
            const invitation = (await findInvitation(context.database, id))!;
            const token = tokens.invitationTokens(id).find((one) => hashToken(one) === invitation.tokenHash);
            return { ...invitation, token };
          })(),
        ),
      setOrganizationContact: (_, { input }, context) =>
        toResult(
          "Organization",
          (async () => {
            await managerOf(context, input.organizationId);
            const contact = parseInput(organizationContactInput, input);
            return changeOrganization(context, input.organizationId, (tx, id) =>
              setOrganizationContact(tx, id, contact),
            );
          })(),
        ),
      setOrganizationTimeZone: (_, { input: { organizationId, timeZone } }, context) =>
        toResult(
          "Organization",
          (async () => {
            await managerOf(context, organizationId);
            return changeOrganization(context, organizationId, (tx, id) => setOrganizationTimeZone(tx, id, timeZone));
          })(),
        ),
      suspendOrganization: (_, { organizationId, reason }, context) =>
        toResult(
          "Organization",
          (async () => {
            const { userId: by } = staff(context);
            const why = parseInput(reasonInput, reason, "reason");
            return changeOrganization(context, organizationId, (tx, id) =>
              suspendOrganization(tx, { organizationId: id, reason: why, by }),
            );
          })(),
        ),
      resumeOrganization: (_, { organizationId }, context) =>
        toResult(
          "Organization",
          (async () => {
            const { userId: by } = staff(context);
            return changeOrganization(context, organizationId, (tx, id) =>
              resumeOrganization(tx, { organizationId: id, by }),
            );
          })(),
        ),
      acceptInvitation: (_, { token }, context) =>
        toResult(
          "Organization",
          (async () => {
            const viewer = signedIn(context);
            const organizationId = await context.database.transaction((tx) =>
              acceptInvitation(tx, verification, viewer.userId, token),
            );
            context.notifier.notify(SESSIONS_TOPIC, viewer.userId);
            return organizationById(context, organizationId);
          })(),
        ),
      revokeInvitation: (_, { invitationId }, context) =>
        toResult(
          "Organization",
          (async () => {
            const invitation = await findInvitation(context.database, invitationId);
            signedIn(context);
            if (!invitation || !belongsTo(context.viewer, invitation.organizationId)) throw new NotFound("invitation");
            await ownerOf(context, invitation.organizationId);
            await context.database.transaction((tx) => revokeInvitation(tx, invitation));
            return organizationById(context, invitation.organizationId);
          })(),
        ),
    },
    Organization: {
      interventions: ({ id }, _, context) => interventionsIn(context, id),
      suspensionReason: (organization, _, { viewer }) =>
        statusOf(organization) === "SUSPENDED" && mayReadSuspension(viewer, organization.id)
          ? organization.suspensionReason
          : null,
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.organization.load(id) : null,
      members: (organization, _, context) =>
        mayReadOrganization(context.viewer, organization.id)
          ? context.loaders.membersOfOrganization.load(organization.id)
          : [],
      status: (organization, _, context) =>
        mayReadOrganization(context.viewer, organization.id) ? statusOf(organization) : null,
      invitations: (organization, _, context) =>
        isOwner(context.viewer, organization.id) ? context.loaders.openInvitations.load(organization.id) : [],
    },
    Membership: {
      organization: (membership: Membership, _, context) => organizationById(context, membership.organizationId),
      user: (membership: Membership, _, context) => userById(context, membership.userId),
    },
    Invitation: {
      email: ({ email }, _, { viewer }) => addressFor(viewer, email),
      organization: (invitation, _, context) => organizationById(context, invitation.organizationId),
    },
  } satisfies Resolvers<Context>;
}
