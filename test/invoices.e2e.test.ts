// Invoices and credit notes, as organizers switch them on and buyers get them.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import {
  buy,
  createOrganization,
  holdSeats,
  openShow,
  payOrder,
  placeOrder,
  readOrder,
  setMember,
  signUp,
  type Show,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const SETTINGS = {
  isOn: true,
  prefix: "OP27",
  issuerName: "Opera GmbH",
  issuerAddress: "Theaterplatz 1\n99084 Erfurt",
  vatId: "DE123456789",
  note: "Thank you.",
};
const setInvoicing = (client: Client, input: Data) =>
  client.send(
    `mutation ($i: SetInvoicingInput!) { setInvoicing(input: $i) { __typename ... on Invoicing { isOn asksAddress prefix issuerName vatId } ... on Error { message } } }`,
    { i: input },
  );

async function showWithInvoices(): Promise<Show> {
  const show = await openShow(supergraph.client, { name: "Aida" });
  await setInvoicing(show.owner.client, { organizationId: show.organizationId, ...SETTINGS });
  return show;
}

const setAddress = async (client: Client, orderId: string, more: Data = {}): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: SetInvoiceAddressInput!) { setInvoiceAddress(input: $i) { __typename ... on Order { invoiceAddress { name company address vatId } } } }`,
      { i: { orderId, name: "Ada Lovelace", address: "Elm Street 1\nLondon", ...more } },
    )
  ).setInvoiceAddress;

const INVOICE = `id kind number corrects issuedAt issuer { name address vatId note } recipient { name address } total { amount currency } net { amount }
  taxes { name ratePercent net { amount } amount { amount } } lines { event { id } eventName description place breakdown { total { amount } } } order { id }`;
const invoicesOf = async (client: Client, orderId: string): Promise<Data> =>
  (
    await client.ask(`query ($id: ID!) { order(id: $id) { asksInvoiceAddress invoices { ${INVOICE} } } }`, {
      id: orderId,
    })
  ).order;

const refund = (client: Client, orderId: string, ticketIds?: string[]) =>
  client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId, ticketIds, reason: "ill", idempotencyKey: randomUUID() },
  });

test("a buyer gives an address, gets an invoice with taxes by rate, and a credit note for what is refunded", async () => {
  const show = await openShow(supergraph.client, { name: "Aida" });
  await show.owner.client.ask(`mutation ($i: SetPricingInput!) { setPricing(input: $i) { __typename } }`, {
    i: {
      organizationId: show.organizationId,
      expectedVersion: 0,
      fees: [],
      taxes: [{ name: "VAT", ratePercent: 7, included: true }],
    },
  });
  await setInvoicing(show.owner.client, { organizationId: show.organizationId, ...SETTINGS });
  const { event } = await show.owner.client.ask(
    `query ($id: ID!) { event(id: $id) { priceTiers { breakdown { lines { kind ratePercent } } } } }`,
    { id: show.eventId },
  );
  // Prices are fixed when an event is published: a later one has the tax.
  expect(event.priceTiers[0].breakdown.lines).toEqual([]);
  const { copyEvent } = await show.owner.client.ask(
    `mutation ($i: CopyEventInput!) { copyEvent(input: $i) { ... on CopiedEvents { events { id } } } }`,
    {
      i: {
        eventId: show.eventId,
        startsAt: [new Date(Date.now() + 50 * 86_400_000).toISOString()],
        idempotencyKey: randomUUID(),
      },
    },
  );
  const [{ id: eventId }] = copyEvent.events;
  await show.owner.client.ask(`mutation ($id: ID!) { publishEvent(eventId: $id) { __typename } }`, { id: eventId });
  const buyer = await signUp(supergraph.client);
  const seatIds = [show.seats[2].id, show.seats[3].id].map((id: string) => id.replace(show.eventId, eventId));
  const hold = await holdSeats(buyer.client, eventId, seatIds);
  const { id } = await placeOrder(buyer.client, hold.id);
  expect((await invoicesOf(buyer.client, id)).asksInvoiceAddress).toBe(true);
  expect((await setAddress(buyer.client, id)).invoiceAddress).toEqual({
    name: "Ada Lovelace",
    company: null,
    address: "Elm Street 1\nLondon",
    vatId: null,
  });
  await payOrder(buyer.client, id);
  await supergraph.settle();

  const { invoices, asksInvoiceAddress } = await invoicesOf(buyer.client, id);
  expect(asksInvoiceAddress).toBe(false);
  const { total } = await readOrder(buyer.client, id);
  expect(invoices).toHaveLength(1);
  expect(invoices[0]).toMatchObject({
    kind: "INVOICE",
    number: "OP27-000001",
    corrects: null,
    issuer: { name: "Opera GmbH", vatId: "DE123456789", note: "Thank you." },
    recipient: { name: "Ada Lovelace", address: "Elm Street 1\nLondon" },
    total,
    order: { id },
  });
  const [vat] = invoices[0].taxes;
  expect(vat).toMatchObject({ name: "VAT", ratePercent: 7, net: invoices[0].net });
  expect(invoices[0].net.amount + vat.amount.amount).toBe(total.amount);
  expect(invoices[0].lines[0]).toMatchObject({ event: { id: eventId }, eventName: "Aida", place: "Parkett, 1, 3" });
  expect((await setAddress(buyer.client, id)).__typename).toBe("InvoiceAddressClosed");

  const { tickets } = await readOrder(buyer.client, id);
  await refund(show.owner.client, id, [tickets[0].id]);
  await supergraph.settle();
  const [, note, ...more] = (await invoicesOf(buyer.client, id)).invoices;
  expect(more).toEqual([]);
  expect(note).toMatchObject({ kind: "CREDIT_NOTE", number: "OP27-000002", corrects: "OP27-000001" });
  expect(note.total.amount).toBe(-total.amount / 2);

  for (const locale of ["en", "de"]) {
    const { order } = await buyer.client.ask(
      `query ($id: ID!, $locale: String!) { order(id: $id) { invoices { pdf(locale: $locale) } } }`,
      { id, locale },
    );
    for (const { pdf } of order.invoices)
      expect(
        Buffer.from(pdf as string, "base64")
          .subarray(0, 5)
          .toString(),
      ).toBe("%PDF-");
  }
});

test("the sum of all documents is what was paid and not refunded, as the ledger says, with numbers without gaps", async () => {
  const show = await showWithInvoices();
  const buyers = await Promise.all([1, 2, 3, 4].map(() => signUp(supergraph.client)));
  const bought = await Promise.all(
    buyers.map(({ client }, index) =>
      buy(client, show.eventId, [show.seats[2 * index].id, show.seats[2 * index + 1].id]),
    ),
  );
  await supergraph.settle();
  const [first, second] = bought.map(({ order }) => order.id as string);
  const { tickets } = await readOrder(buyers[1]!.client, second!);
  await Promise.all([refund(show.owner.client, first!), refund(show.owner.client, second!, [tickets[1].id])]);
  await supergraph.settle();
  const { organization } = await show.owner.client.ask(
    `query ($id: ID!) { organization(id: $id) {
       invoicing { isOn asksAddress prefix }
       invoices(first: 4) { totalCount nodes { number kind total { amount } } pageInfo { endCursor } }
       one: invoices(number: "OP27-000003") { totalCount nodes { number } }
       statements(from: "2020-01-01T00:00:00Z", to: "2099-01-01T00:00:00Z") { capturedSum { amount } refundedSum { amount } }
     } }`,
    { id: show.organizationId },
  );
  const { organization: rest } = await show.owner.client.ask(
    `query ($id: ID!, $after: String!) { organization(id: $id) { invoices(after: $after) { nodes { number kind total { amount } } } } }`,
    { id: show.organizationId, after: organization.invoices.pageInfo.endCursor },
  );
  const all = [...organization.invoices.nodes, ...rest.invoices.nodes] as Data[];
  expect(all.map(({ number }) => number)).toEqual([6, 5, 4, 3, 2, 1].map((n) => `OP27-00000${n}`));
  expect(organization.one).toEqual({ totalCount: 1, nodes: [{ number: "OP27-000003" }] });
  expect(organization.invoicing).toEqual({ isOn: true, asksAddress: true, prefix: "OP27" });
  const [{ capturedSum, refundedSum }] = organization.statements;
  expect(all.reduce((sum, { total }) => sum + total.amount, 0)).toBe(capturedSum.amount + refundedSum.amount);
});

test("only managers set invoices, with details that make sense, and buyers see their own", async () => {
  const show = await openShow(supergraph.client);
  const [boxOffice, buyer, other] = [
    await signUp(supergraph.client),
    await signUp(supergraph.client),
    await signUp(supergraph.client),
  ];
  await setMember(show.owner.client, show.organizationId, boxOffice.id, "BOX_OFFICE");
  const input = { organizationId: show.organizationId, ...SETTINGS };
  expect((await setInvoicing(boxOffice.client, input)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  // For anyone else there is no such organization.
  expect((await setInvoicing(buyer.client, input)).data.setInvoicing.__typename).toBe("NotFound");
  for (const [field, value] of Object.entries({ prefix: "op", issuerName: " ", vatId: "123", issuerAddress: "" })) {
    const { errors } = await setInvoicing(show.owner.client, { ...input, [field]: value });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: `input.${field}` });
  }
  expect((await setInvoicing(show.owner.client, input)).data.setInvoicing).toMatchObject({ __typename: "Invoicing" });
  const { order } = await buy(buyer.client, show.eventId, [show.seats[2].id]);
  await supergraph.settle();
  const { invoices } = await invoicesOf(buyer.client, order.id);
  expect(invoices).toMatchObject([{ recipient: null, number: "OP27-000001" }]);
  expect(await invoicesOf(other.client, order.id)).toBeNull();
  const ofOrganization = async (client: Client) =>
    (
      await client.ask(`query ($id: ID!) { organization(id: $id) { invoicing { prefix } invoices { totalCount } } }`, {
        id: show.organizationId,
      })
    ).organization;
  expect(await ofOrganization(buyer.client)).toEqual({ invoicing: null, invoices: null });
  expect((await ofOrganization(boxOffice.client)).invoices.totalCount).toBe(1);
  const elsewhere = await createOrganization(other.client);
  expect((await setInvoicing(other.client, { ...input, organizationId: elsewhere })).data).toBeTruthy();
});
