// Resolvers of codes without a session: to sign in, to reset a password, to create an account.
import type { Tx } from "../../../../platform/postgres/database.ts";
import { badInput, toResult } from "../../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import {
  outcomeOfRepeat,
  refreshTokenOf,
  requestAnonymousCode,
  spendCode,
  tryAnonymousCode,
  type AnonymousCode,
  type AnonymousRequest,
  type GivenAnonymousCode,
  type OpenCode,
} from "../../commands/anonymous-codes.ts";
import { register, resetPassword, signInByCode } from "../../commands/code-sessions.ts";
import { claimGuests, openGuestOrders } from "../../commands/guests.ts";
import { rememberNetwork } from "../../commands/password-tries.ts";
import type { SignInOutcome } from "../../commands/second-factors.ts";
import type { Credentials } from "../../credentials/credentials.ts";
import { newPassword } from "../../credentials/passwords.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import { emailKey, type Verification } from "../../entities/user.ts";
import { CodeRejected } from "../../errors.ts";
import { displayName, locale, useCodeInput } from "../../inputs.ts";
import { findUserByEmail } from "../../queries/users.ts";
import type { RegisterAccountInput, Resolvers, UseCodeInput } from "../../schema.generated.ts";
import type { Context } from "../context.ts";

interface Services {
  tokens: Tokens;
  verification: Verification;
  credentials: Credentials;
}

export function anonymousCodeResolvers({ tokens, verification, credentials }: Services) {
  const request = (context: Context, of: Omit<AnonymousRequest, "network">): Promise<AnonymousCode> =>
    context.database.transaction((tx) =>
      requestAnonymousCode(tx, tokens, verification, { ...of, network: context.network }),
    );

  async function requestRegistration(context: Context, input: RegisterAccountInput): Promise<AnonymousCode> {
    const { email } = input;
    const name = parseInput(displayName, input.displayName, "input.displayName");
    const password = parseInput(newPassword, input.password, "input.password");
    const registrant = parseInput(locale.nullish(), input.locale, "input.locale") ?? undefined;
    const passwordHash = await credentials.hashNew(context, password, { email, displayName: name });
    const registration = { displayName: name, passwordHash, ...(registrant !== undefined && { locale: registrant }) };
    return request(context, { purpose: "REGISTER", email, registration });
  }

  /** @throws CodeRejected, PasswordTooWeak: then the code stays open; EmailTaken */
  async function use(context: Context, open: OpenCode, given: GivenAnonymousCode, input: UseCodeInput) {
    const { database, network, notifier } = context;
    const spend = (begin: (tx: Tx) => Promise<SignInOutcome>) =>
      spendCode(database, given, async (tx) => {
        const outcome = await begin(tx);
        if (network !== undefined && "sessionId" in outcome) await rememberNetwork(tx, outcome.userId, network);
        return outcome;
      });
    const of = { email: open.email, refreshToken: refreshTokenOf(tokens, given), origin: context, verification };
    if (open.purpose === "GUEST_ORDERS")
      return spendCode(database, given, (tx) => openGuestOrders(tx, { tokens, notifier }, of));
    if (open.purpose === "SIGN_IN") return spend((tx) => signInByCode(tx, tokens, notifier, of));
    if (open.purpose === "REGISTER") {
      const registration = open.registration!;
      const begin = (tx: Tx) => register(tx, tokens, { ...of, registration });
      if (input.claimGuestOrders !== true) return spend(begin);
      return spend(async (tx) => {
        let begun: SignInOutcome | undefined;
        await claimGuests(tx, notifier, emailKey(open.email), async () => ({ id: (begun = await begin(tx)).userId }));
        return begun!;
      });
    }
    if (input.newPassword == null) throw badInput("input.newPassword", "is required for a code that resets a password");
    const password = parseInput(newPassword, input.newPassword, "input.newPassword");
    const owner = await findUserByEmail(database, open.email);
    if (owner?.status !== "ACTIVE") throw new CodeRejected();
    const { displayName: ownName } = owner;
    const passwordHash = await credentials.hashNew(context, password, { email: open.email, displayName: ownName });
    return spend((tx) => resetPassword(tx, tokens, notifier, { ...of, passwordHash }));
  }

  return {
    Mutation: {
      requestSignInCode: (_, { email }, context) => request(context, { purpose: "SIGN_IN", email }),
      requestGuestOrders: (_, { email }, context) => request(context, { purpose: "GUEST_ORDERS", email }),
      requestPasswordReset: (_, { email }, context) => request(context, { purpose: "RESET", email }),
      registerAccount: (_, { input }, context) => toResult("CodeSent", requestRegistration(context, input)),
    } satisfies Resolvers<Context>["Mutation"],

    /** What a code with a nonce leads to. */
    outcomeOf: async (context: Context, input: UseCodeInput): Promise<SignInOutcome> => {
      const { code, nonce, idempotencyKey } = parseInput(useCodeInput, input);
      const id = uuidOrNull(input.id);
      if (!id) throw new CodeRejected();
      const given = { id, nonce: nonce!, code, idempotencyKey };
      const tried = await tryAnonymousCode(context.database, tokens, given);
      if (!("purpose" in tried)) return tried;
      return use(context, tried, given, input).catch(async (error: unknown) => {
        const repeated = error instanceof CodeRejected && (await outcomeOfRepeat(context.database, tokens, given));
        if (!repeated) throw error;
        return repeated;
      });
    },
  };
}
