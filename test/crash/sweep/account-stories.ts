// Stories of accounts: an address is verified, a password is replaced, an account is deleted.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Client, type Data } from "../../../local/client.ts";
import { PASSWORD, signIn, type Person } from "../../../local/fixtures.ts";
import { until } from "../../../testkit/until.ts";
import { RESEND, RESET, USE_CODE } from "../actors.ts";
import { WRONG_CODE } from "../history.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { mailsIn } from "../snapshot.ts";
import { actorOf, type Cast } from "./cast.ts";

const CODE = /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m;
/** An unanswered request may have mailed a code, which the next request makes useless. */
const REQUESTS = 3;
/** Fewer requests than the limit of sign-ins, while a process starts again. */
const ASK_AGAIN_MS = 500;
const NEW_PASSWORD = "another horse battery";

/** Asks again and again, until an answer has this field. */
async function answered(client: Client, query: string, variables: Data, headers = {}): Promise<Data> {
  let result: Data | undefined;
  await until(
    async () => {
      const { data }: Data = await client.send(query, variables, headers).catch(() => ({}));
      result = data?.result;
      if (result == null) await delay(ASK_AGAIN_MS);
      return result != null;
    },
    `${query} is answered`,
    REST_WITHIN_MS,
  );
  return result!;
}

/** Requests a code, and waits for its mail. */
async function requestCode<Request extends Data>({ system, buyer }: Cast, request: () => Promise<Request>) {
  const codes = async () => (await mailsIn(system)).filter(({ to, text }) => to === buyer.email && CODE.test(text));
  const before = new Set((await codes()).map(({ letterId }) => letterId));
  const requested = await request();
  let text = "";
  await until(
    async () => {
      text = (await codes()).findLast(({ letterId }) => !before.has(letterId))?.text ?? "";
      return text !== "";
    },
    "the code is mailed",
    REST_WITHIN_MS,
  );
  return { requested, code: CODE.exec(text)![0] };
}

/** Has the tickets mailed once more, and verifies the address with a mailed code, after a wrong one. Two requests use the code at once. */
export async function verify(cast: Cast, orderId: string): Promise<void> {
  const { system, world, buyer } = cast;
  const actor = actorOf(cast, buyer);
  const use = (id: string, code: string) =>
    actor.certain({ operation: "verify", query: USE_CODE, field: "useCode", input: { id, code }, key: randomUUID() });
  await actor.certain({
    operation: "resend",
    query: RESEND,
    field: "resendTickets",
    input: { orderId },
    key: randomUUID(),
  });
  for (let requests = 0; requests < REQUESTS; requests++) {
    const { requested, code } = await requestCode(cast, () =>
      answered(actor.client, "mutation { result: requestEmailCode { id } }", {}),
    );
    const { id } = requested;
    const guessed = await use(id, WRONG_CODE);
    if (guessed?.emailVerified) return;
    const mailed = (await mailsIn(system)).filter(({ to }) => to === buyer.email);
    world.history.mailedBefore.push(...mailed.map(({ letterId }) => letterId));
    const used = await Promise.all([use(id, code), use(id, code)]);
    if (used.some((answer) => answer?.emailVerified)) return void world.history.unverified.delete(buyer.email);
  }
}

/** Another session of the buyer's. */
export const withOlderSession = ({ world, buyer }: Cast): Promise<Person> =>
  signIn((token) => connectClient(world.url, token), buyer);

/** Chooses a new password with a mailed code, after a wrong one. Two requests use the code at once. Then whatever could sign in is tried. */
export async function reset(cast: Cast, older: Person): Promise<void> {
  const { world, buyer } = cast;
  const client = connectClient(world.url);
  const actor = actorOf(cast, { ...buyer, client });
  // Of a network of its own: one network gets a hundred codes a day.
  const headers = { "x-forwarded-for": `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1` };
  let isAcknowledged = false;
  for (let requests = 0; requests < REQUESTS && !isAcknowledged; requests++) {
    const { requested, code } = await requestCode(cast, () =>
      answered(
        client,
        "mutation ($email: EmailAddress!) { result: requestPasswordReset(email: $email) { id nonce } }",
        { email: buyer.email },
        headers,
      ),
    );
    const request = (given: string) => ({
      operation: "reset" as const,
      query: RESET,
      field: "useCode",
      input: { ...requested, code: given, newPassword: NEW_PASSWORD },
      key: randomUUID(),
    });
    await actor.certain(request(WRONG_CODE));
    const [one, other] = [request(code), request(code)];
    const answers = await Promise.all([actor.certain(one), actor.certain(other)]);
    isAcknowledged = answers.some((answer) => answer?.__typename === "Session");
    await Promise.all([actor.once(one), actor.once(other)]);
  }
  const signsIn = async (password: string) =>
    (
      await answered(
        client,
        "mutation ($input: SignInInput!) { result: signIn(input: $input) { __typename } }",
        { input: { email: buyer.email, password } },
        headers,
      )
    ).__typename === "Session";
  const refreshed = await answered(
    client,
    "mutation ($token: String!) { result: refreshSession(refreshToken: $token) { __typename } }",
    { token: older.refreshToken },
  );
  world.history.resets.push({
    email: buyer.email,
    isAcknowledged,
    works: {
      newPassword: await signsIn(NEW_PASSWORD),
      oldPassword: await signsIn(PASSWORD),
      olderSession: refreshed.__typename === "Session",
    },
  });
}

/** Asks for a copy of the data, and deletes the account: until an answer, or the end of the session, says that it is done. */
export async function erase({ buyer }: Cast, orderId: string): Promise<void> {
  const { client } = buyer;
  const ask = (query: string, variables: Data = {}): Promise<Data> => client.send(query, variables).catch(() => ({}));
  const { data } = await ask(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, { id: orderId });
  const named = `mutation ($id: ID!) { nameTicket(ticketId: $id, name: "Gone Tomorrow") { __typename } }`;
  for (const { id } of (data?.order?.tickets ?? []) as Data[]) await ask(named, { id });
  await until(
    async () => {
      await ask("mutation { requestDataExport { id } }");
      return (await ask("{ me { dataExport { path } } }")).data?.me?.dataExport?.path != null;
    },
    "the export is ready",
    REST_WITHIN_MS,
  );
  await until(
    async () => {
      const answer = await ask(`mutation ($p: String!) { erased: eraseAccount(password: $p) { __typename } }`, {
        p: PASSWORD,
      });
      return answer.data?.erased != null || answer.errors?.[0]?.extensions.code === "UNAUTHENTICATED";
    },
    "the account is erased",
    REST_WITHIN_MS,
  );
}
