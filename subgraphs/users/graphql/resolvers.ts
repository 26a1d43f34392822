import { NotFound, toResult } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import { belongsTo, mayReadPerson, mayReadSessions } from "../access.ts";
import { displayName, locale } from "../inputs.ts";
import { addressFor, mayFindPerson, staff, userById, type Context } from "./context.ts";
import { endOwnSession, endSession, endSessionsOf, refreshSession, type BegunSession } from "../commands/sessions.ts";
import { rememberNetwork } from "../commands/password-tries.ts";
import type { SignInOutcome } from "../commands/second-factors.ts";
import { signUp } from "../commands/sign-up.ts";
import type { UsersConfig } from "../config.ts";
import { createCredentials } from "../credentials/credentials.ts";
import type { NewPasswords } from "../credentials/new-passwords.ts";
import type { Session } from "../entities/session.ts";
import { isRestricted } from "../entities/user.ts";
import { CredentialsRejected, SecondFactorRequired } from "../errors.ts";
import { newPassword } from "../credentials/passwords.ts";
import { findSessions } from "../queries/sessions.ts";
import { findSessionViewers } from "../queries/session-viewers.ts";
import { findViewerChanges } from "../queries/viewer-changes.ts";
import { findPeopleByEmail, findUsers } from "../queries/users.ts";
import { accountResolvers } from "./resolvers/accounts.ts";
import { anonymousCodeResolvers } from "./resolvers/anonymous-codes.ts";
import { auditResolvers } from "./resolvers/audit.ts";
import { appResolvers } from "./resolvers/apps.ts";
import { guestResolvers } from "./resolvers/guests.ts";
import { emailCodeResolvers } from "./resolvers/email-codes.ts";
import { personalDataResolvers } from "./resolvers/personal-data.ts";
import { interventionsIn, organizationResolvers } from "./resolvers/organizations.ts";
import { noteUses } from "../commands/machines.ts";
import { machineResolvers } from "./resolvers/machines.ts";
import { passkeyResolvers } from "./resolvers/passkeys.ts";
import { proofResolvers } from "./resolvers/proofs.ts";
import { secondFactorResolvers } from "./resolvers/second-factors.ts";
import { identityResolvers } from "./resolvers/identities.ts";
import { relyingPartyOf } from "../credentials/webauthn.ts";
import { supportViewResolvers } from "./resolvers/support-views.ts";
import { securityAlertResolvers } from "./resolvers/security-alerts.ts";
import type { Resolvers } from "../schema.generated.ts";
import type { Tokens } from "../credentials/tokens.ts";
import type { ExternalSignIns } from "../workflows/external-sign-in.ts";

interface Services {
  config: UsersConfig;
  tokens: Tokens;
  newPasswords: NewPasswords;
  externalSignIns: ExternalSignIns;
}

export function createResolvers({ config, tokens, newPasswords, externalSignIns }: Services): Resolvers<Context> {
  const verification = { sendsMail: config.mail !== null, verifiedDomains: config.verifiedDomains };
  const emailCodes = emailCodeResolvers(tokens, verification);
  const organizations = organizationResolvers(tokens, verification);
  const credentials = createCredentials(tokens, verification, newPasswords);
  const { signer, trustedKeys } = config;
  const personalData = personalDataResolvers(credentials, { tokens, signer, trustedKeys, ...verification });
  const anonymousCodes = anonymousCodeResolvers({ tokens, verification, credentials });
  const secondFactors = secondFactorResolvers(tokens);
  const party = config.publicUrl === null ? null : relyingPartyOf(config.publicUrl, config.formerPublicUrls);
  const apps = appResolvers(tokens);
  const proofs = proofResolvers({ tokens, party }, credentials);
  const supportViews = supportViewResolvers(tokens, config);
  const ways = { ...verification, issuers: config.identityProviders.map(({ issuer }) => issuer) };
  const passkeys = passkeyResolvers({ tokens, party, ways });
  const identities = identityResolvers({ tokens, ways, externalSignIns });
  const accounts = accountResolvers({ tokens, verification, credentials });
  const guests = guestResolvers({ tokens, verification, toSession });
  async function mailContact({ loaders }: Context, userId: string) {
    const user = uuidOrNull(userId) ? await loaders.user.load(userId) : null;
    if (!user?.email) return null;
    return {
      email: user.email,
      displayName: user.displayName,
      locale: user.preferences.locale ?? "en",
      verified: !isRestricted(user, verification),
    };
  }
  /** @throws SecondFactorRequired */
  async function toSessionOrAsk(context: Context, outcome: SignInOutcome): Promise<Session> {
    if ("challenge" in outcome) throw new SecondFactorRequired(outcome);
    return toSession(context, outcome);
  }
  async function toSession(context: Context, begun: BegunSession): Promise<Session> {
    const { accessToken, expiresAt } = await tokens.signAccessToken(begun.userId, begun.sessionId, begun.scopes);
    return {
      user: await userById(context, begun.userId),
      accessToken,
      accessTokenExpiresAt: expiresAt,
      refreshToken: begun.refreshToken,
    };
  }

  return {
    Query: {
      me: (_, __, context) => (context.viewer ? context.loaders.user.load(context.viewer.userId) : null),
      user: async (_, { id }, context) => {
        const known = uuidOrNull(id);
        return known && (await mayFindPerson(context, known)) ? context.loaders.user.load(known) : null;
      },
      ...organizations.Query,
      ...personalData.Query,
      ...auditResolvers.Query,
      ...identities.Query,
      users: (_, args, context) => {
        staff(context);
        return findUsers(context.database, args);
      },
      mailContact: (_, { userId }, context) => mailContact(context, userId),
      mailContacts: (_, { userIds }, context) => Promise.all(userIds.map((userId) => mailContact(context, userId))),
      letterhead: async (_, { organizationId: id }, { loaders }) => {
        const organization = uuidOrNull(id) ? await loaders.organization.load(id) : null;
        return organization && { ...organization, isSuspended: organization.suspendedAt !== null };
      },
      peopleByEmail: (_, { email }, { database }) => findPeopleByEmail(database, email),
      viewerChanges: (_, { after }, context) => findViewerChanges(context.database, after ?? null),
      sessionViewers: async (_, { sessionIds, limited }, context) => {
        const viewers = await findSessionViewers(context, { ...config, verification }, sessionIds);
        noteUses(
          context.database,
          viewers.flatMap((viewer) => viewer?.actor ?? []),
        );
        return viewers.map((viewer) => (viewer?.scopes && !limited ? null : viewer));
      },
    },
    Mutation: {
      ...emailCodes.Mutation,
      ...anonymousCodes.Mutation,
      ...secondFactors.Mutation,
      ...proofs.Mutation,
      ...passkeys.Mutation,
      ...machineResolvers.Mutation,
      ...identities.Mutation,
      ...apps.Mutation,
      ...accounts.Mutation,
      ...securityAlertResolvers.Mutation,
      ...guests.Mutation,
      useCode: (_, { input }, context) =>
        input.nonce == null
          ? toResult("User", emailCodes.used(context, input))
          : toResult(
              "Session",
              (async () => toSessionOrAsk(context, await anonymousCodes.outcomeOf(context, input)))(),
            ),
      ...organizations.Mutation,
      ...supportViews.Mutation,
      ...personalData.Mutation,
      signUp: (_, { input }, context) =>
        toResult(
          "Session",
          (async () => {
            const name = parseInput(displayName, input.displayName, "input.displayName");
            const password = parseInput(newPassword, input.password, "input.password");
            const userLocale = parseInput(locale.nullish(), input.locale, "input.locale") ?? undefined;
            const passwordHash = await credentials.hashNew(context, password, {
              email: input.email,
              displayName: name,
            });
            const user = { email: input.email, displayName: name, passwordHash, locale: userLocale };
            const begun = await context.database.transaction(async (tx) => {
              const session = await signUp(tx, tokens, verification, user, context);
              if (context.network !== undefined) await rememberNetwork(tx, session.userId, context.network);
              return session;
            });
            context.metrics.count("user_registrations_total");
            return toSession(context, begun);
          })(),
        ),
      signIn: (_, { input }, context) =>
        toResult(
          "Session",
          (async () => toSessionOrAsk(context, await credentials.signIn(context, input.email, input.password)))(),
        ),
      signInWithPasskey: (_, { input }, context) =>
        toResult("Session", (async () => toSessionOrAsk(context, await passkeys.signIn(context, input.response)))()),
      finishExternalSignIn: (_, { input }, context) =>
        toResult("Session", (async () => toSessionOrAsk(context, await identities.signIn(context, input)))()),
      secondFactor: (_, { input }, context) =>
        toResult("Session", (async () => toSession(context, await proofs.pass(context, input)))()),
      refreshSession: (_, { refreshToken }, context) =>
        toResult(
          "Session",
          (async () => {
            const begun = await context.database.transaction((tx) =>
              refreshSession(tx, tokens, context.notifier, refreshToken, {
                device: context.device,
                place: context.place,
                sessionDays: config.sessionDays,
              }),
            );
            if (!begun) throw new CredentialsRejected();
            return toSession(context, begun);
          })(),
        ),
      signOut: async (_, __, context) => {
        const { sessionId } = signedIn(context);
        await context.database.transaction((tx) => endSession(tx, context.notifier, sessionId));
        return true;
      },
      endSession: (_, { id }, context) =>
        toResult(
          "User",
          (async () => {
            const { userId } = signedIn(context);
            const sessionId = uuidOrNull(id);
            if (!sessionId) throw new NotFound("session");
            await context.database.transaction((tx) => endOwnSession(tx, context.notifier, userId, sessionId));
            return userById(context, userId);
          })(),
        ),
      endOtherSessions: async (_, __, context) => {
        const { userId, sessionId } = signedIn(context);
        await context.database.transaction((tx) => endSessionsOf(tx, context.notifier, userId, sessionId));
        return userById(context, userId);
      },
    },
    User: {
      ...emailCodes.User,
      ...secondFactors.User,
      ...passkeys.User,
      ...identities.User,
      ...personalData.User,
      ...supportViews.User,
      ...apps.User,
      interventions: ({ id }, _, context) => interventionsIn(context, id),
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.user.load(id) : null,
      email: (user, _, context) =>
        mayReadPerson(context.viewer, user.id) ? user.email && addressFor(context.viewer, user.email) : null,
      status: (user, _, context) =>
        user.status === "SUSPENDED" && !mayReadPerson(context.viewer, user.id) ? "ACTIVE" : user.status,
      preferences: (user, _, context) =>
        context.viewer?.userId === user.id
          ? { locale: "en", accessibleSeating: false, newsletter: false, ...user.preferences }
          : null,
      sessions: (user, _, context) =>
        mayReadSessions(context.viewer, user.id) ? findSessions(context.database, user.id, config.sessionDays) : [],
      memberships: async (user, _, context) => {
        const memberships = await context.loaders.membershipsOfUser.load(user.id);
        return memberships.filter(
          ({ organizationId }) => mayReadPerson(context.viewer, user.id) || belongsTo(context.viewer, organizationId),
        );
      },
    },
    DataExport: personalData.DataExport,
    Identity: identities.Identity,
    SignedIn: {
      current: ({ id }, _, { viewer }) => viewer?.sessionId === id,
      support: ({ kind }) => kind === "SUPPORT",
    },
    Organization: {
      ...organizations.Organization,
      ...apps.Organization,
      ...machineResolvers.Organization,
      ...auditResolvers.Organization,
    },
    ApiKey: machineResolvers.ApiKey,
    Device: machineResolvers.Device,
    AuditEntry: auditResolvers.AuditEntry,
    App: apps.App,
    AppAccess: apps.AppAccess,
    Membership: organizations.Membership,
    Invitation: organizations.Invitation,
  };
}
