// Sign-ins by an identity at another provider. The identity decides, never the address: an address links a new identity to an account only if
// the provider is trusted for its domain and says that it is verified.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { UserRegistered } from "../../../schema/messages/users.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import type { Claims, IdentityProvider } from "../entities/identity.ts";
import { KnownNetworkEntity } from "../entities/password-try.ts";
import type { Origin } from "../entities/session.ts";
import type { Proof } from "../entities/second-factor.ts";
import { statement } from "../entities/tables.ts";
import {
  domainOf,
  emailKey,
  isVerified,
  plainEmailKey,
  UserEntity,
  type User,
  type Verification,
} from "../entities/user.ts";
import { EmailTaken, ExternalSignInRejected } from "../errors.ts";
import { noteVerified } from "./code-sessions.ts";
import { endCodesOf } from "./email-codes.ts";
import { findIdentity, forgetIdentities, linkIdentity, useIdentity } from "./identities.ts";
import { forgetDevices } from "./known-devices.ts";
import { tellOfFactor } from "./security-alerts.ts";
import { forgetFactors, passFirstFactor, type SignInOutcome } from "./second-factors.ts";
import { beginSession, endSessionsOf } from "./sessions.ts";
import { insertUser } from "./sign-up.ts";

const FLOW_MINUTES = 10;

interface FlowKey {
  stateHash: string;
  issuer: string;
  secretHash: string;
  sessionId: string | null;
}

const newFlow = statement((db, of: FlowKey, { sql }) =>
  db
    .insertInto("external_sign_in")
    .values({
      stateHash: of.stateHash,
      issuer: of.issuer,
      secretHash: of.secretHash,
      sessionId: of.sessionId,
      expiresAt: sql`date_trunc('milliseconds', app_now()) + ${`${FLOW_MINUTES} min`}::interval`,
    })
    .returning("expiresAt"),
);

export interface FlowOf {
  state: string;
  secret: string;
  issuer: string;
  /** Of the session that links an identity; null for a sign-in. */
  sessionId: string | null;
}

const keyOf = ({ state, secret, issuer, sessionId }: FlowOf): FlowKey => ({
  stateHash: hashToken(state),
  issuer,
  secretHash: hashToken(secret),
  sessionId,
});

/** @returns its expiry */
export async function openFlow(tx: Tx, flow: FlowOf): Promise<Date> {
  return (await newFlow.row(tx, keyOf(flow)))!.expiresAt;
}

const takeOpen = statement((db, of: FlowKey, { sql }) =>
  db
    .deleteFrom("external_sign_in")
    .where("stateHash", "=", of.stateHash)
    .where("secretHash", "=", of.secretHash)
    .where("issuer", "=", of.issuer)
    .where("sessionId", "is not distinct from", sql<string>`${of.sessionId}::uuid`)
    .where("expiresAt", ">", sql<Date>`app_now()`),
);

/** Ends the flow. @throws ExternalSignInRejected if it has ended, or belongs to another browser, session or provider */
export async function takeFlow(tx: Tx, flow: FlowOf): Promise<void> {
  if ((await takeOpen.change(tx, keyOf(flow))) === 0) throw new ExternalSignInRejected("ANSWER_REJECTED");
}

const oldFlows = statement((db, _, { sql }) =>
  db.deleteFrom("external_sign_in").where("expiresAt", "<", sql<Date>`app_now()`),
);

export async function forgetFlows(database: Database): Promise<number> {
  return oldFlows.change(database.read(), {});
}

/** Another request has just added the account or the identity: the transaction is to be repeated. */
export class Raced extends Error {}

export interface ExternalServices {
  tokens: Tokens;
  notifier: ChangeNotifier;
  verification: Verification;
}

/** @throws ExternalSignInRejected, Raced */
export async function signInByIdentity(
  tx: Tx,
  services: ExternalServices,
  { trustedDomains }: IdentityProvider,
  claims: Claims,
  origin: Origin,
): Promise<SignInOutcome> {
  const known = await findIdentity(tx, claims);
  if (known) {
    if (known.status !== "ACTIVE") throw new ExternalSignInRejected("ANSWER_REJECTED");
    if (!(await useIdentity(tx, known.id))) throw new ExternalSignInRejected("IDENTITY_REMOVED");
    return begin(tx, services, known.userId, claims, origin);
  }
  const { email } = claims;
  if (email === undefined || !trustedDomains.has(domainOf(email)))
    throw new ExternalSignInRejected("ADDRESS_NOT_CONFIRMED");
  const owner = await lockByEmail(tx, email);
  const userId = owner ? await takeOver(tx, services, owner, email) : await register(tx, claims, email);
  if (!(await linkIdentity(tx, userId, claims))) throw new Raced();
  if (owner) await tellOfFactor(tx, services.tokens, userId, "FACTOR_ADDED");
  return begin(tx, services, userId, claims, origin);
}

function begin(
  tx: Tx,
  { tokens }: ExternalServices,
  userId: string,
  { hasSecondFactor }: Claims,
  origin: Origin,
): Promise<SignInOutcome> {
  const amr: Proof[] = hasSecondFactor ? ["ext", "mfa"] : ["ext"];
  return hasSecondFactor
    ? beginSession(tx, tokens, userId, origin, amr)
    : passFirstFactor(tx, tokens, { userId, origin, amr });
}

async function lockByEmail(tx: Tx, email: string): Promise<User | undefined> {
  const keys = [...new Set([plainEmailKey(email), emailKey(email)])];
  const found = await tx.find(UserEntity, { emailKey: { $in: keys } }, LOCKED);
  return found.find((user) => user.emailKey === keys[0]) ?? found[0];
}

/**
 * The provider confirms the address of an existing account. If the account itself has never confirmed it, its password, sessions and
 * identities may be those of a stranger who typed the address: they end. Accounts of a verified domain keep their second factors.
 */
async function takeOver(
  tx: Tx,
  { notifier, verification }: ExternalServices,
  owner: User,
  email: string,
): Promise<string> {
  if (owner.status !== "ACTIVE") throw new ExternalSignInRejected("ANSWER_REJECTED");
  if (owner.emailVerifiedAt == null) {
    if (!isVerified(owner, verification)) await forgetFactors(tx, owner.id);
    await forgetIdentities(tx, owner.id);
    owner.passwordHash = null;
    owner.pendingEmail = null;
    owner.emailVerifiedAt = new Date();
    await tx.flush();
    await endCodesOf(tx, owner.id);
    await tx.nativeDelete(KnownNetworkEntity, { userId: owner.id });
    await forgetDevices(tx, owner.id);
    await endSessionsOf(tx, notifier, owner.id);
    await noteVerified(tx, owner.id, email);
  }
  return owner.id;
}

/** @throws Raced, ExternalSignInRejected if the address is reserved for the account that had it */
async function register(tx: Tx, { name, locale }: Claims, email: string): Promise<string> {
  const userId = uuid();
  const made = await insertUser(tx, {
    id: userId,
    displayName: name ?? email.slice(0, email.lastIndexOf("@")).slice(0, 100),
    email,
    emailKey: emailKey(email),
    passwordHash: null,
    mustVerify: true,
    emailVerifiedAt: new Date(),
    preferences: locale === undefined ? {} : { locale },
  }).catch((error: unknown) => {
    throw error instanceof EmailTaken ? new ExternalSignInRejected("ADDRESS_NOT_CONFIRMED") : error;
  });
  if (!made) throw new Raced();
  const registeredAt = new Date().toISOString();
  await publish(tx, UserRegistered, userId, { userId, emailDomain: domainOf(email), registeredAt });
  await noteVerified(tx, userId, email);
  return userId;
}
