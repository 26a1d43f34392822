// Passwords cannot be guessed, from any number of networks, and guessing does not lock out the owner.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Answer, Data } from "../../../local/client.ts";
import { startMailCatcher, type RunningMailCatcher } from "../../../local/stand-ins/mail-catcher.ts";
import { DEVICE_HEADER, PLACE_HEADER } from "../../../platform/http/headers.ts";
import { until } from "../../../testkit/until.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { FREE_TRIES, SESSION_TRIES } from "../commands/password-tries.ts";

const PASSWORD = "correct horse battery";
const HOME = "the network at home";
let mail: RunningMailCatcher;
let users: Alone;
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  users = await startAlone("users", { SMTP_URL: mail.smtpUrl, USERS_VERIFIED_DOMAINS: "example.org" });
});
afterAll(async () => {
  await users.stop();
  await mail.stop();
});

const em = () => users.running.database.read();
const newAddress = () => `${randomUUID()}@example.org`;

const SESSION = `__typename ... on Session { accessToken refreshToken user { id } }`;
const signIn = (email: string, password: string, network?: string): Promise<Answer> =>
  users.as(
    null,
    `mutation ($input: SignInInput!) { result: signIn(input: $input) { ${SESSION} } }`,
    { input: { email, password } },
    network === undefined ? {} : { network },
  );

async function signUp(email = newAddress(), password = PASSWORD): Promise<{ id: string; email: string }> {
  const { data, errors } = await users.as(
    null,
    `mutation ($input: SignUpInput!) { result: signUp(input: $input) { ${SESSION} } }`,
    { input: { email, password, displayName: "Ada" } },
    { network: HOME },
  );
  if (errors || data.result.__typename !== "Session") throw new Error(JSON.stringify(errors ?? data));
  return { id: data.result.user.id, email };
}

/** Outcome of a try: type of the answer, or error code. */
const outcome = ({ data, errors }: Answer): string =>
  errors ? (errors[0]!.extensions.code as string) : (data as Data).result.__typename;
const waitOf = ({ errors }: Answer) => errors?.[0]!.extensions.retryAfterSeconds as number;

const sessionOf = async (userId: string): Promise<string> =>
  (await rows<{ id: string }>(em(), sql`select id from session where user_id = ${userId} and ended_at is null`))[0]!.id;

test.each(["known", "unknown"])(
  "120 tries at once from 12 networks at a %s address: eight are looked at, the others wait a quarter of an hour at most",
  async (kind) => {
    const { email } = kind === "known" ? await signUp() : { email: newAddress() };
    const tries = await Promise.all(
      Array.from({ length: 120 }, (_, index) => signIn(email, `wrong guess ${index}`, `network ${index % 12}`)),
    );
    const outcomes = tries.map(outcome);
    expect(outcomes.filter((one) => one === "CredentialsRejected")).toHaveLength(FREE_TRIES);
    expect(outcomes.filter((one) => one === "RATE_LIMITED")).toHaveLength(120 - FREE_TRIES);
    for (const answer of tries.filter(({ errors }) => errors)) {
      expect(waitOf(answer)).toBeGreaterThan(0);
      expect(waitOf(answer)).toBeLessThanOrEqual(900);
    }
  },
);

test("while strangers guess, the owner signs in at once from a network that signed in before, and sessions continue", async () => {
  const { id, email } = await signUp();
  for (let index = 0; index < 20; index++) await signIn(email, "wrong guess", `network ${index}`);
  expect(outcome(await signIn(email, PASSWORD, "a new network"))).toBe("RATE_LIMITED");
  expect(outcome(await signIn(email, PASSWORD, HOME))).toBe("Session");
  const changing = await users.as(
    { userId: id, sessionId: await sessionOf(id) },
    `mutation ($input: ChangeEmailInput!) { result: changeEmail(input: $input) { __typename } }`,
    { input: { email: newAddress(), password: PASSWORD } },
  );
  expect(outcome(changing)).toBe("User");
});

test("the owner's sign-ins give strangers no further tries, and a known network is counted too", async () => {
  const { email } = await signUp();
  for (let index = 0; index < FREE_TRIES; index++) await signIn(email, "wrong guess", "elsewhere");
  expect(outcome(await signIn(email, PASSWORD, HOME))).toBe("Session");
  expect(outcome(await signIn(email, "wrong guess", "elsewhere"))).toBe("RATE_LIMITED");
  for (let index = 0; index < FREE_TRIES; index++)
    expect(outcome(await signIn(email, "wrong guess", HOME))).toBe("CredentialsRejected");
  expect(outcome(await signIn(email, PASSWORD, HOME))).toBe("RATE_LIMITED");
});

test("while strangers in the owner's own network guess, the owner's device signs in at once, and is counted, too", async () => {
  const { email } = await signUp();
  const inNetwork = async (device: string, password: string) =>
    outcome(
      await users.as(
        null,
        `mutation ($input: SignInInput!) { result: signIn(input: $input) { ${SESSION} } }`,
        { input: { email, password } },
        { network: HOME, headers: { [DEVICE_HEADER]: device, [PLACE_HEADER]: "192.0.2.0/24" } },
      ),
    );
  expect(await inNetwork("Laptop/1.0", PASSWORD)).toBe("Session");
  for (let index = 0; index < 20; index++) await inNetwork(`Guesser/${index}`, "wrong guess");
  expect(await inNetwork("Guesser/21", PASSWORD)).toBe("RATE_LIMITED");
  expect(await inNetwork("Laptop/1.0", PASSWORD)).toBe("Session");
  for (let index = 0; index < FREE_TRIES; index++)
    expect(await inNetwork("Laptop/1.0", "wrong guess")).toBe("CredentialsRejected");
  expect(await inNetwork("Laptop/1.0", PASSWORD)).toBe("RATE_LIMITED");
});

test("the delay grows to a quarter of an hour, one try is looked at after each, and the right password ends it", async () => {
  const { email } = await signUp();
  for (let index = 0; index < FREE_TRIES; index++) await signIn(email, "wrong guess");
  let now = 0;
  const waits: number[] = [];
  for (let index = 0; index < 6; index++) {
    const refused = await signIn(email, "wrong guess");
    waits.push(Math.ceil(waitOf(refused) / 60));
    now += waitOf(refused) + 1;
    await users.advance(now);
    expect(outcome(await signIn(email, "wrong guess"))).toBe("CredentialsRejected");
  }
  expect(waits).toEqual([1, 2, 4, 8, 15, 15]);
  await users.advance(now + 901);
  expect(outcome(await signIn(email, PASSWORD))).toBe("Session");
  for (let index = 0; index < FREE_TRIES; index++)
    expect(outcome(await signIn(email, "wrong guess"))).toBe("CredentialsRejected");
  await users.advance(0);
});

const BY_SESSION = {
  changePassword: `mutation ($p: String!) { result: changePassword(input: { currentPassword: $p, newPassword: "another good one" }) { __typename } }`,
  changeEmail: `mutation ($p: String!) { result: changeEmail(input: { password: $p, email: "new@example.org" }) { __typename } }`,
  deleteAccount: `mutation ($p: String!) { result: deleteAccount(password: $p) { __typename } }`,
  eraseAccount: `mutation ($p: String!) { result: eraseAccount(password: $p) { __typename } }`,
  elevate: `mutation ($p: String!) { result: elevate(input: { password: $p }) { __typename } }`,
};

test.each(Object.entries(BY_SESSION))(
  "five wrong passwords of a session end it, by %s, also at once",
  async (_, query) => {
    const { id, email } = await signUp();
    const viewer = { userId: id, sessionId: await sessionOf(id) };
    const tries = await Promise.all(
      Array.from({ length: 12 }, (__, index) => users.as(viewer, query, { p: `wrong guess ${index}` })),
    );
    const outcomes = tries.map(outcome);
    expect(outcomes.filter((one) => one === "CredentialsRejected")).toHaveLength(SESSION_TRIES);
    expect(outcomes.filter((one) => one === "UNAUTHENTICATED" || one === "RATE_LIMITED")).toHaveLength(
      12 - SESSION_TRIES,
    );
    expect(await rows(em(), sql`select 1 from session where user_id = ${id} and ended_at is null`)).toEqual([]);
    // The account itself is not locked.
    expect(outcome(await signIn(email, PASSWORD, HOME))).toBe("Session");
  },
);

/** Mutations that set a password and compare none; useCode counts tries of its code. */
const SETTING = ["registerAccount", "signUp", "useCode"];

test("every mutation that takes a password is counted", () => {
  const schema = buildSchema(readFileSync(new URL("../../../schema/api.graphql", import.meta.url), "utf8"));
  const taking = Object.values(schema.getMutationType()!.getFields()).filter(({ args }) =>
    args.some(({ name, type }) => {
      const input = schema.getType(String(type).replace(/!/g, ""));
      const names = input && "getFields" in input ? Object.keys(input.getFields()) : [];
      return [name, ...names].some((one) => /password/i.test(one));
    }),
  );
  // A new mutation with a password must be listed here, and use `credentials.ts`.
  expect(taking.map(({ name }) => name).sort()).toEqual([...Object.keys(BY_SESSION), "signIn", ...SETTING].sort());
});

test("the owner gets one mail a day, whatever mutation the passwords are tried with; nobody else gets mail", async () => {
  const [told, ended, unknown] = [await signUp(), await signUp(), newAddress()];
  const unverified = await signUp(`${randomUUID()}@unverified.example`);
  const mailsTo = ({ email }: { email: string }) => mail.mails().filter(({ to }) => to.includes(email));
  await until(async () => mailsTo(unverified).length === 1, "the code has come");
  for (const email of [told.email, told.email, unknown, unverified.email])
    for (let index = 0; index < FREE_TRIES + 4; index++) await signIn(email, "wrong guess", HOME);
  for (let index = 0; index < FREE_TRIES; index++) await signIn(told.email, "wrong guess", "elsewhere");
  const viewer = { userId: ended.id, sessionId: await sessionOf(ended.id) };
  for (let index = 0; index < SESSION_TRIES; index++) await users.as(viewer, BY_SESSION.deleteAccount, { p: "wrong" });
  await until(async () => (await users.running.jobs.due()) === 0, "no mail waits");
  const mails = [told, ended, { email: unknown }, unverified].map((one) => mailsTo(one).length);
  expect(mails).toEqual([1, 1, 0, 1]);
  expect(mailsTo(told)[0]!.raw.toString()).toContain("Failed sign-ins to your account");
  await users.advance(86_500);
  for (let index = 0; index < FREE_TRIES; index++) await signIn(told.email, "wrong guess", "elsewhere");
  await until(async () => mailsTo(told).length === 2, "the owner gets another mail the next day");
  await users.advance(0);
});

test("ten networks of an account are known, and each for so long", async () => {
  const { id, email } = await signUp();
  for (let index = 0; index < 12; index++) {
    await users.advance(index);
    expect(outcome(await signIn(email, PASSWORD, `network ${index}`))).toBe("Session");
  }
  const known = await rows<{ network: string }>(em(), sql`select network from known_network where user_id = ${id}`);
  expect(known.map(({ network }) => network).sort()).toEqual(
    Array.from({ length: 10 }, (_, index) => `network ${index + 2}`).sort(),
  );
  await users.advance(91 * 86_400);
  for (let index = 0; index < FREE_TRIES; index++) await signIn(email, "wrong guess");
  expect(outcome(await signIn(email, PASSWORD, "network 11"))).toBe("RATE_LIMITED");
  await users.advance(0);
});

test("nothing of an address or a network is kept with the tries", async () => {
  const email = newAddress();
  await signIn(email, "wrong guess", "elsewhere");
  const kept = await rows(em(), sql`select account, place from password_try`);
  expect(JSON.stringify(kept)).not.toContain(email.slice(0, 36));
});

test("user_logins_total counts each sign-in by its outcome", async () => {
  const { email } = await signUp();
  const counted = async (result: string) => {
    const text = await (await fetch(new URL("/metrics", users.running.url))).text();
    return Number(new RegExp(`^user_logins_total\\{outcome="${result}"\\} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  };
  const before = [await counted("accepted"), await counted("rejected")] as const;
  expect(outcome(await signIn(email, PASSWORD, HOME))).toBe("Session");
  expect(outcome(await signIn(email, "wrong guess", HOME))).toBe("CredentialsRejected");
  expect(outcome(await signIn(email, PASSWORD, HOME))).toBe("Session");
  expect([await counted("accepted"), await counted("rejected")]).toEqual([before[0] + 2, before[1] + 1]);
});
