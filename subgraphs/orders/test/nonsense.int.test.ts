// Malformed IDs are answered like unknown ones, malformed days are refused: neither reaches the database as an error.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => orders.stop());

test.each(["x", "", "\u0000", "0".repeat(36), "1".repeat(10_000)])(
  "an order of the hold %j is NotFound",
  async (holdId) => {
    const { data, errors } = await orders.as(
      { userId: randomUUID(), verified: true },
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }`,
      { input: { holdId, idempotencyKey: "k" } },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ placeOrder: { __typename: "NotFound" } });
  },
);

test.each(["0000-01-01", "1969-12-31", "2027-02-30", "10000-01-01", "today"])(
  "sales of the day %j are BAD_USER_INPUT",
  async (day) => {
    const organizationId = randomUUID();
    const viewer = { userId: randomUUID(), memberships: { [organizationId]: "OWNER" } };
    for (const name of ["from", "to"]) {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { sales(${name}: "${day}") { totalCount } } } }`;
      const { errors } = await orders.as(viewer, query, { r: [{ __typename: "Organization", id: organizationId }] });
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", field: name } }]);
    }
  },
);
