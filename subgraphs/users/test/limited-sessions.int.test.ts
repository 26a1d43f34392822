// Sessions that may do less than their account: users tells gateways that know scopes what limits them.
import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { Data } from "../../../local/client.ts";
import { ask, PASSWORD, signUp, startUsers, stopUsers, users, type Account } from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);

const viewerOf = async ({ sessionId }: Account, limited?: boolean): Promise<Data | null> =>
  (
    await users.asService(
      "gateway",
      `query ($ids: [ID!]!) {
        sessionViewers(sessionIds: $ids${limited ? ", limited: true" : ""}) { userId scopes actor { kind id } eventIds }
      }`,
      { ids: [sessionId] },
    )
  ).sessionViewers[0];

const staffId = randomUUID();
const eventId = randomUUID();
const limit = ({ sessionId }: Account) =>
  row(
    users.running.database.read(),
    sql`update session set kind = 'GUEST', scopes = '{orders:read}', actor_kind = 'staff', actor_id = ${staffId},
      event_ids = array[${eventId}]::uuid[] where id = ${sessionId}`,
  );
const changesAfter = async (after?: string): Promise<Data> =>
  (
    await users.asService("gateway", `query ($after: String) { viewerChanges(after: $after) { number userIds } }`, {
      ...(after && { after }),
    })
  ).viewerChanges;

test("a gateway that asks for limited viewers gets their limits, and another one gets no viewer", async () => {
  const ada = await signUp();
  const { number } = await changesAfter();
  expect(await viewerOf(ada, true)).toEqual({ userId: ada.userId, scopes: null, actor: null, eventIds: null });
  await limit(ada);
  expect(await viewerOf(ada)).toBeNull();
  expect(await viewerOf(ada, true)).toEqual({
    userId: ada.userId,
    scopes: ["orders:read", "session"],
    actor: { kind: "staff", id: staffId },
    eventIds: [eventId],
  });
  expect((await changesAfter(number)).userIds).toContain(ada.userId);
});

test("the access token of a limited session says that it is limited, also after a refresh", async () => {
  const ada = await signUp();
  const signedIn = await ask(
    null,
    `mutation ($input: SignInInput!) { result: signIn(input: $input) { ... on Session { accessToken refreshToken } } }`,
    { input: { email: ada.email, password: PASSWORD } },
  );
  const { sid: sessionId, scope } = decodeJwt<{ sid: string; scope?: string }>(signedIn.accessToken);
  expect(scope).toBeUndefined();
  await limit({ ...ada, sessionId });
  const refreshed = await ask(
    null,
    `mutation ($token: String!) { result: refreshSession(refreshToken: $token) { ... on Session { accessToken } } }`,
    { token: signedIn.refreshToken },
  );
  expect(decodeJwt(refreshed.accessToken).scope).toBe("orders:read");
});
