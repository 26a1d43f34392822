// What people get in their hands: letters with tickets, tickets to print and to carry on a phone.
import { randomUUID } from "node:crypto";
import PostalMime, { type Email } from "postal-mime";
import type { Client, Data } from "../local/client.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { buy, openShow, readOrder, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let show: Show;
let free: string[];
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl });
  show = await openShow(supergraph.client, { name: "Tosca <i>& more</i>" });
  free = show.seats.map(({ id }) => id as string);
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});
afterEach(() => mail.refuse(null));

const newPerson = (name?: string) => signUp(supergraph.client, name);
const speak = ({ client }: Person, locale: string) =>
  client.ask(`mutation ($l: String) { setPreferences(input: { locale: $l }) { id } }`, { l: locale });

async function lettersTo({ email }: Person): Promise<Email[]> {
  await supergraph.settle();
  const mails = mail.mails().filter(({ to }) => to.includes(email));
  return Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
}

async function confirmed(buyer: Person, count = 1, card?: string): Promise<Data> {
  const { order } = await buy(buyer.client, show.eventId, free.splice(0, count), card);
  await supergraph.settle();
  return readOrder(buyer.client, order.id);
}

const lettersOf = async (client: Client, orderId: string): Promise<Data[]> =>
  (
    await client.ask(
      `query ($id: ID!) { order(id: $id) { notifications { kind status settledAt recipient { id } } } }`,
      {
        id: orderId,
      },
    )
  ).order.notifications;
const refund = (orderId: string, ticketIds?: string[]) =>
  show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId, reason: "The singer is ill.", idempotencyKey: randomUUID(), ...(ticketIds && { ticketIds }) },
  });
const textOf = (email: Email) => (email.text ?? "").replaceAll(/\s+/g, " ");
/** What readers show of a PDF that is not compressed text is little: its pages and its title tell enough. */
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe("letters", () => {
  test("a buyer gets tickets and a calendar entry once, in their language", async () => {
    const buyer = await newPerson("Bea <b>Büyer</b>");
    await speak(buyer, "de-AT");
    const order = await confirmed(buyer, 2);
    const [letter, ...more] = await lettersTo(buyer);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      subject: "Ihre Karten für Tosca <i>& more</i>",
      from: { address: "tickets@boxoffice.example" },
      to: [{ address: buyer.email, name: "Bea <b>Büyer</b>" }],
    });
    expect(textOf(letter!)).toContain(`Bestellung ${order.number}`);
    expect(textOf(letter!)).toMatch(/Summe: € 90,00/);
    expect(letter!.html).toContain("Guten Tag Bea &lt;b&gt;Büyer&lt;/b&gt;,");
    expect(letter!.html).not.toContain("<i>");
    const [pdf, ics] = letter!.attachments;
    expect(pdf).toMatchObject({ filename: `${order.number}.pdf`, mimeType: "application/pdf" });
    expect(pagesOf(Buffer.from(pdf!.content as ArrayBuffer))).toBe(2);
    expect(Buffer.from(ics!.content as ArrayBuffer).toString()).toMatch(
      new RegExp(`UID:${show.eventId}[^]*SUMMARY:Tosca`),
    );
    expect(await lettersOf(buyer.client, order.id)).toEqual([
      { kind: "ORDER_CONFIRMED", status: "SENT", settledAt: expect.any(String), recipient: { id: buyer.id } },
    ]);
  });

  test("a refunded buyer gets a mail with the amount and the reason; an order that failed cost nothing", async () => {
    const buyer = await newPerson();
    const order = await confirmed(buyer, 2);
    await refund(order.id, [order.tickets[0].id]);
    const [, cancelled] = await lettersTo(buyer);
    expect(cancelled!.subject).toBe("Tickets for Tosca <i>& more</i> are cancelled");
    expect(textOf(cancelled!)).toMatch(/One of your tickets.*We refund €45.00.*Reason: The singer is ill\./);
    expect(cancelled!.attachments).toEqual([]);
    const declined = await newPerson();
    expect((await confirmed(declined, 1, "pm_card_fraud")).status).toBe("DECLINED");
    const [ended, ...more] = await lettersTo(declined);
    expect(more).toEqual([]);
    expect(textOf(ended!)).toMatch(/You were not charged/);
  });

  test("a ticket that changes hands is sent to its new holder, and the previous one gets a mail", async () => {
    const [seller, friend] = [await newPerson(), await newPerson()];
    await speak(friend, "fr");
    const order = await confirmed(seller, 1);
    const { offerTicket } = await seller.client.ask(
      `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { ... on TicketOffer { code } } }`,
      { i: { ticketId: order.tickets[0].id, idempotencyKey: "o" } },
    );
    await friend.client.ask(`mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename } }`, {
      i: { code: offerTicket.code, idempotencyKey: "t" },
    });
    const [received] = await lettersTo(friend);
    expect(received!.subject).toMatch(/^Un billet pour Tosca/);
    expect(received!.attachments.map(({ mimeType }) => mimeType)).toEqual(["application/pdf", "text/calendar"]);
    const [, handedOn] = await lettersTo(seller);
    expect(textOf(handedOn!)).toMatch(/no longer valid/);
    expect(handedOn!.attachments).toEqual([]);
    // When it dies both hear of it, and the money is the buyer's.
    await refund(order.id);
    expect(textOf((await lettersTo(friend)).at(-1)!)).toMatch(/Un de vos billets est annulé\.(?!.*remboursés)/);
    expect(textOf((await lettersTo(seller)).at(-1)!)).toMatch(/€45.00/);
    expect((await lettersOf(seller.client, order.id)).map(({ kind }) => kind)).toEqual([
      "ORDER_CONFIRMED",
      "TICKET_HANDED_ON",
      "TICKETS_CANCELLED",
    ]);
    expect(await lettersOf(show.owner.client, order.id)).toHaveLength(5);
  });

  test("while the mail server is busy letters wait, one that it refuses is given up, and orders continue", async () => {
    const buyer = await newPerson();
    mail.refuse(450);
    const { order } = await buy(buyer.client, show.eventId, free.splice(0, 1));
    await until(async () => (await readOrder(buyer.client, order.id)).status === "CONFIRMED", "the order is confirmed");
    const waiting = () =>
      supergraph.query<{ attempts: number; lastError: string }>(
        "orders",
        `select attempts, last_error as "lastError" from job where kind = 'send-letter'`,
      );
    await until(async () => ((await waiting())[0]?.attempts ?? 0) > 1, "it was tried more than once");
    // What the server said names the address; what we keep does not.
    expect((await waiting())[0]!.lastError).toBe("Error: The mail server answered 450.");
    expect((await lettersOf(buyer.client, order.id))[0]).toMatchObject({ status: "PENDING" });
    mail.refuse(null);
    expect(await lettersTo(buyer)).toHaveLength(1);
    mail.refuse(550);
    const other = await confirmed(await newPerson());
    expect((await lettersOf(show.owner.client, other.id))[0]).toMatchObject({ status: "FAILED" });
  });

  test("a letter that would say what is not so any more is not sent, and nobody writes to who is gone", async () => {
    const [buyer, leaver] = [await newPerson(), await newPerson()];
    mail.refuse(450);
    const orders: Data[] = [];
    for (const person of [buyer, leaver]) {
      const { order } = await buy(person.client, show.eventId, free.splice(0, 1));
      await until(async () => (await readOrder(person.client, order.id)).status === "CONFIRMED", "it is confirmed");
      orders.push(order);
    }
    await refund(orders[0]!.id);
    await leaver.client.ask(
      `mutation { deleteAccount(password: "correct horse battery") { __typename ... on Error { message } } }`,
    );
    // A try may have begun before; it is refused, and the next one finds that there is nothing to say.
    for (const { id } of orders)
      await until(
        async () => (await lettersOf(show.owner.client, id))[0]?.status === "SKIPPED",
        "its first letter is needless",
      );
    mail.refuse(null);
    expect((await lettersTo(buyer)).map(({ subject }) => subject)).toEqual([
      "Tickets for Tosca <i>& more</i> are cancelled",
    ]);
    // The only mail to the address is about the erasure itself.
    await until(async () => (await lettersTo(leaver)).length > 0, "the erasure is mailed");
    expect((await lettersTo(leaver)).map(({ subject }) => subject)).toEqual(["Your account is deleted"]);
    const seen = await Promise.all(orders.map(({ id }) => lettersOf(show.owner.client, id)));
    expect(seen.map((letters) => letters.map(({ status }) => status))).toEqual([["SKIPPED", "SENT"], ["SKIPPED"]]);
  });

  test("tickets are sent once more on request, and not without end", async () => {
    const [buyer, stranger, clerk] = [await newPerson(), await newPerson(), await newPerson()];
    await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
    const order = await confirmed(buyer);
    const resend = ({ client }: Person, key: string, orderId = order.id as string) =>
      client.send(
        `mutation ($i: ResendTicketsInput!) { resendTickets(input: $i) { __typename ... on Error { message } } }`,
        { i: { orderId, idempotencyKey: key } },
      );
    expect((await resend(stranger, "1")).data.resendTickets.__typename).toBe("NotFound");
    for (const [who, key] of [
      [buyer, "1"],
      [buyer, "1"],
      [buyer, "2"],
      [clerk, "1"],
    ] as const)
      expect((await resend(who, key)).data.resendTickets.__typename).toBe("Order");
    expect(await lettersTo(buyer)).toHaveLength(4);
    expect((await resend(buyer, "3")).errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
    const unpaid = await newPerson();
    const declined = await confirmed(unpaid, 1, "pm_card_fraud");
    expect((await resend(unpaid, "1", declined.id)).data.resendTickets.__typename).toBe("OrderWithoutTickets");
  });
});

describe("tickets to print and to carry", () => {
  const PRINT = `query ($id: ID!, $l: String!) { order(id: $id) { pdf(locale: $l) tickets { id pdf(locale: $l) apple: wallet(kind: APPLE, locale: $l) google: wallet(kind: GOOGLE, locale: $l) } } }`;
  const print = async ({ client }: Person, id: string, locale = "en"): Promise<Data> =>
    (await client.ask(PRINT, { id, l: locale })).order;

  test("a PDF has a page for each ticket that is good, and is the same bytes each time", async () => {
    const buyer = await newPerson();
    const order = await confirmed(buyer, 3);
    await refund(order.id, [order.tickets[0].id]);
    const printed = await print(buyer, order.id);
    const pdf = Buffer.from(printed.pdf, "base64");
    expect(pdf.toString("latin1", 0, 5)).toBe("%PDF-");
    expect(pagesOf(pdf)).toBe(2);
    expect(printed.tickets.map((ticket: Data) => ticket.pdf && pagesOf(Buffer.from(ticket.pdf, "base64")))).toEqual([
      null,
      1,
      1,
    ]);
    expect((await print(buyer, order.id)).pdf).toBe(printed.pdf);
    const greek = Buffer.from((await print(buyer, order.id, "el")).pdf, "base64");
    // Letters that readers have no font for bring one along; every Greek date has some.
    expect([pdf, greek].map((bytes) => bytes.includes("DejaVu"))).toEqual([false, true]);
    // The organizer sees no more than a scanner at the door: the code, and so the ticket.
    expect(pagesOf(Buffer.from((await print(show.owner, order.id)).pdf, "base64"))).toBe(2);
    const auditor = await newPerson();
    await setMember(show.owner.client, show.organizationId, auditor.id, "AUDITOR");
    expect(await print(auditor, order.id)).toEqual({
      pdf: null,
      tickets: order.tickets.map(({ id }: Data) => ({ id, pdf: null, apple: null, google: null })),
    });
  });

  test("a wallet's ticket has the code, the seat, the time, and says when it is good no more", async () => {
    const buyer = await newPerson();
    const order = await confirmed(buyer, 1);
    const { code } = order.tickets[0];
    const read = async () => {
      const [{ apple, google }] = (await print(buyer, order.id, "de")).tickets;
      return { apple: JSON.parse(apple), google: JSON.parse(google) };
    };
    const { apple, google } = await read();
    expect(apple).toMatchObject({
      formatVersion: 1,
      voided: false,
      barcodes: [{ format: "PKBarcodeFormatQR", message: code }],
      eventTicket: {
        primaryFields: [{ value: "Tosca <i>& more</i>" }],
        auxiliaryFields: expect.arrayContaining([{ key: "row", label: "Reihe", value: "2" }]),
      },
    });
    expect(google).toMatchObject({
      eventTicketClass: { eventName: { defaultValue: { language: "de", value: "Tosca <i>& more</i>" } } },
      eventTicketObject: {
        state: "ACTIVE",
        barcode: { type: "QR_CODE", value: code },
        reservationInfo: { confirmationCode: order.number },
      },
    });
    await refund(order.id);
    const dead = await read();
    expect([dead.apple.voided, dead.google.eventTicketObject.state]).toEqual([true, "INACTIVE"]);
  });

  test("what is printed follows the event, and a language that nobody knows is English", async () => {
    const other = await openShow(supergraph.client, { name: "Before" });
    const buyer = await newPerson();
    const { order } = await buy(buyer.client, other.eventId, [other.seats[0].id]);
    await supergraph.settle();
    const { event } = await other.owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, {
      id: other.eventId,
    });
    await other.owner.client.ask(`mutation ($i: UpdateEventInput!) { updateEvent(input: $i) { __typename } }`, {
      i: { eventId: other.eventId, expectedVersion: event.version, name: "After" },
    });
    await supergraph.settle();
    const [ticket] = (await print(buyer, order.id, "tlh")).tickets;
    expect(JSON.parse(ticket.apple)).toMatchObject({ description: "After" });
    expect(ticket.pdf).toBe((await print(buyer, order.id, "en")).tickets[0].pdf);
    const refused = await buyer.client.send(PRINT, { id: order.id, l: "x".repeat(36) });
    expect(refused.errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
  });
});
