import { NotFound, toResult } from "../../../platform/core/errors.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import { belongsTo, mayReadPerson } from "../access.ts";
import { displayName, locale, preferencesInput, reason as reasonInput } from "../inputs.ts";
import { changeFactors, mayFindPerson, requireStepUp, staff, userById, type Context } from "./context.ts";
import { changeEmail } from "../commands/email-codes.ts";
import { setPassword, setPreferences, setStatus, updateProfile } from "../commands/accounts.ts";
import { endOwnSession, endSession, endSessionsOf, refreshSession, type BegunSession } from "../commands/sessions.ts";
import { rememberNetwork } from "../commands/password-tries.ts";
import type { SignInOutcome } from "../commands/second-factors.ts";
import { signUp } from "../commands/sign-up.ts";
import type { UsersConfig } from "../config.ts";
import { createCredentials } from "../credentials/credentials.ts";
import type { NewPasswords } from "../credentials/new-passwords.ts";
import type { Session } from "../entities/session.ts";
import { isRestricted, type User } from "../entities/user.ts";
import { CredentialsRejected, SecondFactorRequired } from "../errors.ts";
import { newPassword } from "../credentials/passwords.ts";
import { findSessions } from "../queries/sessions.ts";
import { findSessionViewers } from "../queries/session-viewers.ts";
import { findViewerChanges } from "../queries/viewer-changes.ts";
import { findUsers } from "../queries/users.ts";
import { anonymousCodeResolvers } from "./resolvers/anonymous-codes.ts";
import { emailCodeResolvers } from "./resolvers/email-codes.ts";
import { personalDataResolvers } from "./resolvers/personal-data.ts";
import { interventionsIn, organizationResolvers } from "./resolvers/organizations.ts";
import { machineResolvers } from "./resolvers/machines.ts";
import { passkeyResolvers } from "./resolvers/passkeys.ts";
import { proofResolvers } from "./resolvers/proofs.ts";
import { secondFactorResolvers } from "./resolvers/second-factors.ts";
import { relyingPartyOf } from "../credentials/webauthn.ts";
import { securityAlertResolvers } from "./resolvers/security-alerts.ts";
import type { Resolvers } from "../schema.generated.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { SESSIONS_TOPIC } from "../../../schema/redis-access.ts";

interface Services {
  config: UsersConfig;
  tokens: Tokens;
  newPasswords: NewPasswords;
}

export function createResolvers({ config, tokens, newPasswords }: Services): Resolvers<Context> {
  const verification = { sendsMail: config.mail !== null, verifiedDomains: config.verifiedDomains };
  const emailCodes = emailCodeResolvers(tokens, verification);
  const organizations = organizationResolvers(tokens, verification);
  const credentials = createCredentials(tokens, verification, newPasswords);
  const { signer, trustedKeys } = config;
  const personalData = personalDataResolvers(credentials, { tokens, signer, trustedKeys, ...verification });
  const anonymousCodes = anonymousCodeResolvers({ tokens, verification, credentials });
  const secondFactors = secondFactorResolvers(tokens);
  const party = config.publicUrl === null ? null : relyingPartyOf(config.publicUrl);
  const proofs = proofResolvers({ tokens, party }, credentials);
  const passkeys = passkeyResolvers({ tokens, party, verification });
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
      viewerChanges: (_, { after }, context) => findViewerChanges(context.database, after ?? null),
      sessionViewers: async (_, { sessionIds, limited }, context) => {
        const viewers = await findSessionViewers(context, { ...config, verification }, sessionIds);
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
      ...securityAlertResolvers.Mutation,
      useCode: (_, { input }, context) =>
        input.nonce == null
          ? toResult("User", emailCodes.used(context, input))
          : toResult(
              "Session",
              (async () => toSessionOrAsk(context, await anonymousCodes.outcomeOf(context, input)))(),
            ),
      ...organizations.Mutation,
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
      updateProfile: async (_, { input }, context) => {
        const viewer = signedIn(context);
        const name = parseInput(displayName, input.displayName, "input.displayName");
        await context.database.transaction((tx) => updateProfile(tx, viewer.userId, name));
        return userById(context, viewer.userId);
      },
      changePassword: (_, { input }, context) =>
        toResult(
          "User",
          (async () => {
            await requireStepUp(context, "changePassword");
            const { viewer, user } = await credentials.confirm(context, input.currentPassword);
            const password = parseInput(newPassword, input.newPassword, "input.newPassword");
            const owner = { email: user.email ?? "", displayName: user.displayName };
            const passwordHash = await credentials.hashNew(context, password, owner);
            await changeFactors(context, (tx) =>
              setPassword(tx, context.notifier, viewer.userId, viewer.sessionId, passwordHash),
            );
            return userById(context, viewer.userId);
          })(),
        ),
      changeEmail: (_, { input }, context) =>
        toResult(
          "User",
          (async () => {
            await requireStepUp(context, "changeEmail");
            const { viewer } = await credentials.confirm(context, input.password);
            await context.database.transaction((tx) =>
              changeEmail(tx, { tokens, verification, notifier: context.notifier }, viewer, input.email),
            );
            context.notifier.notify(SESSIONS_TOPIC, viewer.userId);
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
      suspendUser: (_, { userId, reason }, context) =>
        toResult("User", changeStatus(context, userId, "SUSPENDED", reason)),
      restoreUser: (_, { userId }, context) => toResult("User", changeStatus(context, userId, "ACTIVE", null)),
    },
    User: {
      ...emailCodes.User,
      ...secondFactors.User,
      ...passkeys.User,
      ...personalData.User,
      interventions: ({ id }, _, context) => interventionsIn(context, id),
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.user.load(id) : null,
      email: (user, _, context) => (mayReadPerson(context.viewer, user.id) ? user.email : null),
      status: (user, _, context) =>
        user.status === "SUSPENDED" && !mayReadPerson(context.viewer, user.id) ? "ACTIVE" : user.status,
      preferences: (user, _, context) =>
        context.viewer?.userId === user.id
          ? { locale: "en", accessibleSeating: false, newsletter: false, ...user.preferences }
          : null,
      sessions: (user, _, context) =>
        context.viewer?.userId === user.id ? findSessions(context.database, user.id, config.sessionDays) : [],
      memberships: async (user, _, context) => {
        const memberships = await context.loaders.membershipsOfUser.load(user.id);
        return memberships.filter(
          ({ organizationId }) => mayReadPerson(context.viewer, user.id) || belongsTo(context.viewer, organizationId),
        );
      },
    },
    DataExport: personalData.DataExport,
    SignedIn: { current: ({ id }, _, { viewer }) => viewer?.sessionId === id },
    Organization: { ...organizations.Organization, ...machineResolvers.Organization },
    ApiKey: machineResolvers.ApiKey,
    Device: machineResolvers.Device,
    Membership: organizations.Membership,
    Invitation: organizations.Invitation,
  };

  async function changeStatus(
    context: Context,
    userId: string,
    status: "ACTIVE" | "SUSPENDED",
    reason: string | null,
  ): Promise<User> {
    const { userId: by } = staff(context);
    const why = reason === null ? null : parseInput(reasonInput, reason, "reason");
    const id = uuidOrNull(userId);
    if (!id) throw new NotFound("user");
    await context.database.transaction((tx) =>
      setStatus(tx, context.notifier, { userId: id, status, by, reason: why }),
    );
    return userById(context, id);
  }
}
