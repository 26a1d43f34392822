// The scene of the authorization tests: at least one of everything that is not public, and every kind of viewer.
import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { type Client, type Data } from "../../local/client.ts";
import { startMailCatcher } from "../../local/stand-ins/mail-catcher.ts";
import {
  buy,
  createEvent,
  createPromoCode,
  holdSeats,
  openShow,
  PASSWORD,
  payOrder,
  placeOrder,
  publishEvent,
  setMember,
  signIn,
  signInAsStaff,
  signUp,
  type Person,
} from "../../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../../testkit/supergraph.ts";
import { until } from "../../testkit/until.ts";
import { switchInvoicesOn } from "../invoicing.ts";
import { recordPayout } from "../payouts.ts";
import {
  addApp,
  addFactors,
  addMachines,
  eraseSomebody,
  invite,
  providersFile,
  refusedTokens,
  viewOnce,
} from "./scene/accounts.ts";
import { LIMITS } from "./scene/limits.ts";
import { openCounter, refundOf } from "./scene/counter.ts";
import { giveAddress } from "./scene/invoices.ts";
import { letterCodeOf, writeToBuyers } from "./scene/letters.ts";
import { answerQuestions, askQuestions } from "./scene/questions.ts";
import { createPackages } from "./scene/packages.ts";
import { openQueuesAndLists } from "./scene/waitlists.ts";
import { changePrices } from "./scene/prices.ts";
import type { RefusedToken, ViewerName } from "./viewers.ts";

export interface Scene {
  supergraph: TestSupergraph;
  people: Record<ViewerName, { id: string; email: string; client: Client; sessionId: string; role?: string }>;
  refusedTokens: Record<RefusedToken, string>;
  /** By the names that the expectations use. */
  ids: Record<string, string>;
  /** Codes, tokens and keys. */
  values: Record<string, string>;
  organizationId: string;
  otherOrganizationId: string;
  stop(): Promise<void>;
}

export const key = () => randomUUID();
const give = (mutation: string, type: string) =>
  `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Error { message } } }`;

export async function setScene(): Promise<Scene> {
  const staffId = randomUUID();
  const mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const supergraph = await startSupergraph({
    ...LIMITS,
    SMTP_URL: mail.smtpUrl,
    PLATFORM_STAFF: staffId,
    USERS_IDENTITY_PROVIDERS_FILE: providersFile(),
  });
  const { client: connect } = supergraph;
  const [show, otherShow] = await Promise.all([openShow(connect, { maxSeatsPerBuyer: 20 }), openShow(connect)]);
  const { organizationId, owner } = show;
  const names = ["stranger", "buyer", "otherBuyer", "holder", "manager", "boxOffice", "scanner", "auditor"] as const;
  const made = await Promise.all(names.map(async (name) => [name, await signUp(connect, name)] as const));
  const known = Object.fromEntries(made) as Record<(typeof names)[number], Person>;
  const unverified = await signUp(connect, "unverified", `${key()}@mail.example`);
  const staff = await signInAsStaff(supergraph, staffId);
  const roles = { manager: "MANAGER", boxOffice: "BOX_OFFICE", scanner: "SCANNER", auditor: "AUDITOR" } as const;
  for (const [name, role] of Object.entries(roles))
    await setMember(owner.client, organizationId, known[name as keyof typeof roles].id, role);

  await staff.client.ask(
    `mutation ($id: ID!) { suspendOrganization(organizationId: $id, reason: "fraud") { __typename } }`,
    { id: otherShow.organizationId },
  );

  await supergraph.settle();
  await owner.client.ask(`mutation ($v: ID!, $o: ID!) { shareVenue(venueId: $v, organizationId: $o) { __typename } }`, {
    v: show.venueId,
    o: otherShow.organizationId,
  });

  const outcast = await signUp(connect);
  await staff.client.ask(`mutation ($id: ID!) { suspendUser(userId: $id, reason: "fraud") { __typename } }`, {
    id: outcast.id,
  });

  const { buyer, otherBuyer, holder, manager, scanner } = known;
  const seats = show.seats.filter(({ section }) => section.name === "Parkett").map(({ id }) => id as string);
  const floor = show.seats.filter(({ section }) => section.name === "Floor").map(({ id }) => id as string);
  const seat = (count = 1) => seats.splice(0, count);
  const { eventId } = show;
  const promoCode = await createPromoCode(owner.client, eventId, { code: "HALF-OFF", discountRate: 50_000 });
  const { setSeatsAside } = await owner.client.ask(
    `mutation ($input: SetSeatsAsideInput!) { setSeatsAside(input: $input) { ... on SalesChannel { key } } }`,
    { input: { eventId, channel: "Fans", seatIds: seat() } },
  );
  const packages = await createPackages(show, otherBuyer);
  const invitation = await invite(owner, organizationId, holder.email);
  const { apiKey, device } = await addMachines(supergraph, owner, organizationId);
  const { createGate: gate } = await owner.client.ask(
    `mutation ($input: CreateGateInput!) { createGate(input: $input) { ... on Gate { id } } }`,
    { input: { eventId, name: "North", idempotencyKey: key() } },
  );
  const tiers = [{ name: "All", price: { amount: 100, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  const { createSeries: series } = await owner.client.ask(
    `mutation ($input: CreateSeriesInput!) { createSeries(input: $input) { ... on Series { id } } }`,
    { input: { organizationId, name: "Opera", idempotencyKey: key() } },
  );
  const draftId = await createEvent(owner.client, organizationId, show.venueId, tiers, { seriesId: series.id });
  await owner.client.ask(
    `mutation ($input: UpdateSeriesInput!) { updateSeries(input: $input) { ... on SeriesChange { id } } }`,
    { input: { seriesId: series.id, ageRating: "FSK 12", idempotencyKey: key() } },
  );
  const privateId = await createEvent(owner.client, organizationId, show.venueId, tiers, { visibility: "PRIVATE" });
  await publishEvent(owner.client, privateId);
  await changePrices(owner, privateId);
  const cancelledId = await createEvent(owner.client, organizationId, show.venueId, tiers);
  await publishEvent(owner.client, cancelledId);

  await switchInvoicesOn(owner.client, organizationId);
  const counter = await openCounter(known.boxOffice, organizationId, { eventId, cancelledId });
  await staff.client.ask(`mutation ($id: ID!) { pauseSales(eventId: $id) { __typename } }`, { id: cancelledId });
  await owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "ill") { __typename } }`, {
    id: cancelledId,
  });
  const withCode = async (count: number) => {
    const hold = await holdSeats(buyer.client, eventId, seat(count));
    await buyer.client.ask(`mutation ($h: ID!, $c: String) { applyPromoCode(holdId: $h, code: $c) { __typename } }`, {
      h: hold.id,
      c: promoCode,
    });
    return hold.id as string;
  };
  const order = await placeOrder(buyer.client, await withCode(3), { names: ["Ada", "Grace", "Joan"] });
  await giveAddress(buyer, order.id);
  await payOrder(buyer.client, order.id, "pm_card_risky");
  const holdId = await withCode(1);
  const open = await placeOrder(buyer.client, (await holdSeats(buyer.client, eventId, seat())).id);
  const declined = await payOrder(buyer.client, open.id, "pm_card_declined");
  const pending = await payOrder(buyer.client, open.id, "pm_card_authentication_required");
  const { order: inReview } = await buy(otherBuyer.client, eventId, seat(), "pm_card_risky");
  const { order: unlucky } = await buy(
    otherBuyer.client,
    eventId,
    [...seat(), ...floor.slice(0, 1)],
    "pm_card_refund_fails",
  );
  await supergraph.settle();

  const assessmentOf = async (id: string) =>
    (await owner.client.ask(`query ($id: ID!) { order(id: $id) { risk { id } } }`, { id })).order.risk.id as string;
  const assessmentId = await assessmentOf(order.id);
  await manager.client.ask(
    `mutation ($id: ID!) { decideReview(assessmentId: $id, decision: ALLOW, note: "looks good") { __typename } }`,
    { id: assessmentId },
  );
  await supergraph.settle();
  const bought = async (person: Person, id: string): Promise<Data> =>
    (
      await person.client.ask(
        `query ($id: ID!) { order(id: $id) { tickets { id code } payments { id refunds { id } } } }`,
        { id },
      )
    ).order;
  const { tickets, payments } = await bought(buyer, order.id);
  const [kept, handedOn, returned] = tickets as [Data, Data, Data];
  const offerOf = async (ticketId: string) =>
    (
      await buyer.client.ask(
        `mutation ($input: OfferTicketInput!) { offerTicket(input: $input) { ... on TicketOffer { code } } }`,
        { input: { ticketId, idempotencyKey: key() } },
      )
    ).offerTicket.code as string;
  const taken = await offerOf(handedOn.id);
  await holder.client.ask(give("acceptTicketOffer", "AcceptTicketOfferInput"), {
    input: { code: taken, idempotencyKey: key() },
  });
  const offered = await offerOf(kept.id);
  const refund = (orderId: string, ticketIds: string[]) =>
    owner.client.ask(give("refundOrder", "RefundOrderInput"), {
      input: { orderId, ticketIds, reason: "ill", idempotencyKey: key() },
    });
  const theirs = await bought(otherBuyer, unlucky.id);
  await refund(order.id, [returned.id]);
  await refund(unlucky.id, [theirs.tickets[0].id]);
  const scan = () => ({ id: key(), code: theirs.tickets[1].code, scannedAt: new Date().toISOString() });
  await scanner.client.ask(give("uploadScans", "UploadScansInput"), { input: { eventId, scans: [scan(), scan()] } });
  await staff.client.ask(give("retryOrder", "RetryOrderInput"), {
    input: { orderId: order.id, note: "slow", idempotencyKey: key() },
  });
  await supergraph.settle();
  await writeToBuyers(owner, eventId);
  const [question, ticketQuestion] = await askQuestions(owner, eventId);
  await supergraph.settle();
  const about = { orderId: order.id, ticketId: handedOn.id as string, question, ticketQuestion };
  await answerQuestions(buyer, holder, about);
  const entry = supergraph.provider.payments().find(({ metadata }) => metadata.order_id === order.id)!;
  supergraph.provider.warn(entry.id, "made_with_stolen_card");
  supergraph.provider.dispute({ id: "dp_1", payment: entry.id, amount: 100, reason: "fraudulent", status: "open" });
  await staff.client.ask(`mutation { reconcile { id } }`);
  await unverified.client.ask(give("changeEmail", "ChangeEmailInput"), {
    input: { email: `${key()}@mail.example`, password: PASSWORD },
  });
  const told = `query ($id: ID!) { order(id: $id) { payments { disputes { id } fraudWarning } } }`;
  await until(async () => {
    const [payment] = (await owner.client.ask(told, { id: order.id })).order.payments;
    return payment.disputes.length > 0 && payment.fraudWarning !== null;
  }, "the dispute and the warning are known");
  await supergraph.settle();
  const [check] = await supergraph.query<{ id: string }>("payments", "select id from books_check limit 1");
  await supergraph.query(
    "payments",
    `insert into books_finding (id, kind, subject, payment_id, order_id, detail, found_at, last_check_id)
     values (gen_random_uuid(), 'OPEN_TOO_LONG', $1::text, $1::uuid, $2, 'of a test', now(), $3)`,
    [payments[0].id, order.id, check!.id],
  );

  const session = String(decodeJwt((await signIn(connect, buyer)).client.token!).sid);
  const identity = await addFactors(supergraph, buyer.id, session);
  const view = await viewOnce(staff, buyer.id);
  const app = await addApp(supergraph, organizationId, buyer.id);
  await buyer.client.ask("mutation { requestDataExport { id } }");
  const erased = await eraseSomebody(connect);
  const everyone = { ...known, unverified, owner, otherOwner: otherShow.owner, staff };
  const people = Object.fromEntries(
    Object.entries(everyone).map(([name, { id, email, client }]) => {
      const sessionId = String(decodeJwt(client.token!).sid);
      const role = name === "owner" ? "OWNER" : roles[name as keyof typeof roles];
      return [name, { id, email, client, sessionId, ...(role && { role }) }];
    }),
  ) as Omit<Scene["people"], "nobody">;
  return {
    supergraph,
    people: { ...people, nobody: { id: "", email: "", client: connect(), sessionId: "" } },
    refusedTokens: await refusedTokens(supergraph, outcast, buyer.client.token!),
    organizationId,
    otherOrganizationId: otherShow.organizationId,
    ids: {
      order: order.id,
      open: open.id,
      inReview: inReview.id,
      unlucky: unlucky.id,
      hold: holdId,
      kept: kept.id,
      handedOn: handedOn.id,
      question,
      ticketQuestion,
      payment: payments[0].id,
      declined: declined.payment.id,
      pending: pending.id,
      refund: (await bought(otherBuyer, unlucky.id)).payments[0].refunds[0].id,
      ...counter,
      dueRefund: await refundOf(known.boxOffice, counter.toPayOut),
      session,
      view,
      passkey: "1-passkey-of-the-buyer",
      identity,
      app,
      payout: await recordPayout(staff, organizationId),
      assessment: assessmentId,
      waiting: await assessmentOf(inReview.id),
      invitation: invitation.id,
      apiKey: apiKey.id,
      device,
      event: eventId,
      ...packages,
      ...(await openQueuesAndLists(supergraph, show, [owner, otherShow.owner, staff, ...Object.values(known)], buyer)),
      gate: gate.id,
      entered: theirs.tickets[1].id,
      draft: draftId,
      private: privateId,
      cancelled: cancelledId,
      venue: show.venueId,
      series: series.id,
      seat: seats[0]!,
      organization: organizationId,
      suspended: otherShow.organizationId,
      buyer: buyer.id,
      manager: manager.id,
      unverified: unverified.id,
      stranger: known.stranger.id,
      outcast: outcast.id,
      erasure: erased.erasureId,
      erasureSecret: erased.secret,
      letterCode: letterCodeOf(mail, buyer.email),
    },
    values: {
      apiKey: apiKey.key,
      promoCode,
      channelKey: setSeatsAside.key,
      invitation: invitation.token,
      offered,
      code: kept.code,
    },
    stop: async () => {
      await supergraph.stop();
      await mail.stop();
    },
  };
}
