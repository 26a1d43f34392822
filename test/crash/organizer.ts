// The organizer's people, who refund and decide reviews while the system dies around them.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Data } from "../../local/client.ts";
import type { Person } from "../../local/fixtures.ts";
import type { Random } from "../../testkit/random.ts";
import { Actor, REFUND, type World } from "./actors.ts";

const now = () => performance.now();

/** Refunds what was sold, so that there is always something to buy, and decides most reviews. */
export async function organizer(world: World, owner: Person, random: Random): Promise<void> {
  const actor = new Actor(world, owner, random);
  while (!world.over.aborted) {
    await delay(200 + random.below(400));
    await decideReviews(world, actor, random);
    const answer = await owner.client
      .send(
        `query ($id: ID!) { organization(id: $id) { orders(first: 50) { nodes { id status tickets { id status } } } } }`,
        { id: world.show.organizationId },
      )
      .catch(() => undefined);
    const sold = ((answer?.data?.organization?.orders?.nodes as Data[] | undefined) ?? []).filter(({ status }) =>
      ["CONFIRMED", "PARTIALLY_REFUNDED"].includes(status),
    );
    if (sold.length < 3) continue;
    const order = random.pick(sold);
    const live = (order.tickets as Data[]).filter(({ status }) => status !== "CANCELLED");
    const ticketIds = random.chance(0.5) && live.length > 1 ? [random.pick(live).id as string] : undefined;
    const input = { orderId: order.id as string, reason: "Changed plans", ...(ticketIds ? { ticketIds } : {}) };
    await actor.certain({ operation: "refund", query: REFUND, field: "refundOrder", input, key: randomUUID() });
  }
}

async function decideReviews({ show, history }: World, { client, person }: Actor, random: Random): Promise<void> {
  const waiting = await client
    .send(`query ($id: ID!) { riskReviews(organizationId: $id, first: 20) { nodes { id order { id } } } }`, {
      id: show.organizationId,
    })
    .catch(() => undefined);
  for (const review of (waiting?.data?.riskReviews?.nodes as Data[] | undefined) ?? []) {
    if (random.chance(0.3)) continue; // its deadline decides
    const decision = random.chance(0.6) ? "ALLOW" : "BLOCK";
    const begunAt = now();
    const answer = await client
      .send(
        `mutation ($id: ID!, $decision: RiskDecision!) { decideReview(assessmentId: $id, decision: $decision) { __typename ... on RiskAssessment { id decision } } }`,
        { id: review.id, decision },
      )
      .catch(() => undefined);
    history.attempts.push({
      who: person.id,
      operation: "decide",
      key: `${review.id} ${decision}`,
      input: { assessmentId: review.id, decision },
      begunAt,
      endedAt: now(),
      answer: answer?.data?.decideReview ?? null,
      code: answer ? answer.errors?.[0]?.extensions.code : "no answer",
    });
  }
}
