// Platform staff stop the sales of an event or an organization: existing orders go on.
import { randomUUID } from "node:crypto";
import { type Client, type Data } from "../dev/client.ts";
import {
  holdSeats,
  openShow,
  payOrder,
  placeOrder,
  readOrder,
  signInAsStaff,
  signUp,
  type Person,
  type Show,
} from "../dev/scenes.ts";
import { startSupergraph, type TestSupergraph } from "../dev/supergraph.ts";

const STAFF_ID = randomUUID();
let supergraph: TestSupergraph;
let buyer: Person;
let staff: Client;
beforeAll(async () => {
  supergraph = await startSupergraph({ PLATFORM_STAFF: STAFF_ID });
  buyer = await signUp(supergraph.client);
  staff = (await signInAsStaff(supergraph, STAFF_ID)).client;
});
afterAll(() => supergraph.stop());

const change = async (client: Client, field: string, input: string, fields = ""): Promise<Data> =>
  (await client.ask(`mutation { result: ${field}(${input}) { __typename ${fields} ... on Error { message } } }`))
    .result;
const sales = (client: Client, field: "pauseSales" | "resumeSales", { eventId }: Show) =>
  change(client, field, `eventId: "${eventId}"`, "... on Event { status }");

/** Stops sales while a buyer has a hold and an unpaid order, checks what still works, and starts sales again. */
async function expectStopped(show: Show, way: { stop(): Promise<unknown>; start(): Promise<unknown> }): Promise<void> {
  const { eventId, owner } = show;
  const held = await holdSeats(buyer.client, eventId, [show.seats[0].id]);
  const ordered = await placeOrder(buyer.client, (await holdSeats(buyer.client, eventId, [show.seats[1].id])).id);
  const wanted = () =>
    change(
      buyer.client,
      "holdSeats",
      `input: { eventId: "${eventId}", seatIds: ["${show.seats[2].id}"], idempotencyKey: "${randomUUID()}" }`,
    );
  await way.stop();
  await supergraph.settle();
  expect((await wanted()).__typename).toBe("EventNotOnSale");
  const order = `input: { holdId: "${held.id}", idempotencyKey: "${randomUUID()}" }`;
  expect((await change(buyer.client, "placeOrder", order)).__typename).toBe("HoldNotActive");
  expect(await payOrder(buyer.client, ordered.id)).toMatchObject({ __typename: "Payment" });
  await supergraph.settle();
  const paid = await readOrder(buyer.client, ordered.id);
  expect(paid.status).toBe("CONFIRMED");
  // Not even the owner can start them again.
  expect((await sales(owner.client, "resumeSales", show)).__typename).toBe("SalesNotPausable");
  const { order: own } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { tickets { code } } }`, {
    id: ordered.id,
  });
  expect((await change(owner.client, "checkIn", `code: "${own.tickets[0].code}"`)).__typename).toBe("Ticket");
  await way.start();
  await supergraph.settle();
  expect((await wanted()).__typename).toBe("Hold");
}

test("sales that platform staff pause stay paused until they resume them, and existing orders are paid for and let in", async () => {
  const show = await openShow(supergraph.client);
  const stranger = await signUp(supergraph.client);
  const { errors } = await stranger.client.send(`mutation { pauseSales(eventId: "${show.eventId}") { __typename } }`);
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  await expectStopped(show, {
    stop: async () =>
      expect(await sales(staff, "pauseSales", show)).toEqual({ __typename: "Event", status: "SALES_PAUSED" }),
    start: async () =>
      expect(await sales(staff, "resumeSales", show)).toEqual({ __typename: "Event", status: "ON_SALE" }),
  });
});

test("a suspended organization sells nothing, and its managers resume the sales once it may", async () => {
  const show = await openShow(supergraph.client);
  const id = `organizationId: "${show.organizationId}"`;
  const status = "... on Organization { status }";
  await expectStopped(show, {
    stop: async () =>
      expect(await change(staff, "suspendOrganization", `${id}, reason: "fraud"`, status)).toMatchObject({
        status: "SUSPENDED",
      }),
    start: async () => {
      expect(await change(staff, "resumeOrganization", id, status)).toMatchObject({ status: "ACTIVE" });
      await supergraph.settle();
      expect(await sales(show.owner.client, "resumeSales", show)).toMatchObject({ status: "ON_SALE" });
    },
  });
});
