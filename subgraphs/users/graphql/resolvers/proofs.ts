// Resolvers of second factors that complete a sign-in, and of proofs of identity within a session.
import { toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { parseInput } from "../../../../platform/core/input.ts";
import { elevateSession } from "../../commands/elevation.ts";
import { passSecondFactor, useFactor, type FactorChecks, type GivenFactor } from "../../commands/second-factors.ts";
import { SESSIONS_TOPIC } from "../../../../schema/redis-access.ts";
import type { Credentials } from "../../credentials/credentials.ts";
import type { Proof } from "../../entities/second-factor.ts";
import type { User } from "../../entities/user.ts";
import { SecondFactorRejected } from "../../errors.ts";
import { elevateInput, secondFactorInput } from "../../inputs.ts";
import type { ElevateInput, Resolvers, SecondFactorInput } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

export function proofResolvers(checks: FactorChecks, credentials: Credentials) {
  async function elevate(context: Context, input: ElevateInput): Promise<User> {
    const { password, ...factor } = parseInput(elevateInput, input);
    if (password === undefined) return elevateByFactor(context, factor);
    const { viewer, user } = await credentials.confirm(context, password);
    await context.database.transaction((tx) => elevateSession(tx, viewer.sessionId, "pwd"));
    return user;
  }

  async function elevateByFactor(context: Context, factor: GivenFactor): Promise<User> {
    const { userId, sessionId } = signedIn(context);
    // Using the factor and elevating the session are one transaction: a factor is not used up for nothing.
    const use = () =>
      context.database.transaction(async (tx) => {
        const proof: Proof | undefined = await useFactor(tx, checks, { userId, sessionId, amr: [] }, factor);
        if (proof) await elevateSession(tx, sessionId, proof);
        return proof !== undefined;
      });
    const { user } = await credentials.confirmBy(context, use, () => new SecondFactorRejected());
    context.notifier.notify(SESSIONS_TOPIC, userId);
    return user;
  }

  return {
    /** Completes a sign-in. */
    pass: async (context: Context, { challenge, ...input }: SecondFactorInput) => {
      const factor = parseInput(secondFactorInput, input);
      return passSecondFactor(context.database, checks, {
        ...factor,
        challenge,
        origin: context,
        network: context.network,
      });
    },
    Mutation: {
      elevate: (_, { input }, context) => toResult("User", elevate(context, input)),
    } satisfies Resolvers<Context>["Mutation"],
  };
}
