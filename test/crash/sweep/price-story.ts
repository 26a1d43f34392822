// An organizer raises a price during a sale.
import { randomUUID } from "node:crypto";
import type { Data } from "../../../local/client.ts";
import { until } from "../../../testkit/until.ts";
import { REST_WITHIN_MS } from "../rest.ts";
import type { Cast } from "./cast.ts";

const EVENT = `query ($id: ID!) { event(id: $id) { version priceTiers { name price { amount currency } } } }`;
const SET = `mutation ($input: SetPricesInput!) { setPrices(input: $input) { __typename } }`;
const RAISED_BY = 100;

/** Tries until it is so, each time on the version that is there. */
export async function raisePrice({ world }: Cast): Promise<void> {
  const { eventId, owner } = world.show;
  let amount: number | undefined;
  await until(
    async () => {
      const { data }: Data = await owner.client.send(EVENT, { id: eventId }).catch(() => ({}));
      const tier = data?.event?.priceTiers[0] as Data | undefined;
      if (!tier) return false;
      amount ??= (tier.price.amount as number) + RAISED_BY;
      if (tier.price.amount === amount) return true;
      const tiers = [{ name: tier.name, price: { amount, currency: tier.price.currency } }];
      const input = { eventId, expectedVersion: data.event.version, tiers, idempotencyKey: randomUUID() };
      await owner.client.send(SET, { input }).catch(() => undefined);
      return false;
    },
    "the price is raised",
    REST_WITHIN_MS,
  );
}
