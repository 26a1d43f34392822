// Guests buy with a name and an address, get their tickets after a mailed code, find their orders, and claim them for an account.
import { randomUUID } from "node:crypto";
import PostalMime, { type Email } from "postal-mime";
import type { Client, Data } from "../local/client.ts";
import {
  buy,
  holdSeats,
  openShow,
  payOrder,
  placeOrder,
  readOrder,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { redeliver, startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const NAME = "Tosca at buy.evil.example";
let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let show: Show;
let free: string[];
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl });
  show = await openShow(supergraph.client, { name: NAME, maxSeatsPerBuyer: 3 });
  free = show.seats.map(({ id }) => id as string);
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

const address = () => `${randomUUID()}@mail.example`;
const seat = () => free.splice(0, 1);

async function startGuest(email = address(), name = "Grace"): Promise<Person> {
  const { startGuestSession: session } = await supergraph
    .client()
    .ask(
      `mutation ($i: StartGuestSessionInput!) { startGuestSession(input: $i) { accessToken refreshToken user { id kind } } }`,
      { i: { email, name } },
    );
  expect(session.user.kind).toBe("GUEST");
  return {
    id: session.user.id,
    email,
    client: supergraph.client(session.accessToken),
    refreshToken: session.refreshToken,
  };
}

async function lettersTo(email: string): Promise<Email[]> {
  await supergraph.settle();
  const mails = mail.mails().filter(({ to }) => to.includes(email));
  return Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
}

const CODE = /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m;
async function lastCode(email: string, words = ""): Promise<string> {
  const letters = (await lettersTo(email)).filter(({ text = "" }) => text.includes(words));
  return letters.flatMap(({ text = "" }) => CODE.exec(text)?.[0] ?? []).at(-1)!;
}

const use = async (client: Client, input: Data): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: UseCodeInput!) { useCode(input: $i) { __typename ... on Session { accessToken refreshToken user { id } } ... on Error { message } } }`,
      { i: { idempotencyKey: randomUUID(), ...input } },
    )
  ).useCode;

async function prove({ client, email }: Person): Promise<void> {
  const { me } = await client.ask(`{ me { emailCode { id } } }`);
  expect(await use(client, { id: me.emailCode.id, code: await lastCode(email) })).toEqual({ __typename: "User" });
}

async function account(email: string): Promise<Person> {
  const person = await signUp(supergraph.client, "Ada", email);
  await prove(person);
  return person;
}

async function claim({ client, email }: Person): Promise<Data> {
  const { requestGuestClaim: sent } = await client.ask(
    `mutation { requestGuestClaim { __typename ... on CodeSent { id } ... on Error { message } } }`,
  );
  expect(sent.__typename).toBe("CodeSent");
  const input = { id: sent.id, code: await lastCode(email, "add orders"), idempotencyKey: randomUUID() };
  const { claimGuestOrders: claimed } = await client.ask(
    `mutation ($i: ClaimGuestOrdersInput!) { claimGuestOrders(input: $i) { __typename ... on Error { message } } }`,
    { i: input },
  );
  return claimed;
}

async function find(email: string): Promise<Person> {
  const { requestGuestOrders: sent } = await supergraph
    .client()
    .ask(`mutation ($e: EmailAddress!) { requestGuestOrders(email: $e) { id nonce } }`, { e: email });
  const session = await use(supergraph.client(), { ...sent, code: await lastCode(email, "see the orders") });
  expect(session.__typename).toBe("Session");
  return {
    id: session.user.id,
    email,
    client: supergraph.client(session.accessToken),
    refreshToken: session.refreshToken,
  };
}

const purchasesOf = async ({ client }: Person): Promise<{ orders: string[]; tickets: number }> => {
  const { me } = await client.ask(`{ me { orders { nodes { id } } tickets { nodes { id } } } }`);
  return { orders: (me.orders.nodes as Data[]).map(({ id }) => id as string).sort(), tickets: me.tickets.nodes.length };
};

async function bought(guest: Person, count = 1): Promise<string> {
  const { order } = await buy(guest.client, show.eventId, free.splice(0, count));
  await supergraph.settle();
  return order.id;
}

/** Whether a guest still owns something, by subgraph and table. */
async function rowsOf(id: string): Promise<string[]> {
  const columns: [subgraph: string, table: string, column: string][] = [
    ...(["purchase.buyer_id", "bought.buyer_id", "ticket.holder_id", "letter.recipient_id"] as const).map(
      (one) => ["orders", ...one.split(".")] as never,
    ),
    ["seating", "hold", "buyer_id"],
    ["payments", "payment", "buyer_id"],
    ...(["assessment", "paid_order"] as const).map((table) => ["risk", table, "buyer_id"] as never),
  ];
  const found: string[] = [];
  for (const [subgraph, table, column] of columns) {
    const rows = await supergraph.query(subgraph, `select 1 from ${table} where ${column} = $1`, [id]);
    if ((rows as unknown[]).length > 0) found.push(`${subgraph}.${table}`);
  }
  return found;
}

test("a guest buys; the first mail has a code and no word of an organizer; the tickets are mailed after the code was used", async () => {
  const guest = await startGuest(address(), "Grace at grace.evil.example");
  const orderId = await bought(guest, 2);
  const [first, ...others] = await lettersTo(guest.email);
  expect(others).toEqual([]);
  expect(first!.subject).toMatch(/^\w{8} is your code$/);
  expect(`${first!.subject} ${first!.text} ${first!.html}`).not.toContain("evil.example");
  expect(first!.attachments).toEqual([]);
  const codes = async () =>
    ((await guest.client.send(`query ($id: ID!) { order(id: $id) { tickets { code } } }`, { id: orderId })).data?.order
      ?.tickets ?? []) as Data[];
  expect((await codes()).every(({ code }) => code === null)).toBe(true);
  await prove(guest);
  await supergraph.settle();
  const letters = await lettersTo(guest.email);
  expect(letters.map(({ subject }) => subject)).toEqual([first!.subject, `Your tickets for ${NAME}`]);
  expect(letters[1]!.attachments.length).toBeGreaterThan(0);
  await until(async () => {
    const tickets = await codes();
    return tickets.length === 2 && tickets.every(({ code }) => code !== null);
  }, "the session may read the codes");
  const again = await bought(guest);
  expect((await lettersTo(guest.email)).map(({ subject }) => subject)).toEqual([
    first!.subject,
    `Your tickets for ${NAME}`,
    `Your tickets for ${NAME}`,
  ]);
  expect((await purchasesOf(guest)).orders).toEqual([orderId, again].sort());
});

test("orders of an address are found in another browser by a code: those of all guests with the address", async () => {
  const email = address();
  const [first, second, other] = [await startGuest(email), await startGuest(email), await startGuest()];
  const orders = [await bought(first), await bought(second)];
  const ofOther = await bought(other);
  const found = await find(email);
  await supergraph.settle();
  expect(await purchasesOf(found)).toEqual({ orders: orders.sort(), tickets: 2 });
  expect((await purchasesOf(other)).orders).toEqual([ofOther]);
  const tickets = (await lettersTo(email)).filter(({ subject }) => subject === `Your tickets for ${NAME}`);
  expect(tickets.length).toBe(2);
});

test("an account claims orders, tickets and holds of guests; limits count them together, and messages may come again", async () => {
  const email = address();
  const [first, second] = [await startGuest(email), await startGuest(email)];
  const orderId = await bought(first);
  const hold = await holdSeats(second.client, show.eventId, seat());
  const ada = await account(email);
  const own = await buy(ada.client, show.eventId, seat());
  await supergraph.settle();
  expect(await claim(ada)).toEqual({ __typename: "User" });
  await supergraph.settle();
  expect(await purchasesOf(ada)).toEqual({ orders: [orderId, own.order.id].sort(), tickets: 2 });
  expect(await readOrder(ada.client, orderId)).toMatchObject({ buyer: { id: ada.id, displayName: "Ada" } });
  for (const { id } of [first, second]) expect(await rowsOf(id)).toEqual([]);
  // Three of three: two orders and the hold of the second guest, which the account can order.
  expect(await holdSeats(ada.client, show.eventId, seat())).toMatchObject({ __typename: "SeatLimitReached", limit: 3 });
  const order = await placeOrder(ada.client, hold.id);
  expect(await payOrder(ada.client, order.id)).toMatchObject({ __typename: "Payment" });
  await supergraph.settle();
  const claimed = { orders: [orderId, own.order.id, order.id].sort(), tickets: 3 };
  expect(await purchasesOf(ada)).toEqual(claimed);
  for (const how of ["as they were", "under new names"] as const) {
    expect(await redeliver(supergraph, how)).toBeGreaterThan(0);
    await supergraph.settle();
    expect(await purchasesOf(ada)).toEqual(claimed);
    for (const { id } of [first, second]) expect(await rowsOf(id)).toEqual([]);
  }
});

test("a guest's payment that is under way during a claim becomes an order of the account", async () => {
  const email = address();
  const guest = await startGuest(email);
  const hold = await holdSeats(guest.client, show.eventId, seat());
  const order = await placeOrder(guest.client, hold.id);
  const ada = await account(email);
  const [paid, claimed] = await Promise.allSettled([payOrder(guest.client, order.id), claim(ada)]);
  expect(claimed).toMatchObject({ status: "fulfilled", value: { __typename: "User" } });
  await supergraph.settle();
  const { status, payments } = await readOrder(ada.client, order.id);
  const isPaid = paid.status === "fulfilled" && paid.value.__typename === "Payment";
  expect([status, payments.length > 0]).toEqual(isPaid ? ["CONFIRMED", true] : [status, payments.length > 0]);
  expect(await rowsOf(guest.id)).toEqual([]);
});

test("the organizer of an event for verified buyers refuses guests and unverified accounts, at the hold and at the order", async () => {
  const open = await openShow(supergraph.client);
  const seats = open.seats.map(({ id }) => id as string);
  const guest = await startGuest();
  const newcomer = await signUp(supergraph.client, "New", address());
  const held = await Promise.all(
    [guest, newcomer].map(({ client }) => holdSeats(client, open.eventId, seats.splice(0, 1))),
  );
  expect(held.map(({ __typename }) => __typename)).toEqual(["Hold", "Hold"]);
  const { event } = await open.owner.client.ask(`query ($id: ID!) { event(id: $id) { version verifiedBuyersOnly } }`, {
    id: open.eventId,
  });
  expect(event.verifiedBuyersOnly).toBe(false);
  const { updateEvent } = await open.owner.client.ask(
    `mutation ($i: UpdateEventInput!) { updateEvent(input: $i) { ... on Event { verifiedBuyersOnly holdPolicy { holdSeconds } } } }`,
    { i: { eventId: open.eventId, expectedVersion: event.version, verifiedBuyersOnly: true } },
  );
  expect(updateEvent).toEqual({ verifiedBuyersOnly: true, holdPolicy: { holdSeconds: 900 } });
  await supergraph.settle();
  for (const [index, { client }] of [guest, newcomer].entries()) {
    expect(await placeOrder(client, held[index]!.id)).toMatchObject({ __typename: "VerifiedBuyersOnly" });
    expect(await holdSeats(client, open.eventId, [seats[0]!])).toMatchObject({ __typename: "VerifiedBuyersOnly" });
  }
  const proven = await startGuest();
  await proven.client.ask(`mutation { requestEmailCode { id } }`);
  await prove(proven);
  await until(async () => {
    const answer = await holdSeats(proven.client, open.eventId, [seats[0]!]);
    expect(answer.__typename).toBe("VerifiedBuyersOnly");
    return (await proven.client.ask(`{ me { emailVerified } }`)).me.emailVerified as boolean;
  }, "the address of the guest is proven");
  const verified = await account(address());
  await until(
    async () => (await holdSeats(verified.client, open.eventId, [seats[0]!])).__typename === "Hold",
    "the verified account holds",
  );
  const strict = await openShow(supergraph.client, { verifiedBuyersOnly: true });
  expect(await holdSeats(guest.client, strict.eventId, [strict.seats[0]!.id])).toMatchObject({
    __typename: "VerifiedBuyersOnly",
  });
});

test("an account that has claimed orders of a guest exports them, and is erased with them", async () => {
  const email = address();
  const guest = await startGuest(email, "Grace Hopper");
  const orderId = await bought(guest);
  const ada = await account(email);
  await claim(ada);
  await supergraph.settle();
  const [page] = (await supergraph.query("orders", `select buyer_id as "buyerId" from purchase where id = $1`, [
    orderId,
  ])) as Data[];
  expect(page.buyerId).toBe(ada.id);
  await ada.client.ask(`mutation ($p: String!) { eraseAccount(password: $p) { __typename } }`, {
    p: "correct horse battery",
  });
  await supergraph.settle();
  const left = await supergraph.query(
    "users",
    `select 1 from app_user where email = $1 or guest_key = $1 or display_name = 'Grace Hopper'`,
    [email],
  );
  expect(left).toEqual([]);
  const domains = await supergraph.query(
    "risk",
    `select 1 from verified_email where user_id = any($1) and email_domain <> ''`,
    [[guest.id, ada.id]],
  );
  expect(domains).toEqual([]);
});
