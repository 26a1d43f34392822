// Resolvers of passkeys.
import { NotFound, toResult, unavailable } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { line, parseInput } from "../../../../platform/core/input.ts";
import { refuseUntilTomorrow } from "../../commands/mail-limits.ts";
import {
  addPasskey,
  findPasskeys,
  openChallenge,
  removePasskey,
  renamePasskey,
  usePasskey,
} from "../../commands/passkeys.ts";
import { rememberNetwork } from "../../commands/password-tries.ts";
import { firstRecoveryCodes } from "../../commands/recovery-codes.ts";
import { noteFactorsChanged, passFirstFactor, type SignInOutcome } from "../../commands/second-factors.ts";
import { beginSession } from "../../commands/sessions.ts";
import type { Tokens } from "../../credentials/tokens.ts";
import {
  createdPasskey,
  creationOptions,
  requestOptions,
  signedByPasskey,
  type RelyingParty,
  type SignedByPasskey,
} from "../../credentials/webauthn.ts";
import type { WaysIn } from "../../commands/identities.ts";
import type { User } from "../../entities/user.ts";
import { CredentialsRejected, PasskeyRejected } from "../../errors.ts";
import type { AddPasskeyInput, PasskeyPurpose, Resolvers } from "../../schema.generated.ts";
import { changeFactors, requireStepUp, userById, type Context } from "../context.ts";

const passkeyName = line(100);

/** @throws NotFound for a malformed id */
function passkeyId(id: string): string {
  if (!/^[\w-]{1,1400}$/.test(id)) throw new NotFound("passkey");
  return id;
}

/** Daily limits of options: for a person, and for sign-ins from a network. */
const DAILY_OPTIONS_OF_PERSON = 200;
const DAILY_OPTIONS_OF_NETWORK = 20_000;

interface Services {
  tokens: Tokens;
  party: RelyingParty | null;
  ways: WaysIn;
}

/** A passkey with user verification is two factors: the device, and the PIN or biometric that unlocks it. @throws CredentialsRejected */
async function signIn(
  context: Context,
  tokens: Tokens,
  party: RelyingParty,
  signed: SignedByPasskey,
): Promise<SignInOutcome> {
  const { database, network } = context;
  try {
    return await database.transaction(async (tx) => {
      const { userId, proof, userVerified } = await usePasskey(tx, party, signed, null);
      const outcome = userVerified
        ? await beginSession(tx, tokens, userId, context, [proof])
        : await passFirstFactor(tx, tokens, { userId, origin: context, amr: [proof] });
      if (network !== undefined && "sessionId" in outcome) await rememberNetwork(tx, userId, network);
      return outcome;
    });
  } catch (error) {
    throw error instanceof PasskeyRejected ? new CredentialsRejected() : error;
  }
}

export function passkeyResolvers({ tokens, party: configured, ways }: Services) {
  /** @throws UNAVAILABLE without PUBLIC_URL */
  function party(): RelyingParty {
    if (configured === null) throw unavailable("Passkeys");
    return configured;
  }

  async function optionsFor(context: Context, purpose: PasskeyPurpose) {
    if (purpose === "SIGN_IN") return requestOptions(party(), "preferred", []);
    const { userId } = purpose === "ADD" ? await requireStepUp(context, "passkeyOptions") : signedIn(context);
    const known = await findPasskeys(context.database, userId);
    if (purpose === "ELEVATE") return requestOptions(party(), "required", known);
    const { email, displayName } = await userById(context, userId);
    return creationOptions(party(), { userId, email: email ?? userId, displayName }, known);
  }

  async function options(context: Context, purpose: PasskeyPurpose) {
    const asking = purpose === "SIGN_IN" ? null : signedIn(context);
    const made = await optionsFor(context, purpose);
    const whom = asking ? `passkeys of ${asking.userId}` : `passkeys from ${context.network ?? ""}`;
    const atMost = asking ? DAILY_OPTIONS_OF_PERSON : DAILY_OPTIONS_OF_NETWORK;
    const sessionId = asking?.sessionId ?? null;
    const { challenge } = made;
    const expiresAt = await openChallenge(context.database, { challenge, purpose, sessionId, whom, atMost });
    return { json: JSON.stringify(made), expiresAt: expiresAt ?? (await refuseUntilTomorrow(context.database.read())) };
  }

  async function add(context: Context, input: AddPasskeyInput) {
    const { userId, sessionId } = signedIn(context);
    const created = parseInput(createdPasskey, input.response, "input.response");
    const name = parseInput(passkeyName, input.name, "input.name");
    const recoveryCodes = await changeFactors(context, async (tx) => {
      await addPasskey(tx, party(), { userId, sessionId, name, created });
      await noteFactorsChanged(tx, { tokens, notifier: context.notifier }, { userId, sessionId }, "FACTOR_ADDED");
      return firstRecoveryCodes(tx, userId);
    });
    return { user: await userById(context, userId), recoveryCodes: recoveryCodes ?? null };
  }

  async function remove(context: Context, id: string): Promise<User> {
    const { userId, sessionId } = await requireStepUp(context, "removePasskey");
    await changeFactors(context, async (tx) => {
      await removePasskey(tx, ways, userId, passkeyId(id));
      await noteFactorsChanged(tx, { tokens, notifier: context.notifier }, { userId, sessionId }, "FACTOR_REMOVED");
    });
    return userById(context, userId);
  }

  async function rename(context: Context, id: string, given: string): Promise<User> {
    const { userId } = signedIn(context);
    const name = parseInput(passkeyName, given, "name");
    await context.database.transaction((tx) => renamePasskey(tx, userId, passkeyId(id), name));
    return userById(context, userId);
  }

  return {
    signIn: async (context: Context, response: string): Promise<SignInOutcome> =>
      signIn(context, tokens, party(), parseInput(signedByPasskey, response, "input.response")),
    Mutation: {
      passkeyOptions: (_, { purpose }, context) => toResult("PasskeyOptions", options(context, purpose)),
      addPasskey: (_, { input }, context) => toResult("FactorEnabled", add(context, input)),
      removePasskey: (_, { id }, context) => toResult("User", remove(context, id)),
      renamePasskey: (_, { id, name }, context) => toResult("User", rename(context, id, name)),
    } satisfies Resolvers<Context>["Mutation"],
    User: {
      passkeys: (user, _, { viewer, database }) => (viewer?.userId === user.id ? findPasskeys(database, user.id) : []),
    } satisfies Resolvers<Context>["User"],
  };
}
