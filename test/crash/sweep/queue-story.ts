// A queue with room for one person: three join with a proof of work, again and again, one leaves, and the draw happens. Two come late. One buys,
// the next waits for that, and the organizer pauses, resumes and closes.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient, type Data } from "../../../local/client.ts";
import { signUp, type Person } from "../../../local/fixtures.ts";
import { until } from "../../../testkit/until.ts";
import { solve } from "../../../testkit/proof-of-work.ts";
import { createRandom } from "../../../testkit/random.ts";
import { Actor, HOLD_SEATS, PAY, PLACE } from "../actors.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { actorOf, type Cast } from "./cast.ts";

const OPEN = `mutation ($input: OpenQueueInput!) { openQueue(input: $input) { __typename ... on Error { message } } }`;
const OPENED = ["Queue", "QueueExists", "IdempotencyKeyReused"];
/** Long enough for three people to join, also after a process has died. */
const DRAW_AFTER_MS = 6_000;
const TRY_AGAIN_MS = 200;

export interface QueuePeople {
  joining: Person[];
  late: Person;
}

export async function peopleForQueue({ world, buyer }: Cast): Promise<QueuePeople> {
  const open = (token?: string) => connectClient(world.url, token);
  const [second, third, late] = await Promise.all(["Ben", "Cem", "Dora"].map((name) => signUp(open, name)));
  return { joining: [buyer, second!, third!], late: late! };
}

/** The date of a draw is refused once it is past, so each try has another one; the first that was stored counts. */
async function openQueue({ world: { show } }: Cast): Promise<void> {
  const idempotencyKey = randomUUID();
  await until(
    async () => {
      const drawAt = new Date(Date.now() + DRAW_AFTER_MS).toISOString();
      const input = {
        eventId: show.eventId,
        drawAt,
        maxActive: 1,
        admissionSeconds: 60,
        proofOfWork: true,
        reviewSeconds: 60,
        idempotencyKey,
      };
      const answer = await show.owner.client.send(OPEN, { input }).catch(() => undefined);
      return OPENED.includes(answer?.data?.openQueue?.__typename as string);
    },
    "the queue is opened",
    REST_WITHIN_MS,
    TRY_AGAIN_MS,
  );
}

/** People do these as often as they like: they have no key. */
function requestOf(eventId: string, operation: "leave" | "enter", key: string) {
  const [field, type, fields] = {
    leave: ["leaveQueue", "QueueEntry", "id state"],
    enter: ["enterSale", "Admission", "token"],
  }[operation] as [string, string, string];
  const query = `mutation { ${field}(eventId: "${eventId}") { __typename ... on ${type} { ${fields} } ... on Error { message } } }`;
  return { operation, query, field, input: { eventId }, key, hasNoKey: true } as const;
}

/** Of a person who has not joined. Undefined if no proof is asked for. */
async function proofFor({ client }: Person, eventId: string): Promise<string | undefined> {
  const query = `mutation { joinQueue(eventId: "${eventId}") { __typename ... on ProofOfWorkRequired { challenge } } }`;
  let answer: Data | undefined;
  await until(
    async () => {
      const sent = await client.send(query).catch(() => undefined);
      answer = sent?.data?.joinQueue as Data | undefined;
      return answer != null;
    },
    "a challenge, or a place",
    REST_WITHIN_MS,
    TRY_AGAIN_MS,
  );
  return answer!.__typename === "ProofOfWorkRequired" ? solve(String(answer!.challenge)) : undefined;
}

/** @param proof of work, which is of no use to anybody but `of` */
function joinOf(eventId: string, key: string, { proof, of }: { proof: string | undefined; of: Person }) {
  const query = `mutation { joinQueue(eventId: "${eventId}"${proof === undefined ? "" : `, proofOfWork: "${proof}"`}) {
    __typename ... on QueueEntry { id rank state } ... on Error { message } } }`;
  const input = { eventId, proofOf: of.id };
  return { operation: "join", query, field: "joinQueue", input, key, hasNoKey: true } as const;
}

/** The newest token counts, so an answered request must not be sent once more. */
const entering = ({ world }: Cast, person: Person) => new Actor(world, person, createRandom(1), 0);

async function enter(cast: Cast, person: Person): Promise<Data | undefined> {
  return entering(cast, person).certain(requestOf(cast.world.show.eventId, "enter", randomUUID()));
}

async function entered(cast: Cast, person: Person): Promise<string> {
  let token: string | undefined;
  await until(
    async () => {
      const answer = await enter(cast, person);
      if (answer?.__typename === "Admission") token = String(answer.token);
      return token !== undefined;
    },
    "the person is inside",
    REST_WITHIN_MS,
    TRY_AGAIN_MS,
  );
  return token!;
}

async function buy(cast: Cast, person: Person): Promise<void> {
  const { eventId, seats } = cast.world.show;
  const actor = actorOf(cast, person);
  const seatIds = seats.slice(3, 5).map(({ id }: Data) => String(id));
  let held: Data | undefined;
  await until(
    async () => {
      // A request that was thought to be lost may have replaced the token.
      const input = { eventId, seatIds, admission: await entered(cast, person) };
      held = await actor.certain({
        operation: "hold",
        query: HOLD_SEATS,
        field: "holdSeats",
        input,
        key: randomUUID(),
      });
      return held?.__typename !== "AdmissionRequired";
    },
    "the seats are held",
    REST_WITHIN_MS,
    TRY_AGAIN_MS,
  );
  const placing = { operation: "place", query: PLACE, field: "placeOrder", input: { holdId: held!.id } } as const;
  const order = await actor.certain({ ...placing, key: randomUUID() });
  if (order?.__typename !== "Order") throw new Error(`The order was not placed: ${order?.__typename}`);
  const input = { orderId: order.id, paymentMethod: "pm_card_visa" };
  await actor.certain({ operation: "pay", query: PAY, field: "payOrder", input, key: randomUUID() });
  await actor.untilSettled(String(order.id));
}

async function steer(cast: Cast, action: "PAUSE" | "RESUME" | "CLOSE"): Promise<void> {
  const { owner, eventId } = cast.world.show;
  const query = `mutation { steerQueue(input: { eventId: "${eventId}", action: ${action} }) { __typename ... on Error { message } } }`;
  const asked = { operation: "steer", query, field: "steerQueue", input: { eventId, action }, key: action } as const;
  const answer = await actorOf(cast, owner).certain({ ...asked, hasNoKey: true });
  if (answer?.__typename !== "Queue") throw new Error(`The queue can't ${action}: ${answer?.__typename}`);
}

/** Null before the draw, and where there is no answer. */
async function rankOf({ world: { show } }: Cast, { client }: Person): Promise<number | null> {
  const query = `query ($id: ID!) { event(id: $id) { queue { state entry { rank } } } }`;
  const answer = await client.send(query, { id: show.eventId }).catch(() => undefined);
  const queue = answer?.data?.event?.queue as Data | undefined;
  return queue?.state === "SERVING" ? (queue.entry?.rank as number | null) : null;
}

export async function queueUp(cast: Cast, { joining, late }: QueuePeople): Promise<void> {
  const { eventId } = cast.world.show;
  const [first, second, leaver] = joining as [Person, Person, Person];
  const proofs = new Map<string, string | undefined>();
  const join = async (person: Person, of = person) => {
    if (!proofs.has(of.id)) proofs.set(of.id, await proofFor(of, eventId));
    const work = { proof: proofs.get(of.id), of };
    return actorOf(cast, person).certain(joinOf(eventId, `join ${person.id} by ${of.id}`, work));
  };
  await openQueue(cast);
  await join(leaver, first);
  await Promise.all([first, second, first, second, first, leaver].map((person) => join(person)));
  await actorOf(cast, leaver).certain(requestOf(eventId, "leave", `leave ${leaver.id}`));
  const ranks = new Map<string, number>();
  await until(
    async () => {
      for (const person of [first, second]) ranks.set(person.id, (await rankOf(cast, person)) ?? Infinity);
      return [...ranks.values()].every(Number.isFinite);
    },
    "the draw",
    REST_WITHIN_MS,
    TRY_AGAIN_MS,
  );
  // One after the other: their ranks differ.
  await join(late);
  await join(leaver);
  await Promise.all([late, leaver].map((person) => enter(cast, person)));
  const [one, other] = [first, second].toSorted((a, b) => ranks.get(a.id)! - ranks.get(b.id)!) as [Person, Person];
  await buy(cast, one);
  await entered(cast, other);
  // There is no room.
  await Promise.all([one, one].map((person) => enter(cast, person)));
  await steer(cast, "PAUSE");
  await Promise.all([one, late].map((person) => enter(cast, person)));
  await steer(cast, "RESUME");
  await delay(TRY_AGAIN_MS);
  await steer(cast, "CLOSE");
}
