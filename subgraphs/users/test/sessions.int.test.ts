// People see their sessions and can end them.
import { DEVICE_HEADER, PLACE_HEADER } from "../../../platform/http/headers.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { Data } from "../../../local/client.ts";
import {
  accountOf,
  ask,
  PASSWORD,
  signIn,
  signUp,
  startUsers,
  stopUsers,
  users,
  viewerOf,
  type Account,
} from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);

const sessionsOf = async (who: Account): Promise<Data[]> =>
  (await ask(who, `{ me { sessions { id device place createdAt lastSeenAt current amr } } }`)).sessions;
const end = async (who: Account, id: string): Promise<string> =>
  (await ask(who, `mutation ($id: ID!) { result: endSession(id: $id) { __typename } }`, { id })).__typename;

test("a person sees each session with its device and network", async () => {
  const phone = { [DEVICE_HEADER]: "Phone/1.0", [PLACE_HEADER]: "192.0.2.0/24" };
  const ada = await signUp();
  const input = { email: ada.email, password: PASSWORD };
  const { data } = await users.as(
    null,
    `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Session { accessToken refreshToken user { id } } } }`,
    { input },
    { headers: phone },
  );
  const onPhone = accountOf(ada.email, data.signIn);
  const seen = await sessionsOf(ada);
  expect(seen).toEqual([
    expect.objectContaining({ id: onPhone.sessionId, device: "Phone/1.0", place: "192.0.2.0/24", current: false }),
    expect.objectContaining({ id: ada.sessionId, device: null, place: null, current: true, amr: ["pwd"] }),
  ]);
  await users.advance(60);
  await users.as(
    null,
    `mutation ($token: String!) { refreshSession(refreshToken: $token) { __typename } }`,
    { token: data.signIn.refreshToken },
    { headers: { [PLACE_HEADER]: "198.51.100.0/24" } },
  );
  const [refreshed] = await sessionsOf(onPhone);
  expect(refreshed).toMatchObject({ device: "Phone/1.0", place: "198.51.100.0/24", current: true });
  expect(Date.parse(refreshed!.lastSeenAt) - Date.parse(seen[0]!.lastSeenAt)).toBeGreaterThanOrEqual(60_000);
  await users.advance(0);
});

test("a person ends one session, or all others; nobody ends somebody else's", async () => {
  const ada = await signUp();
  const [second, third] = [
    accountOf(ada.email, await signIn(ada.email)),
    accountOf(ada.email, await signIn(ada.email)),
  ];
  const eve = await signUp();
  expect(await end(eve, ada.sessionId)).toBe("NotFound");
  expect(await end(ada, "nonsense")).toBe("NotFound");
  expect(await end(ada, second.sessionId)).toBe("User");
  expect(await end(ada, second.sessionId)).toBe("User");
  expect(await viewerOf(second)).toBeNull();
  expect(await viewerOf(third)).not.toBeNull();
  const { endOtherSessions } = await ask(ada, `mutation { endOtherSessions { sessions { id } } }`);
  expect(endOtherSessions.sessions).toEqual([{ id: ada.sessionId }]);
  expect(await viewerOf(third)).toBeNull();
  expect((await sessionsOf(ada)).map(({ id }) => id)).toEqual([ada.sessionId]);
  expect(await viewerOf(eve)).not.toBeNull();
});

test("nobody sees somebody else's sessions, and nothing is left of an erased person's", async () => {
  const [ada, eve] = [await signUp(), await signUp()];
  const { user } = await ask(eve, `query ($id: ID!) { user(id: $id) { sessions { id } } }`, { id: ada.userId });
  expect(user).toBeNull();
  await ask(ada, `mutation ($password: String!) { result: deleteAccount(password: $password) { __typename } }`, {
    password: PASSWORD,
  });
  const left = await row(
    users.running.database.read(),
    sql`select count(device)::int as devices, count(place)::int as places from session where user_id = ${ada.userId}`,
  );
  expect(left).toEqual({ devices: 0, places: 0 });
});
