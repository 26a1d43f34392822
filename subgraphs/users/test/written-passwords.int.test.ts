// One password and one mailbox, however they are written, and what is stored of them.
import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Answer, Data } from "../../../local/client.ts";
import { startMailCatcher, type RunningMailCatcher } from "../../../local/stand-ins/mail-catcher.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";

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

const [NFC, NFD] = ["ma\u00f1ana-\u00fcber-\u00c5ngstr\u00f6m", "man\u0303ana-u\u0308ber-A\u030angstro\u0308m"];

test("a password is the same however its accents and blanks are written", async () => {
  const { email } = await signUp(newAddress(), NFC);
  for (const typed of [NFD, NFC]) expect(outcome(await signIn(email, typed))).toBe("Session");
  const other = await signUp(newAddress(), "correct horse\u00a0battery");
  for (const typed of ["correct horse battery", "correct\u3000horse battery"])
    expect(outcome(await signIn(other.email, typed))).toBe("Session");
  expect(outcome(await signIn(email, NFC.toUpperCase()))).toBe("CredentialsRejected");
});

test("a hash from before passwords were prepared keeps working, and is replaced", async () => {
  const { id, email } = await signUp();
  const old = await hash(NFD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await change(em(), sql`update app_user set password_hash = ${old} where id = ${id}`);
  expect(outcome(await signIn(email, NFC))).toBe("CredentialsRejected");
  expect(outcome(await signIn(email, NFD))).toBe("Session");
  expect(outcome(await signIn(email, NFC))).toBe("Session");
});

test("one mailbox is one account", async () => {
  const local = randomUUID();
  const { email } = await signUp(`j\u00fcrgen-${local}@m\u00fcnchen.example`);
  const same = [
    `ju\u0308rgen-${local}@m\u00fcnchen.example`,
    `J\u00dcRGEN-${local.toUpperCase()}@xn--mnchen-3ya.example`,
    `ju\u0308rgen-${local}@MU\u0308NCHEN.example`,
  ];
  for (const written of [email, ...same]) {
    await expect(signUp(written)).rejects.toThrow("EmailTaken");
    expect(outcome(await signIn(written, PASSWORD))).toBe("Session");
  }
});

test("accounts from before addresses were normalized are found, and of two of one mailbox neither is lost", async () => {
  const local = randomUUID();
  const [first, second] = [`u\u0308-${local}@example.org`, `\u00fc-${local}@example.org`];
  const [one, two] = [await signUp(), await signUp()];
  for (const [{ id }, email] of [
    [one, first],
    [two, second],
  ] as const)
    await change(em(), sql`update app_user set email = ${email}, email_key = ${email} where id = ${id}`);
  const later = await users.replicate();
  const idOf = async (email: string) => {
    const { data } = await users.as(
      null,
      `mutation ($input: SignInInput!) { result: signIn(input: $input) { ${SESSION} } }`,
      { input: { email, password: PASSWORD } },
      { url: later.url },
    );
    return (data as Data).result.user.id;
  };
  expect([await idOf(first), await idOf(second)]).toEqual([one.id, two.id]);
  expect(await idOf(second.toUpperCase())).toBe(two.id);
});

test("a password is stored as its argon2id hash alone", async () => {
  const { id } = await signUp();
  const [row] = await rows<{ hash: string; whole: string }>(
    em(),
    sql`select password_hash as hash, u::text as whole from app_user u where id = ${id}`,
  );
  expect(row!.hash).toMatch(/^\$argon2id\$v=19\$/);
  expect(row!.whole).not.toContain(PASSWORD);
});
