// `npm run demo`: a complete sale on the running system, printed step by step. Two buyers race for one pair of seats; a card is declined;
// an order is reviewed; tickets are scanned and refunded.
import { randomUUID } from "node:crypto";
import QRCode from "qrcode";
import { connectClient, type Client, type Data } from "./client.ts";
import { followSeatMap } from "./seat-map.ts";
import { allSeats, holdBestAvailable, holdSeats, ORDER, payOrder, placeOrder, readOrder } from "./fixtures.ts";
import { PASSWORD, PEOPLE } from "./people.ts";
import { readHall } from "./seed.ts";
import { portsOf } from "../operations/topology.ts";

const URL = `http://localhost:${portsOf(process.env).GATEWAY_PORT}/graphql`;
const clients: Client[] = [];
const say = (line = "") => console.log(line);

function connect(token?: string): Client {
  const client = connectClient(URL, token);
  clients.push(client);
  return client;
}

async function signIn({ email, displayName }: { email: string; displayName: string }): Promise<Client> {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Session { accessToken } ... on Error { message } } }`;
  const { signIn: session } = await connect().ask(query, { input: { email, password: PASSWORD } });
  if (session.__typename !== "Session") throw new Error(`${displayName} can't sign in: ${session.message}`);
  return connect(session.accessToken);
}

const place = (seat: Data) => `${seat.section.name}, row ${seat.row}, seat ${seat.number}`;
const euro = ({ amount, currency }: Data) => `${(amount / 100).toFixed(2)} ${currency}`;

/** Follows an order until it is in one of these states. */
async function until(client: Client, orderId: string, ...statuses: string[]): Promise<Data> {
  const feed = client.subscribe(`subscription ($id: ID!) { orderChanged(orderId: $id) { status } }`, { id: orderId });
  await feed.until((messages) => statuses.includes(messages.at(-1)?.orderChanged.status), 30_000);
  feed.stop();
  return readOrder(client, orderId);
}

async function findHallEvent(client: Client): Promise<Data> {
  const { events } = await client.ask(
    `query ($text: String) { events(filter: { text: $text }, first: 1) { nodes { id name startsAt venue { name city } } } }`,
    { text: readHall().name },
  );
  if (events.nodes.length === 0)
    throw new Error("The demo event is missing: start the system with `npm start`, which creates it.");
  return events.nodes[0];
}

/** Two adjacent free seats in the middle block. */
function freePair(seats: Data[]): [Data, Data] {
  const free = seats.filter(
    (seat) => seat.section.name === "Block E" && seat.status === "AVAILABLE" && !seat.wheelchair,
  );
  const left = free.find(
    (seat) =>
      Number(seat.number) >= 9 &&
      free.some((other) => other.row === seat.row && Number(other.number) === Number(seat.number) + 1),
  );
  const right = free.find((seat) => left && seat.row === left.row && Number(seat.number) === Number(left.number) + 1);
  if (!left || !right) throw new Error("Block E is sold out: the demo needs two adjacent free seats.");
  return [left, right];
}

async function race(
  bea: Client,
  ben: Client,
  event: Data,
  pair: [Data, Data],
): Promise<{ winner: Client; loser: Client; hold: Data }> {
  const ids = pair.map((seat) => seat.id);
  const [first, second] = await Promise.all([holdSeats(bea, event.id, ids), holdSeats(ben, event.id, ids)]);
  const beaWins = first.__typename === "Hold";
  const [won, lost] = beaWins ? [first, second] : [second, first];
  say(`  ${beaWins ? "Bea" : "Ben"} gets them: held until ${won.expiresAt}, ${euro(won.total)}.`);
  say(`  ${beaWins ? "Ben" : "Bea"} does not: ${lost.__typename} – ${lost.message}`);
  return { winner: beaWins ? bea : ben, loser: beaWins ? ben : bea, hold: won };
}

async function sellWithSecondCard(winner: Client, hold: Data): Promise<Data> {
  const order = await placeOrder(winner, hold.id);
  say(`  Order ${order.number} over ${euro(order.total)}.`);
  const declined = await payOrder(winner, order.id, "pm_card_declined");
  say(`  First card: ${declined.__typename} (${declined.code}). The order still awaits payment.`);
  const paid = await payOrder(winner, order.id, "pm_card_visa");
  say(`  Second card: ${paid.status}.`);
  const confirmed = await until(winner, order.id, "CONFIRMED");
  say(`  ${confirmed.history.map((step: Data) => step.status).join(" → ")}`);
  for (const ticket of confirmed.tickets) {
    say(`  Ticket for row ${ticket.seat.row}, seat ${ticket.seat.number}:`);
    say(await QRCode.toString(ticket.code, { type: "terminal", small: true, errorCorrectionLevel: "L" }));
  }
  return confirmed;
}

async function sellAfterReview(loser: Client, owner: Client, hold: Data): Promise<Data> {
  const order = await placeOrder(loser, hold.id);
  await payOrder(loser, order.id, "pm_card_risky");
  await until(loser, order.id, "IN_REVIEW");
  const { order: seen } = await owner.ask(ORDER, { id: order.id });
  say(
    `  Order ${seen.number} needs a review: ${seen.risk.reasons.map((reason: Data) => reason.code).join(", ")} (score ${seen.risk.score}).`,
  );
  const decide = `mutation ($id: ID!) { decideReview(assessmentId: $id, decision: ALLOW, note: "Known customer.") { __typename ... on Error { message } } }`;
  await owner.ask(decide, { id: seen.risk.id });
  const confirmed = await until(loser, order.id, "CONFIRMED");
  say(`  Olga decides ALLOW: ${confirmed.history.map((step: Data) => step.status).join(" → ")}`);
  return confirmed;
}

async function scanTwice(scanner: Client, code: string): Promise<void> {
  const scan = async () =>
    (
      await scanner.ask(
        `mutation ($code: String!) { checkIn(code: $code) { __typename ... on Ticket { status } ... on Error { message } } }`,
        { code },
      )
    ).checkIn;
  const first = await scan();
  say(`  First scan: ${first.__typename} ${first.status}. Come in!`);
  const second = await scan();
  say(`  Second scan: ${second.__typename} – ${second.message}`);
}

async function refund(boxOffice: Client, order: Data): Promise<void> {
  const { refundOrder } = await boxOffice.ask(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename ... on Order { status refunded { amount currency } } ... on Error { message } } }`,
    { input: { orderId: order.id, reason: "The buyer fell ill.", idempotencyKey: randomUUID() } },
  );
  say(`  ${order.number}: ${refundOrder.status}, ${euro(refundOrder.refunded)} go back.`);
}

async function tell(): Promise<void> {
  const [bea, ben, owner, boxOffice, scanner] = await Promise.all(
    [PEOPLE.bea, PEOPLE.ben, PEOPLE.owner, PEOPLE.boxOffice, PEOPLE.scanner].map(signIn),
  );
  const event = await findHallEvent(bea!);
  say(`${event.name}, ${event.startsAt}, ${event.venue.name} in ${event.venue.city}`);
  const map = await followSeatMap(connect(), event.id, say);
  const pair = freePair(await allSeats(bea!, event.id));

  say(`\n1. Bea and Ben want the same two seats at the same time: ${pair.map(place).join(" and ")}.`);
  const { winner, loser, hold } = await race(bea!, ben!, event, pair);
  await map.until(pair[0].id, "HELD");

  say("\n2. The loser takes the best seats left.");
  const best = await holdBestAvailable(loser, event.id, 2);
  say(`  ${best.seats.map(place).join(" and ")}, ${euro(best.total)}.`);
  await map.until(best.seats[0].id, "HELD");

  say("\n3. The winner pays. The first card is declined.");
  const sold = await sellWithSecondCard(winner, hold);
  await map.until(pair[0].id, "SOLD");

  say("\n4. The other order looks risky and needs a review.");
  const reviewed = await sellAfterReview(loser, owner!, best);
  await map.until(best.seats[0].id, "SOLD");

  say("\n5. Check-in at the entrance.");
  await scanTwice(scanner!, sold.tickets[0].code);

  say("\n6. A refund: the tickets are cancelled, the money goes back, and the seats are on sale again.");
  await refund(boxOffice!, reviewed);
  await map.until(best.seats[0].id, "AVAILABLE");
  map.stop();
  say("\nThe end: no seat sold twice, no card charged twice, nothing lost.");
}

try {
  await tell();
} catch (error) {
  const { message, cause } = error as Error;
  const away = (cause as { code?: string } | undefined)?.code === "ECONNREFUSED";
  console.error(away ? `No system answers at ${URL}: start the system with \`npm start\` first.` : message);
  process.exitCode = 1;
} finally {
  await Promise.all(clients.map((client) => client.close()));
}
