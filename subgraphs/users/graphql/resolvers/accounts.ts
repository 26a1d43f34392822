// Resolvers of accounts: their people change them, and platform staff suspend and restore them.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { SESSIONS_TOPIC } from "../../../../schema/redis-access.ts";
import { setPassword, setPreferences, setStatus, updateProfile } from "../../commands/accounts.ts";
import { changeEmail } from "../../commands/email-codes.ts";
import type { Credentials } from "../../credentials/credentials.ts";
import { newPassword } from "../../credentials/passwords.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import type { User, Verification } from "../../entities/user.ts";
import { displayName, preferencesInput, reason as reasonInput } from "../../inputs.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { changeFactors, requireStepUp, staff, userById, type Context } from "../context.ts";

interface Services {
  tokens: Tokens;
  verification: Verification;
  credentials: Credentials;
}

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
  await context.database.transaction((tx) => setStatus(tx, context.notifier, { userId: id, status, by, reason: why }));
  return userById(context, id);
}

export function accountResolvers({ tokens, verification, credentials }: Services) {
  return {
    Mutation: {
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
    } satisfies Resolvers<Context>["Mutation"],
  };
}
