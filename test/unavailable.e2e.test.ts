// What clients are told when PostgreSQL dies in the middle of a mutation, after each commit that it leads to: UNAVAILABLE only if nothing
// happened, and nothing happens later. Every mutation of the schema is tried; a new one needs a line here.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import {
  buildSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  getNamedType,
  type GraphQLObjectType,
} from "graphql";
import type { Answer, Client, Data } from "../dev/client.ts";
import { linkTo, type FaultyLink } from "../dev/faulty-link.ts";
import { startMailCatcher, type RunningMailCatcher } from "../dev/mail-catcher.ts";
import {
  allSeats,
  createEvent,
  createOrganization,
  createPromoCode,
  createVenue,
  holdSeats,
  inDays,
  PASSWORD,
  payOrder,
  placeOrder,
  publishEvent,
  signUp,
  type Person,
} from "../dev/scenes.ts";
import { startSupergraph, type TestSupergraph } from "../dev/supergraph.ts";
import { ROOT } from "../dev/topology.ts";
import { until } from "../dev/until.ts";

const schema = buildSchema(readFileSync(path.join(ROOT, "schema/api.graphql"), "utf8"));
const mutations = schema.getMutationType()!.getFields();
const SUBGRAPHS = ["users", "catalog", "seating", "orders", "payments", "risk"];

/** Before a mutation is answered: payOrder writes its intent, the order's lease, that it may be paid, and what the provider said. */
const MOST_COMMITS = 5;

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let links: FaultyLink[];
/** PostgreSQL dies when so many changes more have been committed. */
let commitsLeft = Infinity;
let hasDied = false;

let staff: Person;
let owner: Person;
let organizationId: string;
let venueId: string;
let eventId: string;
let seats: string[];

function die(): void {
  hasDied = true;
  for (const link of links) link.refuse();
}

beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl });
  staff = await signUp(supergraph.client);
  supergraph.env.PLATFORM_STAFF = staff.id;
  links = await Promise.all(
    SUBGRAPHS.map(async (name) => {
      const link = await linkTo(supergraph.databases[name]!.url, () => {
        commitsLeft -= 1;
        if (commitsLeft === 0) die();
      });
      await supergraph.pause(name);
      supergraph.env[`${name.toUpperCase()}_DATABASE_URL`] = link.url;
      await supergraph.resume(name);
      return link;
    }),
  );
  await known(staff);
  owner = await signUp(supergraph.client);
  organizationId = await createOrganization(owner.client);
  venueId = await createVenue(owner.client, organizationId, [
    { name: "Hall", kind: "SEATED", rows: Array.from({ length: 10 }, (_, row) => ({ label: `${row}`, seats: 50 })) },
  ]);
  eventId = await onSale();
  seats = (await allSeats(owner.client, eventId)).map(({ id }: Data) => id);
}, 60_000);
afterAll(async () => {
  await supergraph.stop();
  await Promise.all(links.map((link) => link.stop()));
  await mail.stop();
});

const draft = () =>
  createEvent(owner.client, organizationId, venueId, [
    { name: "All", price: { amount: 4_500, currency: "EUR" }, sections: ["Hall"] },
  ]);

async function onSale(): Promise<string> {
  const id = await draft();
  await publishEvent(owner.client, id);
  return id;
}

/** What is asked before the fault, so that the gateway knows who asks. */
async function known(person: Person): Promise<Person> {
  await person.client.ask("{ me { id } }");
  return person;
}
const somebody = async () => known(await signUp(supergraph.client));
const key = () => randomUUID();
const seat = () => seats.splice(20, 1)[0]!;

async function held(): Promise<{ buyer: Person; holdId: string }> {
  const buyer = await somebody();
  return { buyer, holdId: (await holdSeats(buyer.client, eventId, [seat()])).id };
}
async function placed(): Promise<{ buyer: Person; orderId: string }> {
  const { buyer, holdId } = await held();
  return { buyer, orderId: (await placeOrder(buyer.client, holdId)).id };
}
async function paid(card = "pm_card_visa"): Promise<{ buyer: Person; orderId: string; order: Data }> {
  const { buyer, orderId } = await placed();
  await payOrder(buyer.client, orderId, card);
  await supergraph.settle();
  const { order } = await buyer.client.ask(
    `query ($id: ID!) { order(id: $id) { tickets { id code } payments { refunds { id } } } }`,
    { id: orderId },
  );
  return { buyer, orderId, order };
}
async function offered(): Promise<{ buyer: Person; ticketId: string; code: string }> {
  const { buyer, order } = await paid();
  const ticketId = order.tickets[0].id;
  const { offerTicket } = await buyer.client.ask(
    `mutation ($input: OfferTicketInput!) { offerTicket(input: $input) { ... on TicketOffer { code } } }`,
    { input: { ticketId, idempotencyKey: key() } },
  );
  return { buyer, ticketId, code: offerTicket.code };
}
async function invited(): Promise<{ guest: Person; id: string; token: string }> {
  const guest = await somebody();
  const { inviteMember } = await owner.client.ask(
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on Invitation { id token } } }`,
    { input: { organizationId, email: guest.email, role: "SCANNER", idempotencyKey: key() } },
  );
  return { guest, ...inviteMember };
}

interface Asked {
  by: Client;
  variables: Record<string, unknown>;
}
const asks = ({ client }: Person, variables: Record<string, unknown>): Asked => ({ by: client, variables });
const gives = (person: Person, input: Record<string, unknown>) => asks(person, { input });

/** How each mutation comes about so that it succeeds, made anew each time. */
const MUTATIONS: Record<string, () => Promise<Asked>> = {
  acceptInvitation: async () => {
    const { guest, token } = await invited();
    return asks(guest, { token });
  },
  applyPromoCode: async () => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId, code: await createPromoCode(owner.client, eventId, { discountRate: 10_000 }) });
  },
  blockSeats: async () => asks(owner, { eventId, seatIds: [seat()] }),
  cancelEvent: async () => asks(owner, { eventId: await onSale(), reason: "ill" }),
  cancelOrder: async () => {
    const { buyer, orderId } = await placed();
    return asks(buyer, { orderId });
  },
  changeEmail: async () => gives(await somebody(), { email: `${key()}@example.org`, password: PASSWORD }),
  changePassword: async () =>
    gives(await somebody(), { currentPassword: PASSWORD, newPassword: "another horse battery" }),
  checkBooks: async () => asks(staff, {}),
  checkIn: async () => asks(owner, { code: (await paid()).order.tickets[0].code, idempotencyKey: key() }),
  createEvent: async () =>
    gives(owner, {
      organizationId,
      venueId,
      name: "Tosca",
      category: "THEATRE",
      startsAt: inDays(30),
      priceTiers: [{ name: "All", price: { amount: 4_500, currency: "EUR" }, sections: ["Hall"] }],
      idempotencyKey: key(),
    }),
  createOrganization: async () => gives(await somebody(), { name: "Stadthalle", idempotencyKey: key() }),
  createPromoCode: async () => gives(owner, { eventId, discountRate: 10_000, idempotencyKey: key() }),
  createSeries: async () => gives(owner, { organizationId, name: "Opera", idempotencyKey: key() }),
  createVenue: async () =>
    gives(owner, {
      organizationId,
      name: "Halle",
      city: "Erfurt",
      country: "DE",
      timeZone: "Europe/Berlin",
      sections: [{ name: "Floor", kind: "GENERAL_ADMISSION", capacity: 5 }],
      idempotencyKey: key(),
    }),
  decideReview: async () => {
    const { orderId } = await paid("pm_card_risky");
    const { order } = await owner.client.ask(`query ($id: ID!) { order(id: $id) { risk { id } } }`, { id: orderId });
    return asks(owner, { assessmentId: order.risk.id, decision: "ALLOW" });
  },
  deleteAccount: async () => asks(await somebody(), { password: PASSWORD }),
  deleteEvent: async () => asks(owner, { eventId: await draft(), idempotencyKey: key() }),
  endPromoCode: async () =>
    asks(owner, { eventId, code: await createPromoCode(owner.client, eventId, { discountRate: 10_000 }) }),
  extendHold: async () => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId });
  },
  holdBestAvailable: async () => gives(await somebody(), { eventId, quantity: 1, idempotencyKey: key() }),
  holdSeats: async () => gives(await somebody(), { eventId, seatIds: [seat()], idempotencyKey: key() }),
  inviteMember: async () =>
    gives(owner, { organizationId, email: `${key()}@example.org`, role: "SCANNER", idempotencyKey: key() }),
  nameTicket: async () => {
    const { buyer, order } = await paid();
    return asks(buyer, { ticketId: order.tickets[0].id, name: "Ada" });
  },
  nudgeOrder: async () => {
    const { buyer, orderId } = await placed();
    await buyer.client.ask(`mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }`, { id: orderId });
    return gives(staff, { orderId, note: "again", idempotencyKey: key() });
  },
  offerTicket: async () => {
    const { buyer, order } = await paid();
    return gives(buyer, { ticketId: order.tickets[0].id, idempotencyKey: key() });
  },
  pauseSales: async () => asks(owner, { eventId: await onSale() }),
  payOrder: async () => {
    const { buyer, orderId } = await placed();
    return gives(buyer, { orderId, paymentMethod: "pm_card_visa", idempotencyKey: key() });
  },
  placeOrder: async () => {
    const { buyer, holdId } = await held();
    return gives(buyer, { holdId, idempotencyKey: key() });
  },
  publishEvent: async () => asks(owner, { eventId: await draft() }),
  refreshSession: async () => {
    const person = await somebody();
    return asks(person, { refreshToken: person.refreshToken });
  },
  refundOrder: async () => gives(owner, { orderId: (await paid()).orderId, reason: "ill", idempotencyKey: key() }),
  releaseHold: async () => {
    const { buyer, holdId } = await held();
    return asks(buyer, { holdId });
  },
  resendTickets: async () => {
    const { buyer, orderId } = await paid();
    return gives(buyer, { orderId, idempotencyKey: key() });
  },
  restoreUser: async () => {
    const { id } = await somebody();
    await staff.client.ask(`mutation ($id: ID!) { suspendUser(userId: $id, reason: "why") { __typename } }`, { id });
    return asks(staff, { userId: id });
  },
  resumeOrganization: async () => {
    const id = await createOrganization((await somebody()).client);
    await staff.client.ask(
      `mutation ($id: ID!) { suspendOrganization(organizationId: $id, reason: "why") { __typename } }`,
      { id },
    );
    return asks(staff, { organizationId: id });
  },
  resumeSales: async () => {
    const id = await onSale();
    await owner.client.ask(`mutation ($id: ID!) { pauseSales(eventId: $id) { __typename } }`, { id });
    return asks(owner, { eventId: id });
  },
  retryRefund: async () => {
    const { buyer, orderId } = await paid("pm_card_refund_fails");
    await owner.client.ask(`mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`, {
      input: { orderId, reason: "ill", idempotencyKey: key() },
    });
    await supergraph.settle();
    const { order } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { payments { refunds { id } } } }`, {
      id: orderId,
    });
    return asks(owner, { refundId: order.payments[0].refunds[0].id });
  },
  revokeInvitation: async () => asks(owner, { invitationId: (await invited()).id }),
  setMember: async () => asks(owner, { organizationId, userId: (await somebody()).id, role: "SCANNER" }),
  setPreferences: async () => gives(await somebody(), { newsletter: true }),
  setPricing: async () => {
    const other = await createOrganization(owner.client);
    await known(owner);
    return gives(owner, { organizationId: other, expectedVersion: 0, fees: [], taxes: [] });
  },
  setSeatsAside: async () => gives(owner, { eventId, channel: "Fans", seatIds: [seat()] }),
  signIn: async () => {
    const person = await somebody();
    return gives(person, { email: person.email, password: PASSWORD });
  },
  signOut: async () => asks(await somebody(), {}),
  signUp: async () => gives(owner, { email: `${key()}@example.org`, password: PASSWORD, displayName: "Ada" }),
  suspendOrganization: async () =>
    asks(staff, { organizationId: await createOrganization((await somebody()).client), reason: "why" }),
  suspendUser: async () => asks(staff, { userId: (await somebody()).id, reason: "why" }),
  takeTicket: async () => gives(await somebody(), { code: (await offered()).code, idempotencyKey: key() }),
  unblockSeats: async () => {
    const seatIds = [seat()];
    await owner.client.ask(`mutation ($e: ID!, $s: [ID!]!) { blockSeats(eventId: $e, seatIds: $s) { __typename } }`, {
      e: eventId,
      s: seatIds,
    });
    return asks(owner, { eventId, seatIds });
  },
  useCode: async () => {
    const person = await somebody();
    const { requestEmailCode } = await person.client.ask(`mutation { requestEmailCode { id } }`);
    await supergraph.settle();
    const letter = mail.mails().findLast(({ to }) => to.includes(person.email))!;
    const [, code] = /^Subject: (\w{8}) is your code/m.exec(letter.raw.toString())!;
    return gives(person, { id: requestEmailCode.id, code, idempotencyKey: key() });
  },
  requestEmailCode: async () => asks(await somebody(), {}),
  updateEvent: async () => gives(owner, { eventId: await draft(), expectedVersion: 1, name: "Aida" }),
  updateProfile: async () => gives(await somebody(), { displayName: "Ada" }),
  uploadScans: async () => {
    const { code } = (await paid()).order.tickets[0];
    return gives(owner, { eventId, scans: [{ id: key(), code, scannedAt: new Date().toISOString() }] });
  },
  withdrawTicketOffer: async () => {
    const { buyer, ticketId } = await offered();
    return asks(buyer, { ticketId });
  },
};

/** Asks for the mutation and for what is read after it: all that its result has and that needs no argument. */
function documentOf(name: string): string {
  const field = mutations[name]!;
  const readable = (type: GraphQLObjectType, depth: number): string =>
    Object.values(type.getFields())
      .filter(({ args }) => !args.some(isRequiredArgument))
      .flatMap((one) => {
        const of = getNamedType(one.type);
        if (isLeafType(of)) return [one.name];
        return depth > 0 && isObjectType(of) && !of.name.endsWith("Connection") ? [`${one.name} { __typename }`] : [];
      })
      .join(" ");
  const result = getNamedType(field.type);
  const of = isAbstractType(result) ? schema.getPossibleTypes(result) : isObjectType(result) ? [result] : [];
  const made = of.filter(({ name: type }) => !("message" in (schema.getType(type) as GraphQLObjectType).getFields()));
  const parts = made.map((type) => `... on ${type.name} { ${readable(type, 1)} }`);
  const error = isAbstractType(result) ? "... on Error { message }" : "";
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const selection = of.length > 0 ? `{ __typename ${parts.join(" ")} ${error} }` : "";
  return `mutation ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selection} }`;
}

/** All that is written down, but for how far messages and jobs are. */
async function everything(): Promise<unknown> {
  await supergraph.settle();
  return Promise.all(
    SUBGRAPHS.map(async (name) => {
      const tables = await supergraph.query<{ name: string }>(
        name,
        `select table_name as name from information_schema.tables where table_schema = 'public'
         and table_type = 'BASE TABLE' and table_name not in ('outbox_progress', 'inbox', 'job') order by 1`,
      );
      const selects = tables.map(
        (table) =>
          `select '${table.name}' as name, count(*), md5(string_agg(md5(t::text), '' order by t::text)) from "${table.name}" t`,
      );
      const jobs = `select 'job', count(*), md5(string_agg(kind || key, '' order by kind, key)) from job`;
      return supergraph.query(name, [...selects, jobs].join(" union all "));
    }),
  );
}

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

test("every mutation is tried", () => {
  expect(Object.keys(MUTATIONS).sort()).toEqual(Object.keys(mutations).sort());
});

test.each(Object.keys(MUTATIONS))(
  "%s: whoever is told that nothing happened finds nothing, now and later",
  async (name) => {
    const document = documentOf(name);
    for (let commits = 0, answered = false; !answered && commits <= MOST_COMMITS; commits++) {
      const { by, variables } = await MUTATIONS[name]!();
      const before = await everything();
      // What follows later, from messages, is not what is asked about here.
      const relays = Object.values(supergraph.subgraphs).map(({ relay }) => relay);
      await Promise.all(relays.map((relay) => relay.pause()));
      hasDied = false;
      commitsLeft = commits === 0 ? Infinity : commits;
      if (commits === 0) die();
      const answer = await by.send(document, variables);
      commitsLeft = Infinity;
      const died = hasDied;
      await Promise.all(links.map((link) => link.restore()));
      for (const relay of relays) relay.resume();
      const told = codeOf(answer);
      if (!died) {
        expect({ name, told, data: answer.data }).toMatchObject({ told: undefined });
        expect(answer.data?.[name]).not.toHaveProperty("message");
        answered = true;
      }
      expect(told).not.toBe("INTERNAL_SERVER_ERROR");
      if (told === "UNAVAILABLE") expect({ commits, now: await everything() }).toEqual({ commits, now: before });
      if (told === "TIMEOUT") {
        let again: Answer;
        await until(async () => {
          again = await by.send(document, variables);
          // Who asks is not known to the gateway again for a moment.
          return !["TIMEOUT", "UNAVAILABLE", "FORBIDDEN"].includes(codeOf(again) ?? "");
        }, `${name} is answered when it is repeated`);
        expect([undefined, "UNAUTHENTICATED"]).toContain(codeOf(again!));
      }
    }
  },
  60_000,
);
