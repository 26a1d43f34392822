// Resolvers that set up second factors.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { elevateSession } from "../../commands/elevation.ts";
import { forgetTries, takeTry } from "../../commands/password-tries.ts";
import { firstRecoveryCodes, renewRecoveryCodes } from "../../commands/recovery-codes.ts";
import { findFactors, noteFactorsChanged, triesOf } from "../../commands/second-factors.ts";
import { confirmTotp, enrollTotp, forgetTotp } from "../../commands/totp.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import type { User } from "../../entities/user.ts";
import { CodeRejected } from "../../errors.ts";
import { totpCode } from "../../inputs.ts";
import { countRecoveryCodes, hasTotp } from "../../queries/second-factors.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { changeFactors, requireStepUp, userById, type Context } from "../context.ts";

/** Where tries to enroll and to confirm are counted; a confirmed factor resets the count. */
const enrollments = (userId: string) => triesOf(userId, "enroll");

export function secondFactorResolvers(tokens: Tokens) {
  async function enroll(context: Context) {
    const { userId, sessionId } = await requireStepUp(context, "enrollTotp");
    const { email } = await userById(context, userId);
    return changeFactors(context, async (tx) => {
      await takeTry(tx, enrollments(userId));
      return enrollTotp(tx, tokens, { userId, sessionId, label: email ?? userId });
    });
  }

  async function confirm(context: Context, typed: string) {
    const { userId, sessionId } = signedIn(context);
    const code = parseInput(totpCode, typed, "code");
    await context.database.transaction((tx) => takeTry(tx, enrollments(userId)));
    const recoveryCodes = await changeFactors(context, async (tx) => {
      if (!(await confirmTotp(tx, tokens, { userId, sessionId, code }))) throw new CodeRejected();
      await forgetTries(tx, enrollments(userId));
      await elevateSession(tx, sessionId, "otp");
      await noteFactorsChanged(tx, { tokens, notifier: context.notifier }, { userId, sessionId }, "FACTOR_ADDED");
      return firstRecoveryCodes(tx, userId);
    });
    return { user: await userById(context, userId), recoveryCodes: recoveryCodes ?? null };
  }

  async function disable(context: Context): Promise<User> {
    const { userId, sessionId } = await requireStepUp(context, "disableTotp");
    await changeFactors(context, async (tx) => {
      if (await forgetTotp(tx, userId))
        await noteFactorsChanged(tx, { tokens, notifier: context.notifier }, { userId, sessionId }, "FACTOR_REMOVED");
    });
    return userById(context, userId);
  }

  async function renew(context: Context) {
    const { userId } = await requireStepUp(context, "renewRecoveryCodes");
    const codes = await changeFactors(context, async (tx) => {
      if ((await findFactors(tx, userId)).length === 0) throw new NotFound("second factor");
      return renewRecoveryCodes(tx, userId);
    });
    return { codes };
  }

  return {
    Mutation: {
      enrollTotp: (_, __, context) => toResult("TotpEnrollment", enroll(context)),
      confirmTotp: (_, { code }, context) => toResult("FactorEnabled", confirm(context, code)),
      disableTotp: (_, __, context) => toResult("User", disable(context)),
      renewRecoveryCodes: (_, __, context) => toResult("RecoveryCodes", renew(context)),
    } satisfies Resolvers<Context>["Mutation"],
    User: {
      hasTotp: (user, _, { viewer, database }) => viewer?.userId === user.id && hasTotp(database, user.id),
      recoveryCodesLeft: (user, _, { viewer, database }) =>
        viewer?.userId === user.id ? countRecoveryCodes(database, user.id) : null,
    } satisfies Resolvers<Context>["User"],
  };
}
