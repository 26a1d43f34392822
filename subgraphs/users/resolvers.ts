// GraphQL in, GraphQL out.
import { z } from "zod";
import { NotFound, orRefusal } from "../../platform/errors.ts";
import { signedIn, type Viewer } from "../../platform/identity.ts";
import { runOnce } from "../../platform/idempotency.ts";
import { idempotencyKey, parseInput, text, uuidOrNull } from "../../platform/input.ts";
import { isMember } from "../../schema/roles.ts";
import { mayReadPerson, organizationById, ownerOf, staff, userById, type Context } from "./access.ts";
import { createOrganization } from "./commands/create-organization.ts";
import { acceptInvitation, inviteMember, revokeInvitation } from "./commands/invitations.ts";
import { changeEmail } from "./commands/email-codes.ts";
import { setMember } from "./commands/memberships.ts";
import { eraseUser, setPassword, setPreferences, setStatus, updateProfile } from "./commands/accounts.ts";
import { beginSession, endSession, refreshSession, SESSIONS, type BegunSession } from "./commands/sessions.ts";
import { signUp } from "./commands/sign-up.ts";
import type { UsersConfig } from "./config.ts";
import { InvitationEntity } from "./entities/invitation.ts";
import type { Membership } from "./entities/membership.ts";
import type { Session } from "./entities/session.ts";
import { emailKey, isRestricted, UserEntity, type User } from "./entities/user.ts";
import { CredentialsRejected } from "./errors.ts";
import { checkPassword, hashPassword, passwordMatches } from "./passwords.ts";
import { findSessionViewers } from "./read/session-viewers.ts";
import { findUsers } from "./read/users.ts";
import { emailCodeResolvers } from "./resolvers/email-codes.ts";
import type { Resolvers } from "./schema.generated.ts";
import { hashToken, type Tokens } from "./tokens.ts";

const displayName = text(100);
const locale = z.string().refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, "must be a BCP 47 language tag, such as de-AT");
const currency = z
  .string()
  .refine((code) => Intl.supportedValuesOf("currency").includes(code), "must be an ISO 4217 code, such as EUR");
const preferencesInput = z.object({
  locale: locale.nullish().transform((tag) => tag ?? undefined),
  currency: currency.nullish(),
  accessibleSeating: z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined),
  newsletter: z
    .boolean()
    .nullish()
    .transform((value) => value ?? undefined),
});

export function createResolvers({ config, tokens }: { config: UsersConfig; tokens: Tokens }): Resolvers<Context> {
  const verification = { sendsMail: config.mail !== null, verifiedDomains: config.verifiedDomains };
  const emailCodes = emailCodeResolvers(tokens, verification);
  async function toSession(context: Context, begun: BegunSession): Promise<Session> {
    const { accessToken, expiresAt } = await tokens.signAccessToken(begun.userId, begun.sessionId);
    return {
      user: await userById(context, begun.userId),
      accessToken,
      accessTokenExpiresAt: expiresAt,
      refreshToken: begun.refreshToken,
    };
  }

  /** @throws CredentialsRejected */
  async function confirmPassword(context: Context, password: string): Promise<Viewer> {
    const viewer = signedIn(context);
    const user = await userById(context, viewer.userId);
    if (!(await passwordMatches(user.passwordHash ?? null, password))) throw new CredentialsRejected();
    return viewer;
  }

  return {
    Query: {
      me: (_, __, context) => (context.viewer ? context.loaders.user.load(context.viewer.userId) : null),
      user: (_, { id }, context) => (uuidOrNull(id) ? context.loaders.user.load(uuidOrNull(id)!) : null),
      organization: (_, { id }, context) =>
        uuidOrNull(id) ? context.loaders.organization.load(uuidOrNull(id)!) : null,
      users: (_, args, context) => {
        staff(context);
        return findUsers(context.database, args);
      },
      mailContact: async (_, { userId }, { loaders }) => {
        const user = uuidOrNull(userId) ? await loaders.user.load(userId) : null;
        if (!user?.email) return null;
        return {
          email: user.email,
          displayName: user.displayName,
          locale: user.preferences.locale ?? "en",
          verified: !isRestricted(user, verification),
        };
      },
      sessionViewers: (_, { sessionIds }, context) =>
        findSessionViewers(context, config.platformStaff, verification, sessionIds),
    },
    Mutation: {
      ...emailCodes.Mutation,
      signUp: (_, { input }, context) =>
        orRefusal(
          "Session",
          (async () => {
            const name = parseInput(displayName, input.displayName, "input.displayName");
            checkPassword(input.password);
            const userLocale = parseInput(locale.nullish(), input.locale, "input.locale") ?? undefined;
            const passwordHash = await hashPassword(input.password);
            const user = { email: input.email, displayName: name, passwordHash, locale: userLocale };
            const begun = await context.database.transaction((tx) => signUp(tx, tokens, verification, user));
            context.metrics.count("user_registrations_total");
            return toSession(context, begun);
          })(),
        ),
      signIn: (_, { input }, context) =>
        orRefusal(
          "Session",
          (async () => {
            const user = await context.database.read().findOne(UserEntity, { emailKey: emailKey(input.email) });
            const matches = await passwordMatches(user?.passwordHash ?? null, input.password);
            context.metrics.count("user_logins_total", { outcome: matches ? "accepted" : "rejected" });
            if (!user || !matches || user.status !== "ACTIVE") throw new CredentialsRejected();
            return toSession(context, await context.database.transaction((tx) => beginSession(tx, tokens, user.id)));
          })(),
        ),
      refreshSession: (_, { refreshToken }, context) =>
        orRefusal(
          "Session",
          (async () => {
            const begun = await context.database.transaction((tx) =>
              refreshSession(tx, tokens, context.hints, refreshToken),
            );
            if (!begun) throw new CredentialsRejected();
            return toSession(context, begun);
          })(),
        ),
      signOut: async (_, __, context) => {
        const { sessionId } = signedIn(context);
        await context.database.transaction((tx) => endSession(tx, context.hints, sessionId));
        return true;
      },
      createOrganization: (_, { input }, context) =>
        orRefusal(
          "Organization",
          (async () => {
            const viewer = signedIn(context);
            const parsed = parseInput(z.object({ name: text(200), idempotencyKey }), input);
            const id = await runOnce(context.database, (tx) => createOrganization(tx, viewer.userId, parsed));
            context.hints.send(SESSIONS, viewer.userId);
            return organizationById(context, id);
          })(),
        ),
      setMember: (_, { organizationId, userId, role }, context) =>
        orRefusal(
          "Organization",
          (async () => {
            await ownerOf(context, organizationId);
            const member = uuidOrNull(userId);
            if (!member) throw new NotFound("user");
            await context.database.transaction((tx) => setMember(tx, organizationId, member, role ?? undefined));
            context.hints.send(SESSIONS, member);
            return organizationById(context, organizationId);
          })(),
        ),
      inviteMember: (_, { input }, context) =>
        orRefusal(
          "Invitation",
          (async () => {
            const viewer = await ownerOf(context, input.organizationId);
            const key = parseInput(idempotencyKey, input.idempotencyKey, "input.idempotencyKey");
            const id = await runOnce(context.database, (tx) =>
              inviteMember(tx, tokens, viewer.userId, { ...input, idempotencyKey: key }),
            );
            const invitation = await context.database.read().findOneOrFail(InvitationEntity, { id });
            const token = tokens.invitationTokens(id).find((text) => hashToken(text) === invitation.tokenHash);
            return { ...invitation, token };
          })(),
        ),
      acceptInvitation: (_, { token }, context) =>
        orRefusal(
          "Organization",
          (async () => {
            const viewer = signedIn(context);
            const organizationId = await context.database.transaction((tx) =>
              acceptInvitation(tx, verification, viewer.userId, token),
            );
            context.hints.send(SESSIONS, viewer.userId);
            return organizationById(context, organizationId);
          })(),
        ),
      revokeInvitation: (_, { invitationId }, context) =>
        orRefusal(
          "Organization",
          (async () => {
            const id = uuidOrNull(invitationId);
            const invitation = id ? await context.database.read().findOne(InvitationEntity, { id }) : null;
            signedIn(context);
            if (!invitation || !isMember(context.viewer, invitation.organizationId)) throw new NotFound("invitation");
            await ownerOf(context, invitation.organizationId);
            await context.database.transaction((tx) => revokeInvitation(tx, invitation.id));
            return organizationById(context, invitation.organizationId);
          })(),
        ),
      updateProfile: async (_, { input }, context) => {
        const viewer = signedIn(context);
        const name = parseInput(displayName, input.displayName, "input.displayName");
        await context.database.transaction((tx) => updateProfile(tx, viewer.userId, name));
        return userById(context, viewer.userId);
      },
      changePassword: (_, { input }, context) =>
        orRefusal(
          "User",
          (async () => {
            const viewer = await confirmPassword(context, input.currentPassword);
            checkPassword(input.newPassword);
            const passwordHash = await hashPassword(input.newPassword);
            await context.database.transaction((tx) =>
              setPassword(tx, context.hints, viewer.userId, viewer.sessionId, passwordHash),
            );
            return userById(context, viewer.userId);
          })(),
        ),
      changeEmail: (_, { input }, context) =>
        orRefusal(
          "User",
          (async () => {
            const viewer = await confirmPassword(context, input.password);
            await context.database.transaction((tx) =>
              changeEmail(tx, { tokens, verification, hints: context.hints }, viewer, input.email),
            );
            context.hints.send(SESSIONS, viewer.userId);
            context.loaders.user.clear(viewer.userId);
            return userById(context, viewer.userId);
          })(),
        ),
      setPreferences: async (_, { input }, context) => {
        const viewer = signedIn(context);
        const preferences = parseInput(preferencesInput, input);
        await context.database.transaction((tx) => setPreferences(tx, viewer.userId, preferences));
        return userById(context, viewer.userId);
      },
      deleteAccount: (_, { password }, context) =>
        orRefusal(
          "User",
          (async () => {
            const viewer = await confirmPassword(context, password);
            await context.database.transaction((tx) => eraseUser(tx, context.hints, viewer.userId));
            context.loaders.user.clear(viewer.userId);
            return userById(context, viewer.userId);
          })(),
        ),
      suspendUser: (_, { userId, reason }, context) =>
        orRefusal("User", changeStatus(context, userId, "SUSPENDED", reason)),
      restoreUser: (_, { userId }, context) => orRefusal("User", changeStatus(context, userId, "ACTIVE", "restored")),
    },
    User: {
      ...emailCodes.User,
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.user.load(id) : null,
      email: (user, _, context) => (mayReadPerson(context, user.id) ? user.email : null),
      preferences: (user, _, context) =>
        context.viewer?.userId === user.id
          ? { locale: "en", accessibleSeating: false, newsletter: false, ...user.preferences }
          : null,
      memberships: async (user, _, context) => {
        const memberships = await context.loaders.membershipsOfUser.load(user.id);
        return memberships.filter(
          ({ organizationId }) => mayReadPerson(context, user.id) || isMember(context.viewer, organizationId),
        );
      },
    },
    Organization: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.organization.load(id) : null,
      members: (organization, _, context) =>
        context.viewer?.staff || isMember(context.viewer, organization.id)
          ? context.loaders.membersOfOrganization.load(organization.id)
          : [],
      invitations: (organization, _, context) =>
        context.viewer?.memberships[organization.id] === "OWNER"
          ? context.loaders.openInvitations.load(organization.id)
          : [],
    },
    Membership: {
      organization: (membership: Membership, _, context) => organizationById(context, membership.organizationId),
      user: (membership: Membership, _, context) => userById(context, membership.userId),
    },
    Invitation: {
      organization: (invitation, _, context) => organizationById(context, invitation.organizationId),
    },
  };

  async function changeStatus(
    context: Context,
    userId: string,
    status: "ACTIVE" | "SUSPENDED",
    reason: string,
  ): Promise<User> {
    staff(context);
    const why = parseInput(text(500), reason, "reason");
    const id = uuidOrNull(userId);
    if (!id) throw new NotFound("user");
    await context.database.transaction((tx) => setStatus(tx, context.hints, id, status, why));
    return userById(context, id);
  }
}
