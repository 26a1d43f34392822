// Passkeys: they sign in without a password, complete a sign-in, and prove an identity.
import { change, row, sql } from "../../../platform/postgres/sql.ts";
import { createAuthenticator, type Authenticator, type Quirks } from "../../../testkit/authenticator.ts";
import type { Data } from "../../../local/client.ts";
import { relyingPartyOf } from "../credentials/webauthn.ts";
import { accountOf, ask, PASSWORD, signUp, startUsers, stopUsers, users, viewerOf, type Account } from "./accounts.ts";
import { begin, codeOf, complete, currentAmr, elevate, protect, SIGNED_IN } from "./factors.ts";

beforeAll(startUsers);
afterAll(stopUsers);
afterEach(() => users.advance(0));

const ORIGIN = () => new URL(users.env.PUBLIC_URL!).origin;
const device = (how: { isSynced?: boolean } = {}) => createAuthenticator(ORIGIN(), how);

const options = async (who: Account | null, purpose: "ADD" | "SIGN_IN" | "ELEVATE"): Promise<string> =>
  (
    await ask(
      who,
      `mutation ($purpose: PasskeyPurpose!) { result: passkeyOptions(purpose: $purpose) { ... on PasskeyOptions { json } } }`,
      { purpose },
    )
  ).json;
const add = (who: Account, response: string, name = "Phone"): Promise<Data> =>
  ask(
    who,
    `mutation ($input: AddPasskeyInput!) { result: addPasskey(input: $input) {
      __typename ... on FactorEnabled { recoveryCodes user { passkeys { id name backedUp createdAt lastUsedAt } } } } }`,
    { input: { response, name } },
  );
const signIn = (response: string): Promise<Data> =>
  ask(null, `mutation ($input: PasskeySignInInput!) { result: signInWithPasskey(input: $input) { ${SIGNED_IN} } }`, {
    input: { response },
  });
const remove = (who: Account, id: string): Promise<Data> =>
  ask(
    who,
    `mutation ($id: ID!) { result: removePasskey(id: $id) { __typename ... on User { passkeys { id } recoveryCodesLeft } } }`,
    { id },
  );

interface Owner extends Account {
  authenticator: Authenticator;
  passkeyId: string;
  recoveryCodes: string[];
}

async function newOwner(how: { isSynced?: boolean } = {}): Promise<Owner> {
  const account = await signUp();
  const authenticator = device(how);
  const { recoveryCodes, user } = await add(account, authenticator.create(await options(account, "ADD")));
  return { ...account, authenticator, recoveryCodes, passkeyId: user.passkeys[0].id };
}
const signedBy = async ({ authenticator }: Owner, quirks: Quirks = {}) =>
  authenticator.sign(await options(null, "SIGN_IN"), quirks);

describe("a passkey", () => {
  test("is added to an account, which gets recovery codes, and signs in without anything else", async () => {
    const ada = await signUp();
    const authenticator = device();
    const asked = await options(ada, "ADD");
    expect(JSON.parse(asked)).toMatchObject({
      rp: { id: "localhost" },
      attestation: "none",
      excludeCredentials: [],
      authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    });
    const added = await add(ada, authenticator.create(asked));
    expect(added).toMatchObject({
      __typename: "FactorEnabled",
      user: { passkeys: [{ name: "Phone", backedUp: false, lastUsedAt: null }] },
    });
    expect(added.recoveryCodes).toHaveLength(10);
    const session = accountOf(ada.email, await signIn(authenticator.sign(await options(null, "SIGN_IN"))));
    expect(session.userId).toBe(ada.userId);
    expect(await currentAmr(session)).toEqual(["hwk"]);
    const { passkeys } = await ask(session, `{ me { passkeys { lastUsedAt } } }`);
    expect(passkeys).toEqual([{ lastUsedAt: expect.any(String) }]);
    expect(JSON.parse(await options(session, "ADD")).excludeCredentials).toHaveLength(1);
  });

  test("proves for an hour that a person is there, and a password after it does not", async () => {
    const ada = await newOwner();
    expect(await viewerOf(ada)).toMatchObject({ proven: false });
    const proveByPasskey = async (who: Account) =>
      elevate(who, { passkey: ada.authenticator.sign(await options(who, "ELEVATE")) });
    await proveByPasskey(ada);
    expect(await viewerOf(ada)).toMatchObject({ proven: true });
    await users.advance(3_590);
    expect(await viewerOf(ada)).toMatchObject({ proven: true });
    await users.advance(3_610);
    expect(await viewerOf(ada)).toMatchObject({ proven: false });
    await elevate(ada, { password: PASSWORD });
    expect(await viewerOf(ada)).toMatchObject({ proven: false });
    const signedIn = accountOf(ada.email, await signIn(await signedBy(ada)));
    expect(await viewerOf(signedIn)).toMatchObject({ proven: true });
    await proveByPasskey(ada);
    await elevate(ada, { password: PASSWORD });
    expect([await viewerOf(ada), await currentAmr(ada)]).toEqual([
      { userId: ada.userId, verified: expect.any(Boolean), proven: false },
      ["hwk", "pwd"],
    ]);
  });

  test("ends the other sessions when it is added and removed", async () => {
    const ada = await signUp();
    const other = accountOf(ada.email, await begin(ada.email));
    const authenticator = device();
    const { user } = await add(ada, authenticator.create(await options(ada, "ADD")));
    expect(await viewerOf(other)).toBeNull();
    const again = accountOf(ada.email, await signIn(authenticator.sign(await options(null, "SIGN_IN"))));
    expect(await remove(ada, user.passkeys[0].id)).toEqual({
      __typename: "User",
      passkeys: [],
      recoveryCodesLeft: 0,
    });
    expect(await viewerOf(again)).toBeNull();
    expect((await begin(ada.email)).__typename).toBe("Session");
  });

  test("is a second factor: the password alone opens no session", async () => {
    const ada = await newOwner();
    const asked = await begin(ada.email);
    expect(asked).toMatchObject({ __typename: "SecondFactorRequired", factors: ["PASSKEY", "RECOVERY_CODE"] });
    const passkey = await signedBy(ada, { userVerified: false });
    const session = accountOf(ada.email, await complete(asked.challenge, { passkey }));
    expect(await currentAmr(session)).toEqual(["pwd", "hwk"]);
    const other = await begin(ada.email);
    expect((await complete(other.challenge, { recoveryCode: ada.recoveryCodes[0] })).__typename).toBe("Session");
  });

  test("of another person completes no sign-in", async () => {
    const [ada, eve] = [await newOwner(), await newOwner()];
    const { challenge } = await begin(ada.email);
    expect((await complete(challenge, { passkey: await signedBy(eve) })).__typename).toBe("SecondFactorRejected");
  });

  test("without user verification is one factor: a sign-in needs another one, and no touch of a passkey", async () => {
    const ada = await newOwner();
    const asked = await signIn(await signedBy(ada, { userVerified: false }));
    expect(asked.__typename).toBe("SecondFactorRequired");
    const touched = await signedBy(ada, { userVerified: false });
    expect((await complete(asked.challenge, { passkey: touched })).__typename).toBe("SecondFactorRejected");
    const session = accountOf(ada.email, await complete(asked.challenge, { recoveryCode: ada.recoveryCodes[0] }));
    expect(await currentAmr(session)).toEqual(["hwk", "recovery"]);
  });

  test("without user verification begins a sign-in that an authenticator app completes", async () => {
    const ada = await protect();
    const authenticator = device();
    expect(await add(ada, authenticator.create(await options(ada, "ADD")))).toMatchObject({ recoveryCodes: null });
    const asked = await signIn(authenticator.sign(await options(null, "SIGN_IN"), { userVerified: false }));
    expect(asked.factors).toEqual(["TOTP", "PASSKEY", "RECOVERY_CODE"]);
    expect((await complete(asked.challenge, { totp: await codeOf(ada.secret) })).__typename).toBe("Session");
  });

  test("proves an identity, with user verification, in the session that asked", async () => {
    const ada = await newOwner();
    const session = accountOf(ada.email, await signIn(await signedBy(ada)));
    await users.advance(11 * 60);
    const renew = () => ask(session, `mutation { result: renewRecoveryCodes { __typename } }`);
    expect((await renew()).__typename).toBe("ElevationRequired");
    const sign = async (who: Account, quirks: Quirks = {}) =>
      ada.authenticator.sign(await options(who, "ELEVATE"), quirks, ada.passkeyId);
    expect((await elevate(session, { passkey: await sign(session, { userVerified: false }) })).__typename).toBe(
      "SecondFactorRejected",
    );
    expect((await elevate(session, { passkey: await sign(ada) })).__typename).toBe("PasskeyRejected");
    expect((await elevate(session, { passkey: await signedBy(ada) })).__typename).toBe("PasskeyRejected");
    expect((await renew()).__typename).toBe("ElevationRequired");
    expect((await elevate(session, { passkey: await sign(session) })).__typename).toBe("User");
    expect((await renew()).__typename).toBe("RecoveryCodes");
  });
});

describe("what an authenticator signed is refused", () => {
  test.each<[string, Quirks]>([
    ["at another origin", { origin: "https://evil.example" }],
    ["for another host", { rpId: "evil.example" }],
    ["with another key", { forged: true }],
  ])("%s", async (_, quirks) => {
    const ada = await newOwner();
    expect(await signIn(await signedBy(ada, quirks))).toEqual({ __typename: "CredentialsRejected" });
    if (!quirks.forged) {
      const created = device().create(await options(ada, "ADD"), quirks);
      expect(await add(ada, created)).toEqual({ __typename: "PasskeyRejected" });
    }
    expect((await signIn(await signedBy(ada))).__typename).toBe("Session");
  });

  test("for a challenge that was used, has expired or was made up", async () => {
    const ada = await newOwner();
    const signed = await signedBy(ada);
    const both = await Promise.all([signIn(signed), signIn(signed)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(["CredentialsRejected", "Session"]);
    const late = await signedBy(ada);
    await users.advance(5 * 60 + 1);
    expect((await signIn(late)).__typename).toBe("CredentialsRejected");
    const madeUp = ada.authenticator.sign(JSON.stringify({ challenge: "bWFkZSB1cA" }));
    expect((await signIn(madeUp)).__typename).toBe("CredentialsRejected");
  });

  test("for another purpose or another session", async () => {
    const [ada, eve] = [await newOwner(), await signUp()];
    const created = ada.authenticator.create(await options(ada, "ADD"));
    expect((await add(eve, created)).__typename).toBe("PasskeyRejected");
    const forSignIn = JSON.stringify({
      ...JSON.parse(await options(ada, "ADD")),
      challenge: JSON.parse(await options(null, "SIGN_IN")).challenge,
    });
    expect((await add(ada, device().create(forSignIn))).__typename).toBe("PasskeyRejected");
  });

  test("with an attestation that names certificates", async () => {
    const ada = await signUp();
    for (const format of ["fido-u2f", "android-key", "tpm"]) {
      const created = device().create(await options(ada, "ADD"), { format });
      expect((await add(ada, created)).__typename).toBe("PasskeyRejected");
    }
  });

  test("with a passkey that was removed, or is of a suspended person", async () => {
    const [ada, eve] = [await newOwner(), await newOwner()];
    const signed = [await signedBy(ada), await signedBy(eve)];
    await remove(ada, ada.passkeyId);
    await change(users.running.database.read(), sql`update app_user set status = 'SUSPENDED' where id = ${eve.userId}`);
    for (const one of signed) expect((await signIn(one)).__typename).toBe("CredentialsRejected");
  });

  test("if it is no PublicKeyCredential", async () => {
    await expect(signIn("{}")).rejects.toThrow(/BAD_USER_INPUT: input.response: must be the JSON/);
    await expect(signIn("x".repeat(20_000))).rejects.toThrow(/BAD_USER_INPUT: input.response/);
  });
});

describe("a counter", () => {
  test("that does not grow means a copy", async () => {
    const ada = await newOwner();
    expect((await signIn(await signedBy(ada, { counter: 7 }))).__typename).toBe("Session");
    for (const counter of [7, 6])
      expect((await signIn(await signedBy(ada, { counter }))).__typename).toBe("CredentialsRejected");
    expect((await signIn(await signedBy(ada, { counter: 8 }))).__typename).toBe("Session");
  });

  test.each<[string, boolean, number[]]>([
    ["that is always 0", false, [0, 0]],
    ["that is 0 again", false, [5, 0]],
    ["of a passkey that is backed up", true, [5, 3]],
  ])("%s locks no one out", async (_, isSynced, counters) => {
    const ada = await newOwner({ isSynced });
    for (const counter of counters) {
      const session = accountOf(ada.email, await signIn(await signedBy(ada, { counter })));
      expect(await currentAmr(session)).toEqual([isSynced ? "swk" : "hwk"]);
    }
  });
});

test("the last way into an account can't be removed", async () => {
  const ada = await newOwner();
  await change(users.running.database.read(), sql`update app_user set password_hash = null where id = ${ada.userId}`);
  expect(await remove(ada, ada.passkeyId)).toEqual({ __typename: "LastWayIn" });
  const { user } = await add(ada, device().create(await options(ada, "ADD")), "Key");
  const ids = user.passkeys.map(({ id }: Data) => id);
  const both = await Promise.all(ids.map((id: string) => remove(ada, id)));
  expect(both.map(({ __typename }) => __typename).sort()).toEqual(["LastWayIn", "User"]);
  await change(
    users.running.database.read(),
    sql`update app_user set email_verified_at = now() where id = ${ada.userId}`,
  );
  const [left] = (await ask(ada, `{ me { passkeys { id } } }`)).passkeys;
  expect((await remove(ada, left.id)).__typename).toBe("User");
});

test("a person can rename and remove only their own passkeys", async () => {
  const [ada, eve] = [await newOwner(), await signUp()];
  const rename = (who: Account, name: string): Promise<Data> =>
    ask(
      who,
      `mutation ($id: ID!, $name: String!) { result: renamePasskey(id: $id, name: $name) { __typename ... on User { passkeys { name } } } }`,
      { id: ada.passkeyId, name },
    );
  expect(await rename(ada, "Laptop")).toEqual({ __typename: "User", passkeys: [{ name: "Laptop" }] });
  expect((await rename(eve, "Mine")).__typename).toBe("NotFound");
  expect((await remove(eve, ada.passkeyId)).__typename).toBe("NotFound");
  await expect(rename(ada, " ")).rejects.toThrow(/BAD_USER_INPUT: name/);
});

test("a passkey also signs in on pages of a former origin with the same host, and is added there", async () => {
  const [ada, bea] = [await newOwner(), await signUp()];
  const [origin, former] = [ORIGIN(), users.env.FORMER_PUBLIC_URLS!];
  expect([new URL(former).hostname, former]).toEqual([new URL(origin).hostname, expect.not.stringMatching(origin)]);
  expect((await signIn(await signedBy(ada, { origin: former }))).__typename).toBe("Session");
  const elsewhere = new URL(origin);
  elsewhere.port = "1";
  expect((await signIn(await signedBy(ada, { origin: elsewhere.origin }))).__typename).toBe("CredentialsRejected");
  const created = device().create(await options(bea, "ADD"), { origin: former });
  expect((await add(bea, created)).__typename).toBe("FactorEnabled");
});

test("a former origin with another host has other passkeys", () => {
  const former = ["http://tickets.example:4000", "https://api.tickets.example", "https://tickets.example:8443"];
  expect(relyingPartyOf("https://tickets.example", former)).toEqual({
    id: "tickets.example",
    origins: ["https://tickets.example", "http://tickets.example:4000", "https://tickets.example:8443"],
  });
});

test("nothing of the passkeys of an erased person is left, and without PUBLIC_URL there are none", async () => {
  const ada = await newOwner();
  await ask(ada, `mutation ($p: String!) { result: deleteAccount(password: $p) { __typename } }`, { p: PASSWORD });
  expect(
    await row(users.running.database.read(), sql`select 1 from passkey where user_id = ${ada.userId}`),
  ).toBeUndefined();
  const { url } = await users.replicate({ PUBLIC_URL: "" });
  const { errors } = await users.as(null, `mutation { passkeyOptions(purpose: SIGN_IN) { __typename } }`, {}, { url });
  expect(errors![0]!.extensions.code).toBe("UNAVAILABLE");
});
