// Letters to people with tickets: a new date with a choice between tickets and money, a reminder, and what the organizer writes.
import { randomUUID } from "node:crypto";
import PostalMime, { type Email } from "postal-mime";
import type { Data } from "../local/client.ts";
import {
  buy,
  inDays,
  openShow,
  PASSWORD,
  readOrder,
  setMember,
  signInAsStaff,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import { openBrowser } from "./browser-without-script.ts";

const STAFF = randomUUID();
const DAY = 86_400;
/** ORDERS_CHANGE_LETTER_SECONDS by default. */
const DELAY = 300;

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const env = { SMTP_URL: mail.smtpUrl, PUBLIC_URL: "https://tickets.example", PLATFORM_STAFF: STAFF };
  supergraph = await startSupergraph({ ...env, USERS_VERIFIED_DOMAINS: "example.org" });
});
beforeEach(() => supergraph.advance(0));
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

async function sell({ eventId, seats }: Show, buyer: { client: Person["client"] }, count = 1): Promise<string> {
  const ids = seats.splice(0, count).map(({ id }) => id as string);
  const { order } = await buy(buyer.client, eventId, ids);
  await supergraph.settle();
  return order.id as string;
}

async function lettersTo(email: string): Promise<Email[]> {
  await supergraph.settle();
  const mails = mail.mails().filter(({ to }) => to.includes(email));
  return Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
}

const textOf = (email: Email | undefined) => (email?.text ?? "").replaceAll(/\s+/g, " ");
const linkIn = (email: Email | undefined, page: string) =>
  new RegExp(`https://tickets\\.example(/account/${page}\\S+)`).exec(email?.text ?? "")?.[1];

async function change({ owner, eventId }: Show, fields: Record<string, unknown>): Promise<Data> {
  const { event } = await owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, { id: eventId });
  return owner.client.send(
    `mutation ($i: UpdateEventInput!) { updateEvent(input: $i) { __typename ... on Error { message } } }`,
    { i: { eventId, expectedVersion: event.version, ...fields } },
  );
}

const answer = async ({ client }: Person, orderId: string, given: string, key: string = randomUUID()) =>
  (
    await client.ask(
      `mutation ($i: AnswerRefundOfferInput!) { answerRefundOffer(input: $i) { __typename ... on Order { status } } }`,
      { i: { orderId, answer: given, idempotencyKey: key } },
    )
  ).answerRefundOffer;

const offerTo = async ({ client }: Person, orderId: string) =>
  (await client.ask(`query ($id: ID!) { order(id: $id) { refundOffer { answer isOpen } } }`, { id: orderId })).order
    .refundOffer;

const write = ({ client }: Person, input: Record<string, unknown>) =>
  client.send(
    `mutation ($i: SendLetterInput!) { sendLetter(input: $i) { __typename ... on OrganizerLetter { id recipients isWritten } } }`,
    { i: { idempotencyKey: randomUUID(), ...input } },
  );

test("after a new date one buyer keeps the tickets, one takes the money, and one says nothing and keeps them", async () => {
  const show = await openShow(supergraph.client, { name: "Aida" });
  await show.owner.client.ask(
    `mutation ($i: OrganizationContactInput!) { setOrganizationContact(input: $i) { __typename } }`,
    {
      i: {
        organizationId: show.organizationId,
        contactEmail: "box@aida.example",
        contactPhone: "+49 361 123",
        termsUrl: "https://aida.example/terms",
      },
    },
  );
  const [keeper, leaver, silent] = [
    await signUp(supergraph.client),
    await signUp(supergraph.client),
    await signUp(supergraph.client),
  ];
  const orders = [await sell(show, keeper), await sell(show, leaver, 2), await sell(show, silent)];
  expect(await offerTo(keeper, orders[0]!)).toBeNull();
  expect((await answer(keeper, orders[0]!, "REFUND")).__typename).toBe("RefundOfferEnded");

  // Two changes within minutes are one letter.
  await change(show, { startsAt: inDays(40) });
  expect((await change(show, { startsAt: inDays(37), refundUntil: inDays(3) })).data.updateEvent.__typename).toBe(
    "Event",
  );
  await supergraph.settle();
  await supergraph.advance(DELAY);
  for (const [index, person] of [keeper, leaver, silent].entries()) {
    const [, letter, ...more] = await lettersTo(person.email);
    expect(more).toEqual([]);
    expect(letter!.subject).toBe("Aida has changed");
    expect(textOf(letter)).toMatch(/new date or time.*Aida.*Before:.*keep your tickets or get your money back/);
    expect(textOf(letter)).toMatch(
      /Organizer: .* Contact: box@aida\.example, \+49 361 123 Terms: https:\/\/aida\.example\/terms/,
    );
    expect(linkIn(letter, "refund")).toBe(`/account/refund?order=${orders[index]}`);
    expect(letter!.attachments.map(({ mimeType }) => mimeType)).toEqual(["text/calendar"]);
    expect(letter!.headers.some(({ key }) => key === "list-unsubscribe")).toBe(false);
  }

  expect(await answer(keeper, orders[0]!, "KEEP")).toEqual({ __typename: "Order", status: "CONFIRMED" });
  // On the page of the link, after signing in. Opening it changes nothing.
  const browser = openBrowser(supergraph.url);
  const signIn = await browser.open(`/account/refund?order=${orders[1]}`);
  const page = await browser.submit(signIn, { email: leaver.email, password: PASSWORD }, "/session");
  expect(page.text).toContain("2 tickets");
  expect(await offerTo(leaver, orders[1]!)).toEqual({ answer: null, isOpen: true });
  const chosen = await browser.submit(page, { answer: "REFUND" });
  expect(chosen.text).toContain("Your tickets are cancelled");
  await supergraph.settle();
  expect(await readOrder(leaver.client, orders[1]!)).toMatchObject({ status: "REFUNDED", refunded: { amount: 9_000 } });
  expect((await answer(leaver, orders[1]!, "REFUND")).__typename).toBe("RefundOfferEnded");
  // Somebody else's order is none.
  expect((await answer(silent, orders[0]!, "REFUND")).__typename).toBe("NotFound");
  // Who buys for the new date has no choice.
  const late = await signUp(supergraph.client);
  expect(await offerTo(late, await sell(show, late))).toBeNull();

  await supergraph.advance(4 * DAY);
  expect((await answer(silent, orders[2]!, "REFUND")).__typename).toBe("RefundOfferEnded");
  expect(await offerTo(silent, orders[2]!)).toEqual({ answer: null, isOpen: false });
  expect((await readOrder(silent.client, orders[2]!)).status).toBe("CONFIRMED");
  const { event } = await show.owner.client.ask(
    `query ($id: ID!) { event(id: $id) { refundOffer { orders kept refunded } } }`,
    { id: show.eventId },
  );
  expect(event.refundOffer).toEqual({ orders: 3, kept: 1, refunded: 1 });

  const [refunded, ...others] = supergraph.provider
    .payments()
    .filter(({ metadata, refunds }) => orders.includes(metadata.order_id) && refunds.length > 0);
  expect(others).toEqual([]);
  expect(refunded).toMatchObject({ captured: 9_000, refunded: 9_000, refunds: [expect.anything()] });
  const staff = await signInAsStaff(supergraph, STAFF);
  const { reconcile } = await staff.client.ask(`mutation { reconcile { id } }`);
  await until(async () => {
    const { reconciliations } = await staff.client.ask(`{ reconciliations(first: 1) { nodes { id finishedAt } } }`);
    return reconciliations.nodes[0].id === reconcile.id && reconciliations.nodes[0].finishedAt !== null;
  }, "the books are compared");
  expect((await staff.client.ask(`{ discrepancies(open: true) { totalCount } }`)).discrepancies.totalCount).toBe(0);
});

test("twenty answers at once refund once, and a friend's ticket stays", async () => {
  const show = await openShow(supergraph.client);
  const [buyer, friend] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const orderId = await sell(show, buyer, 2);
  const order = await readOrder(buyer.client, orderId);
  const { offerTicket } = await buyer.client.ask(
    `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { ... on TicketOffer { code } } }`,
    { i: { ticketId: order.tickets[0].id, idempotencyKey: "o" } },
  );
  await friend.client.ask(`mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename } }`, {
    i: { code: offerTicket.code, idempotencyKey: "t" },
  });
  await change(show, { startsAt: inDays(37), refundUntil: inDays(3) });
  await supergraph.settle();
  await supergraph.advance(DELAY);
  // The friend gets a letter about the new date; only the buyer can choose.
  expect(textOf((await lettersTo(friend.email)).at(-1))).toMatch(/new date or time(?!.*money back)/);
  const answers = await Promise.all(Array.from({ length: 20 }, () => answer(buyer, orderId, "REFUND")));
  expect(answers.filter(({ __typename }) => __typename === "Order")).toHaveLength(1);
  await supergraph.settle();
  expect(await readOrder(buyer.client, orderId)).toMatchObject({
    status: "PARTIALLY_REFUNDED",
    refunded: { amount: 4_500 },
  });
});

test("a choice of refunds needs a new date of a published event, and a change that is taken back is no letter", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  await sell(show, buyer);
  const old = (await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { startsAt } }`, { id: show.eventId }))
    .event.startsAt as string;
  for (const fields of [
    { refundUntil: inDays(3) },
    { startsAt: old, refundUntil: inDays(3) },
    { startsAt: inDays(37), refundUntil: inDays(38) },
    { startsAt: inDays(37), refundUntil: inDays(-1) },
  ])
    expect((await change(show, fields)).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", field: "input.refundUntil" } },
    ]);
  await change(show, { startsAt: inDays(37) });
  await change(show, { startsAt: old });
  await supergraph.settle();
  await supergraph.advance(DELAY);
  expect(await lettersTo(buyer.email)).toHaveLength(1);
});

test("people are told of another place only if the organizer says so, and reminded a day before", async () => {
  const show = await openShow(supergraph.client, { name: "Carmen" });
  const buyer = await signUp(supergraph.client);
  await sell(show, buyer);
  const venue = async (fields: Record<string, unknown>) => {
    const { event } = await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { venue { id version } } }`, {
      id: show.eventId,
    });
    const { id, version } = event.venue;
    return show.owner.client.send(`mutation ($i: UpdateVenueInput!) { updateVenue(input: $i) { __typename } }`, {
      i: { venueId: id, expectedVersion: version, ...fields },
    });
  };
  await venue({ name: "Opera House" });
  await supergraph.settle();
  await supergraph.advance(DELAY);
  expect(await lettersTo(buyer.email)).toHaveLength(1);
  expect((await venue({ access: "A lift", tellBuyers: true })).errors).toMatchObject([
    { extensions: { field: "input.tellBuyers" } },
  ]);
  await venue({ name: "Tent in the park", tellBuyers: true });
  await supergraph.settle();
  await supergraph.advance(2 * DELAY);
  const [, moved, ...more] = await lettersTo(buyer.email);
  expect(more).toEqual([]);
  expect(textOf(moved)).toMatch(/another place.*Tent in the park.*Before: Opera House/);

  await supergraph.advance(29 * DAY);
  const [, , reminder, ...others] = await lettersTo(buyer.email);
  expect(others).toEqual([]);
  expect(reminder!.subject).toBe("Carmen is coming up");
  expect(textOf(reminder)).toMatch(/Tent in the park.*Row/);
});

test("a series is moved with a choice of refunds, but for a date that would start before the choice ends", async () => {
  const show = await openShow(supergraph.client);
  const { owner, eventId } = show;
  const { copyEvent } = await owner.client.ask(
    `mutation ($i: CopyEventInput!) { copyEvent(input: $i) { ... on CopiedEvents { events { series { id } } } } }`,
    { i: { eventId, startsAt: [inDays(4)], newSeries: "Aida", idempotencyKey: "c" } },
  );
  const seriesId = copyEvent.events[0].series.id as string;
  await owner.client.ask(`mutation ($s: ID!) { publishSeries(seriesId: $s, idempotencyKey: "p") { __typename } }`, {
    s: seriesId,
  });
  await supergraph.settle();
  const buyer = await signUp(supergraph.client);
  const orderId = await sell(show, buyer);
  const move = (input: Record<string, unknown>) =>
    owner.client.send(
      `mutation ($i: UpdateSeriesInput!) { updateSeries(input: $i) { ... on SeriesChange { action } } }`,
      { i: { seriesId, idempotencyKey: randomUUID(), ...input } },
    );
  expect((await move({ refundUntil: inDays(10) })).errors).toMatchObject([
    { extensions: { field: "input.refundUntil" } },
  ]);
  await move({ moveBy: { days: 1 }, refundUntil: inDays(10) });
  await supergraph.settle();
  const { series } = await owner.client.ask(
    `query ($id: ID!) { series(id: $id) { lastChange { dates { status problem } } } }`,
    { id: seriesId },
  );
  const { dates } = series.lastChange;
  expect(dates.map(({ status }: Data) => status).sort()).toEqual(["DONE", "REFUSED"]);
  expect(dates.find(({ problem }: Data) => problem)).toMatchObject({ problem: "The date starts before refundUntil." });
  expect(await offerTo(buyer, orderId)).toEqual({ answer: null, isOpen: true });
});

describe("letters of organizers", () => {
  let show: Show;
  beforeAll(async () => {
    show = await openShow(supergraph.client, { name: "Tosca <i>& more</i>" });
  });

  test("look as in the preview, in each recipient's language, and nothing in them is HTML or a header", async () => {
    const buyer = await signUp(supergraph.client, "Bea <b>Büyer</b> {order}");
    await buyer.client.ask(`mutation { setPreferences(input: { locale: "de" }) { id } }`);
    await sell(show, buyer, 2);
    await sell(show, buyer);
    const text = {
      subject: "Doors for {event}, {name}",
      body: 'Dear {name},\n\n<script>alert(1)</script> {organizer} opens the doors at six.\n<a href="x">{order}</a>\n\nhttps://tosca.example/doors',
    };
    const preview = `query ($id: ID!, $subject: String!, $body: String!, $tier: String) {
      event(id: $id) { letterPreview(subject: $subject, body: $body, tierName: $tier) { subject text html recipients unsubscribed } } }`;
    const { event } = await show.owner.client.ask(preview, { id: show.eventId, ...text });
    expect(event.letterPreview).toMatchObject({
      subject: "Doors for Tosca <i>& more</i>, Alex Sample",
      recipients: 1,
      unsubscribed: 0,
    });
    expect(event.letterPreview.text).toContain("ABCDE23456");
    expect(event.letterPreview.html).toContain("&lt;script&gt;");
    expect(
      (await show.owner.client.ask(preview, { id: show.eventId, ...text, tier: "Standing" })).event.letterPreview,
    ).toMatchObject({ recipients: 0 });
    // Nobody below MANAGER sees it, and nobody else what was written.
    const clerk = await signUp(supergraph.client);
    await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
    expect((await clerk.client.ask(preview, { id: show.eventId, ...text })).event.letterPreview).toBeNull();
    expect((await write(clerk, { eventId: show.eventId, ...text })).errors).toMatchObject([
      { extensions: { code: "FORBIDDEN" } },
    ]);
    expect((await write(buyer, { eventId: show.eventId, ...text })).data.sendLetter.__typename).toBe("NotFound");

    expect((await write(show.owner, { eventId: show.eventId, ...text })).data.sendLetter.__typename).toBe(
      "OrganizerLetter",
    );
    const letters = (await lettersTo(buyer.email)).filter(({ subject }) => subject!.startsWith("Doors"));
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    expect(letter!.subject).toBe("Doors for Tosca <i>& more</i>, Bea <b>Büyer</b> {order}");
    expect(letter!.text).toContain("Dear Bea <b>Büyer</b> {order},");
    expect(letter!.html).toContain("Bea &lt;b&gt;Büyer&lt;/b&gt;");
    expect(letter!.html).not.toMatch(/<script|<b>|<i>|href="x"/);
    expect(letter!.text).toContain("weil Sie eine Karte haben");
    const { event: seen } = await show.owner.client.ask(
      `query ($id: ID!) { event(id: $id) { letters { subject recipients sent pending isWritten } } }`,
      { id: show.eventId },
    );
    expect(seen.letters).toEqual([{ subject: text.subject, recipients: 1, sent: 1, pending: 0, isWritten: true }]);
  });

  test("bad templates name their field, and an event has three letters in 24 hours, also of requests at once", async () => {
    const other = await openShow(supergraph.client);
    const buyer = await signUp(supergraph.client);
    const good = { eventId: other.eventId, subject: "Doors", body: "They open at six." };
    expect((await write(other.owner, good)).errors).toMatchObject([{ extensions: { field: "input" } }]);
    await sell(other, buyer);
    for (const [field, value] of [
      ["subject", "Hello\r\nBcc: everybody@example.org"],
      ["subject", "Hello {email}"],
      ["subject", "x".repeat(151)],
      ["body", "Hello {address}"],
      ["body", " "],
      ["body", "x".repeat(5_001)],
    ] as const)
      expect((await write(other.owner, { ...good, [field]: value })).errors).toMatchObject([
        { extensions: { code: "BAD_USER_INPUT", field: `input.${field}` } },
      ]);
    expect((await write(other.owner, { ...good, sectionId: randomUUID() })).data.sendLetter.__typename).toBe(
      "NotFound",
    );
    const once = randomUUID();
    const tries = await Promise.all(
      [once, once, "2", "3", "4", "5"].map((key) => write(other.owner, { ...good, idempotencyKey: key })),
    );
    const ids = tries.flatMap(({ data }) => data?.sendLetter?.id ?? []);
    expect(new Set(ids).size).toBe(3);
    for (const { errors } of tries.filter(({ errors: any }) => any))
      expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) } }]);
    expect((await lettersTo(buyer.email)).filter(({ subject }) => subject === "Doors")).toHaveLength(3);
    await supergraph.advance(DAY + 60);
    expect((await write(other.owner, good)).data.sendLetter.__typename).toBe("OrganizerLetter");
  });

  test("a recipient unsubscribes with one click, without a session, and still hears of a new date", async () => {
    const other = await openShow(supergraph.client);
    const [buyer, friend] = [await signUp(supergraph.client), await signUp(supergraph.client)];
    await sell(other, buyer);
    await sell(other, friend);
    const letter = { eventId: other.eventId, subject: "Doors", body: "They open at six." };
    await write(other.owner, letter);
    const [, first] = await lettersTo(buyer.email);
    const header = (name: string) => first!.headers.find(({ key }) => key === name)?.value;
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const link = /^<https:\/\/tickets\.example(\/account\/letters\?code=U1\.\S+)>$/.exec(
      header("list-unsubscribe") ?? "",
    )![1]!;
    expect(linkIn(first, "letters")).toBe(link);
    // To open it does nothing; a wrong code neither.
    const browser = openBrowser(supergraph.url);
    expect((await browser.open(link)).text).toContain("You get letters that");
    const click = (path: string) =>
      fetch(new URL(path, supergraph.url), {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
        redirect: "manual",
      });
    expect((await click(`${link.slice(0, -3)}AAA`)).status).toBe(404);
    for (let time = 0; time < 2; time++) expect((await click(link)).status).toBe(200);
    await write(other.owner, letter);
    expect(await lettersTo(buyer.email)).toHaveLength(2);
    expect(await lettersTo(friend.email)).toHaveLength(3);
    await change(other, { startsAt: inDays(37) });
    await supergraph.settle();
    await supergraph.advance(DELAY);
    expect(await lettersTo(buyer.email)).toHaveLength(3);
    const page = await browser.open(link);
    expect((await browser.submit(page, {})).text).toContain("You get letters that");
    await write(other.owner, letter);
    expect(await lettersTo(buyer.email)).toHaveLength(4);
  });

  test("a guest who has not proven the address gets nothing that an organizer wrote until it is proven", async () => {
    const other = await openShow(supergraph.client);
    const email = `${randomUUID()}@mail.example`;
    const { startGuestSession: session } = await supergraph
      .client()
      .ask(`mutation ($i: StartGuestSessionInput!) { startGuestSession(input: $i) { accessToken } }`, {
        i: { email, name: "Grace" },
      });
    const client = supergraph.client(session.accessToken);
    await sell(other, { client });
    await write(other.owner, { eventId: other.eventId, subject: "Doors", body: "They open at six." });
    const [code, ...more] = await lettersTo(email);
    expect(more).toEqual([]);
    expect(textOf(code)).not.toContain("six");
    const { me } = await client.ask(`{ me { emailCode { id } } }`);
    const [word] = /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m.exec(code!.text!)!;
    await client.ask(`mutation ($i: UseCodeInput!) { useCode(input: $i) { __typename } }`, {
      i: { id: me.emailCode.id, code: word, idempotencyKey: "c" },
    });
    expect((await lettersTo(email)).map(({ subject }) => subject)).toContain("Doors");
  });
});
