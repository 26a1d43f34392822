import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { decodeProtectedHeader, type JSONWebKeySet } from "jose";
import { connectClient, type Data } from "../local/client.ts";
import { openShow, PASSWORD, signUp } from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { SESSION, signIn, untilRefused } from "./signed-in.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const refresh = async (token: string): Promise<Data> =>
  (
    await supergraph
      .client()
      .ask(`mutation ($t: String!) { refreshSession(refreshToken: $t) { ${SESSION} } }`, { t: token })
  ).refreshSession;

test("a refresh token is good for one use; a repeat in time gets the same session, a late one ends it", async () => {
  const person = await signUp(supergraph.client);
  const [first, repeat] = [await refresh(person.refreshToken), await refresh(person.refreshToken)];
  expect(first.__typename).toBe("Session");
  expect(repeat.refreshToken).toBe(first.refreshToken);
  await supergraph.query(
    "users",
    "update refresh_token set used_at = used_at - interval '11 s' where used_at is not null",
  );
  expect(await refresh(person.refreshToken)).toMatchObject({ __typename: "CredentialsRejected" });
  expect(await refresh(first.refreshToken)).toMatchObject({ __typename: "CredentialsRejected" });
  await untilRefused(supergraph, first.accessToken);
});

test("a session ends so long after its sign-in, however often it was refreshed", async () => {
  const person = await signUp(supergraph.client);
  const age = (days: number) =>
    supergraph.query("users", "update session set created_at = now() - make_interval(days => $2) where user_id = $1", [
      person.id,
      days,
    ]);
  await age(89);
  const first = await refresh(person.refreshToken);
  expect(first.__typename).toBe("Session");
  await age(91);
  expect(await refresh(first.refreshToken)).toMatchObject({ __typename: "CredentialsRejected" });
  await untilRefused(supergraph, first.accessToken);
});

test("signing out ends the session at both gateways within five seconds, and its subscriptions", async () => {
  const show = await openShow(supergraph.client);
  const person = await signUp(supergraph.client);
  const other = connectClient((await supergraph.startAnotherGateway()).url, person.client.token);
  await other.ask("{ me { id } }");
  const feed = person.client.subscribe(`subscription ($id: ID!) { seatsChanged(eventId: $id) { cursor } }`, {
    id: show.eventId,
  });
  await feed.until((messages) => messages.length > 0);
  expect(await person.client.ask("mutation { signOut }")).toEqual({ signOut: true });
  expect(await untilRefused(supergraph, person.client.token!)).toBeLessThan(5_000);
  const begun = Date.now();
  while ((await other.send("{ me { id } }")).status !== 401) expect(Date.now() - begun).toBeLessThan(5_000);
  await expect(feed.until(() => false, 5_000)).rejects.toThrow(/ended/);
  await other.close();
});

test("a person sees the devices that are signed in, and one that is ended is refused within five seconds", async () => {
  const { email, client } = await signUp(supergraph.client);
  const answer = await supergraph
    .client()
    .send(
      `mutation ($input: SignInInput!) { signIn(input: $input) { ${SESSION} } }`,
      { input: { email, password: PASSWORD } },
      { "user-agent": "Phone/1.0 (lost)" },
    );
  const { me } = await client.ask(`{ me { sessions { id device place current } } }`);
  expect(me.sessions).toMatchObject([
    { device: "Phone/1.0 (lost)", place: "127.0.0.0/24", current: false },
    { current: true },
  ]);
  const { endSession } = await client.ask(`mutation ($id: ID!) { endSession(id: $id) { __typename } }`, {
    id: me.sessions[0].id,
  });
  expect(endSession).toEqual({ __typename: "User" });
  expect(await untilRefused(supergraph, answer.data.signIn.accessToken)).toBeLessThan(5_000);
});

test("a session that ends without a hint is refused at both gateways within five seconds, however long they have known it", async () => {
  const person = await signUp(supergraph.client);
  const other = connectClient((await supergraph.startAnotherGateway()).url, person.client.token);
  const both = [person.client, other];
  // Until both gateways ask users what has changed, and not for each session.
  for (const known = Date.now() + 6_000; Date.now() < known; await delay(100))
    await Promise.all(both.map((client) => client.ask("{ me { id } }")));
  await supergraph.query("users", "update session set ended_at = now() where user_id = $1", [person.id]);
  const begun = Date.now();
  for (const client of both)
    while ((await client.send("{ me { id } }")).status !== 401) expect(Date.now() - begun).toBeLessThan(5_000);
  await other.close();
});

test("signing keys rotate: the next one is known beforehand, and what the old one signed stays good", async () => {
  const keyOf = (token: string) => decodeProtectedHeader(token).kid!;
  const known = async () => {
    const { keys } = (await (await fetch(new URL("/.well-known/jwks.json", supergraph.url))).json()) as JSONWebKeySet;
    return keys.map(({ kid }) => kid);
  };
  const email = `${randomUUID()}@example.org`;
  const before = await signUp(supergraph.client, "Olga", email);
  const used = keyOf((await signIn(supergraph, email, PASSWORD)).accessToken);
  const [next, ...others] = (await known()).filter((kid) => kid !== used);
  expect(others).toEqual([]);

  await supergraph.pause("users");
  await supergraph.query(
    "users",
    "update signing_key set changed_at = now() - interval '1 year' where state = 'CURRENT'",
  );
  await supergraph.resume("users");
  const retired = () => supergraph.query("users", "select 1 from signing_key where state = 'RETIRED'");
  await until(async () => (await retired()).length > 0, "the old key is retired");
  const { accessToken: after } = await signIn(supergraph, email, PASSWORD);
  expect(keyOf(after)).toBe(next);
  for (const client of [before.client, supergraph.client(after)])
    expect((await client.ask("{ me { id } }")).me).toEqual({ id: before.id });
});
