// Checks of passwords. All password tries use this module: it counts a try before hashing, and treats unknown addresses like known ones.
import type { Tx } from "../../../platform/postgres/database.ts";
import { unauthenticated } from "../../../platform/core/errors.ts";
import { signedIn, type Viewer } from "../../../platform/identity/identity.ts";
import { userById, type Context } from "../graphql/context.ts";
import {
  forgetTries,
  FREE_TRIES,
  isKnownNetwork,
  rememberNetwork,
  SESSION_TRIES,
  STRANGERS,
  takeTry,
  tellOfTries,
} from "../commands/password-tries.ts";
import { knownDeviceOf } from "../commands/known-devices.ts";
import { hasStill, replaceHash } from "../commands/accounts.ts";
import { passFirstFactor, type SignInOutcome } from "../commands/second-factors.ts";
import { endSession } from "../commands/sessions.ts";
import { emailKey, isRestricted, type User, type Verification } from "../entities/user.ts";
import { CredentialsRejected } from "../errors.ts";
import type { NewPasswords } from "./new-passwords.ts";
import type { Owner } from "./password-strength.ts";
import { hashPassword, passwordMatches, type Turn } from "./passwords.ts";
import { findUserByEmail } from "../queries/users.ts";
import type { Tokens } from "./tokens.ts";

export interface Credentials {
  /** @throws CredentialsRejected; RATE_LIMITED after too many wrong passwords from networks that are new to the account */
  signIn(context: Context, email: string, password: string): Promise<SignInOutcome>;
  /** Confirms the identity of the viewer. @throws CredentialsRejected; UNAUTHENTICATED after too many wrong passwords of the session */
  confirm(context: Context, password: string): Promise<{ viewer: Viewer; user: User }>;
  /**
   * Confirms the identity of the viewer by something else. Wrong ones count like wrong passwords. @throws what `refusal` makes, if `isRight`
   * is false; UNAUTHENTICATED as above
   */
  confirmBy(
    context: Context,
    isRight: (user: User, turn: Turn) => Promise<boolean>,
    refusal: () => Error,
  ): Promise<{ viewer: Viewer; user: User }>;
  /** Place in the hashing queue, for new passwords. */
  turnOf(context: Context, email: string): Turn;
  /** Hash of a new password. @throws PasswordTooWeak */
  hashNew(context: Context, password: string, owner: Owner): Promise<string>;
}

export function createCredentials(tokens: Tokens, verification: Verification, newPasswords: NewPasswords): Credentials {
  /** User to warn by mail; null for a restricted account, whose address may be that of a stranger. */
  const toldOf = (user: User | undefined) => (user && !isRestricted(user, verification) ? user.id : null);

  const turnOf = ({ abandoned }: Context, email: string): Turn => ({
    account: tokens.addressHash(emailKey(email)),
    abandoned,
  });

  const confirmBy: Credentials["confirmBy"] = async (context, isRight, refusal) => {
    const viewer = signedIn(context);
    const user = await userById(context, viewer.userId);
    const turn = turnOf(context, user.email ?? "");
    const place = { account: turn.account, place: `session ${viewer.sessionId}` };
    const end = () =>
      context.database.transaction(async (tx) => {
        await endSession(tx, context.notifier, viewer.sessionId);
        await tellOfTries(tx, toldOf(user));
      });
    const tries = await context.database.transaction((tx) => takeTry(tx, place));
    if (tries > SESSION_TRIES) {
      await end();
      throw unauthenticated("Too many wrong passwords or codes: the session was ended, sign in again.");
    }
    if (!(await isRight(user, turn))) {
      if (tries === SESSION_TRIES) await end();
      throw refusal();
    }
    await context.database.transaction((tx) => forgetTries(tx, place));
    return { viewer, user };
  };

  return {
    turnOf,
    confirmBy,
    hashNew: async (context, password, owner) => {
      const turn = turnOf(context, owner.email);
      await newPasswords.check(password, owner, turn.account);
      return hashPassword(password, turn);
    },
    signIn: async (context, email, password) => {
      const { database, network } = context;
      const turn = turnOf(context, email);
      const user = await findUserByEmail(database, email);
      const userId = user?.id ?? null;
      const place = await database.transaction(async (tx) => {
        const found = { account: turn.account, place: await placeOf(tx, userId, context) };
        if ((await takeTry(tx, found)) === FREE_TRIES) await tellOfTries(tx, toldOf(user));
        return found;
      });
      const matches = await passwordMatches(user?.passwordHash ?? null, password, turn);
      context.metrics.count("user_logins_total", { outcome: matches ? "accepted" : "rejected" });
      if (!user || !matches || user.status !== "ACTIVE") throw new CredentialsRejected();
      const compared = await replaceIfOld(context, user, password, turn, matches);
      return database.transaction(async (tx) => {
        await forgetTries(tx, place);
        if (!(await hasStill(tx, user.id, compared))) throw new CredentialsRejected();
        const outcome = await passFirstFactor(tx, tokens, { userId: user.id, origin: context, amr: ["pwd"] });
        if (network !== undefined && "sessionId" in outcome) await rememberNetwork(tx, user.id, network);
        return outcome;
      });
    },
    confirm: (context, password) =>
      confirmBy(
        context,
        async (user, turn) => {
          const matches = await passwordMatches(user.passwordHash ?? null, password, turn);
          if (matches) await replaceIfOld(context, user, password, turn, matches);
          return matches !== false;
        },
        () => new CredentialsRejected(),
      ),
  };
}

/** A known device has a count of its own, then a known network: strangers in the same network do not delay the owner. */
async function placeOf(tx: Tx, userId: string | null, { network, device, place }: Context): Promise<string> {
  const known = await knownDeviceOf(tx, userId, { device, place });
  if (known !== undefined) return `device ${known}`;
  return network !== undefined && (await isKnownNetwork(tx, userId, network)) ? network : STRANGERS;
}

/** Returns the hash of the right password. */
async function replaceIfOld(
  context: Context,
  user: User,
  password: string,
  turn: Turn,
  how: true | "as typed",
): Promise<string> {
  if (how !== "as typed") return user.passwordHash!;
  const passwordHash = await hashPassword(password, turn);
  await context.database.transaction((tx) => replaceHash(tx, user, passwordHash));
  return passwordHash;
}
