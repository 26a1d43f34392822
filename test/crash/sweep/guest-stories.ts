// Guests buy, and an account claims their orders.
import { randomUUID } from "node:crypto";
import { connectClient, type Data } from "../../../local/client.ts";
import { until } from "../../../testkit/until.ts";
import { CLAIM_ORDERS } from "../actors.ts";
import { WRONG_CODE } from "../history.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import { mailsIn, type CaughtMail } from "../snapshot.ts";
import { actorOf, type Cast } from "./cast.ts";

const CODE = /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m;

const START_GUEST = `mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) { accessToken refreshToken user { id } } }`;

/** Two guests with the buyer's address buy tickets. */
export async function purchasesOfGuests(
  cast: Cast,
  purchase: (cast: Cast, paymentMethod: string, firstSeat: number) => Promise<string>,
): Promise<string[]> {
  const { buyer, world } = cast;
  const orderIds: string[] = [];
  for (const firstSeat of [3, 6]) {
    const input = { email: buyer.email, name: "Guest" };
    const { startGuestSession: session } = await connectClient(world.url).ask(START_GUEST, { input });
    const client = connectClient(world.url, session.accessToken as string);
    const guest = {
      id: session.user.id as string,
      email: buyer.email,
      client,
      refreshToken: session.refreshToken as string,
    };
    orderIds.push(await purchase({ ...cast, buyer: guest }, "pm_card_visa", firstSeat));
  }
  return orderIds;
}

const CLAIM = /^Use this code to add orders/m;

/** Claims the orders of the guests with a mailed code, after a wrong one. */
export async function claim(cast: Cast, orderIds: string[]): Promise<void> {
  const { system, world, buyer } = cast;
  const actor = actorOf(cast, buyer);
  const certain = (input: Record<string, unknown>) =>
    actor.certain({ operation: "claim", query: CLAIM_ORDERS, field: "claimGuestOrders", input, key: randomUUID() });
  const codes = async () => (await mailsIn(system)).filter(({ to, text }) => to === buyer.email && CLAIM.test(text));
  // An unanswered request may have mailed a code, which the next request makes useless.
  for (let requests = 0; requests < 3; requests++) {
    const before = new Set((await codes()).map(({ letterId }) => letterId));
    let id = "";
    await until(
      async () => {
        const asked = "mutation { requestGuestClaim { ... on CodeSent { id } } }";
        const { data }: Data = await actor.client.send(asked).catch(() => ({}));
        id = data?.requestGuestClaim?.id ?? "";
        return id !== "";
      },
      "a code is requested",
      REST_WITHIN_MS,
    );
    const isNew = ({ letterId }: CaughtMail) => !before.has(letterId);
    await until(async () => (await codes()).some(isNew), "the code is mailed", REST_WITHIN_MS);
    await certain({ id, code: WRONG_CODE });
    const [code] = CODE.exec((await codes()).findLast(isNew)!.text)!;
    if ((await certain({ id, code }))?.__typename !== "User") continue;
    world.history.claims.push(...orderIds.map((orderId) => ({ orderId, userId: buyer.id })));
    return;
  }
  throw new Error("The orders were never claimed.");
}
