// Resolvers of identities at other providers: sign-in, links and removal.
import { NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { linkIdentity, unlinkIdentity, type WaysIn } from "../../commands/identities.ts";
import { noteFactorsChanged, type SignInOutcome } from "../../commands/second-factors.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import { UserEntity, type User } from "../../entities/user.ts";
import { ExternalSignInRejected, IdentityTaken, ProviderUnavailable } from "../../errors.ts";
import { externalAnswer } from "../../inputs.ts";
import { findIdentities } from "../../queries/identities.ts";
import type { ExternalAnswerInput, Resolvers } from "../../schema.generated.ts";
import type { ExternalSignIns } from "../../workflows/external-sign-in.ts";
import { changeFactors, requireStepUp, userById, type Context } from "../context.ts";

interface Services {
  tokens: Tokens;
  ways: WaysIn;
  externalSignIns: ExternalSignIns;
}

export function identityResolvers({ tokens, ways, externalSignIns }: Services) {
  const { providers } = externalSignIns;

  const given = (input: ExternalAnswerInput) => ({ provider: input.provider, ...parseInput(externalAnswer, input) });

  async function counted<T>({ metrics }: Context, { provider }: ExternalAnswerInput, work: Promise<T>): Promise<T> {
    const count = (outcome: string) => {
      if (providers.some(({ id }) => id === provider)) metrics.count("external_sign_ins_total", { provider, outcome });
    };
    try {
      const done = await work;
      count("accepted");
      return done;
    } catch (error) {
      if (error instanceof ExternalSignInRejected) count("rejected");
      if (error instanceof ProviderUnavailable) count("away");
      throw error;
    }
  }

  async function startLink(context: Context, provider: string) {
    const viewer = await requireStepUp(context, "startIdentityLink");
    return externalSignIns.begin(context, provider, viewer);
  }

  async function finishLink(context: Context, input: ExternalAnswerInput): Promise<User> {
    const { userId, sessionId } = signedIn(context);
    const claims = await counted(context, input, externalSignIns.claimsOf(context.database, given(input), sessionId));
    await changeFactors(context, async (tx) => {
      if (!(await linkIdentity(tx, userId, claims))) throw new IdentityTaken();
      await noteFactorsChanged(tx, { tokens, notifier: context.notifier }, { userId, sessionId }, "FACTOR_ADDED");
    });
    return userById(context, userId);
  }

  async function unlink(context: Context, typed: string): Promise<User> {
    const { userId, sessionId } = await requireStepUp(context, "unlinkIdentity");
    const id = uuidOrNull(typed);
    if (id === null) throw new NotFound("identity");
    await changeFactors(context, async (tx) => {
      await unlinkIdentity(tx, ways, await tx.findOneOrFail(UserEntity, { id: userId }), id);
      await noteFactorsChanged(tx, { tokens, notifier: context.notifier }, { userId, sessionId }, "FACTOR_REMOVED");
    });
    return userById(context, userId);
  }

  return {
    signIn: (context: Context, input: ExternalAnswerInput): Promise<SignInOutcome> => {
      const services = { tokens, notifier: context.notifier, verification: ways };
      return counted(context, input, externalSignIns.signIn(context, services, given(input)));
    },
    Query: {
      identityProviders: () => providers.map(({ id, name }) => ({ id, name })),
    } satisfies Resolvers<Context>["Query"],
    Mutation: {
      startExternalSignIn: (_, { provider }, context) =>
        toResult("ExternalSignIn", externalSignIns.begin(context, provider, null)),
      startIdentityLink: (_, { provider }, context) => toResult("ExternalSignIn", startLink(context, provider)),
      finishIdentityLink: (_, { input }, context) => toResult("User", finishLink(context, input)),
      unlinkIdentity: (_, { id }, context) => toResult("User", unlink(context, id)),
    } satisfies Resolvers<Context>["Mutation"],
    User: {
      identities: (user, _, { viewer, database }) =>
        viewer?.userId === user.id ? findIdentities(database, user.id) : [],
    } satisfies Resolvers<Context>["User"],
    Identity: {
      provider: ({ issuer }) => providers.find((one) => one.issuer === issuer) ?? null,
    } satisfies Resolvers<Context>["Identity"],
  };
}
