// Asks for the same few things again and again, each with little patience: the longest time without success is how long they were away.
import { setTimeout as delay } from "node:timers/promises";
import { connectClient } from "../../../local/client.ts";
import { follow, openHall } from "../../../testkit/load-generator.ts";
import { prepare } from "../../../local/preparations.ts";
import { buy, holdSeats, readOrder, signUp } from "../../../local/fixtures.ts";

const PAUSE_MS = 50;
const PATIENCE_MS = 3_000;
/** A ticket takes several requests and messages, and one more after what was not answered. */
const TICKET_WITHIN_MS = 40_000;
/** Several of a kind, so that some of them come to whichever of two is away. */
const OF_A_KIND = 3;

/** Longest time without success in ms, by request. */
export type Gaps = Record<string, number>;

export interface Probe {
  /** Starts a new measurement. */
  begin(): void;
  /** Waits until all works again for everybody. @returns what was measured since the beginning */
  end(): Promise<Gaps>;
  stop(): Promise<void>;
}

export async function startProbe(url: string, gateways: string[]): Promise<Probe> {
  const connect = (token?: string) => connectClient(url, token);
  const { eventId, seatIds } = await prepare(() => openHall(connect));
  const people: { what: string; worked: number; gap: number }[] = [];
  let isOver = false;

  /** Returns a function to call at each success. */
  function somebody(what: string): () => void {
    const person = { what, worked: performance.now(), gap: 0 };
    people.push(person);
    return () => {
      const at = performance.now();
      person.gap = Math.max(person.gap, at - person.worked);
      person.worked = at;
    };
  }

  async function repeatedly(
    what: string,
    withinMs: number,
    ask: (isLate: () => boolean) => Promise<void>,
  ): Promise<void> {
    const works = somebody(what);
    while (!isOver) {
      const deadline = performance.now() + withinMs;
      const isLate = () => performance.now() > deadline;
      const done = ask(isLate).then(
        () => true,
        () => false,
      );
      if (await Promise.race([done, delay(withinMs, false)])) works();
      await delay(PAUSE_MS);
    }
  }

  const READ = `query ($id: ID!) { event(id: $id) { name venue { name } availability { available } } }`;
  const asking: Promise<void>[] = [];
  let next = 0;
  for (let n = 0; n < OF_A_KIND; n++) {
    asking.push(
      repeatedly("read", PATIENCE_MS, async () => {
        const { errors } = await connect().send(READ, { id: eventId });
        if (errors) throw new Error(errors[0]!.message);
      }),
    );
    const holder = await signUp(connect);
    asking.push(
      repeatedly("hold", PATIENCE_MS, async () => {
        const held = await holdSeats(holder.client, eventId, [seatIds[next++ % seatIds.length]!]);
        await holder.client.ask(`mutation ($id: ID!) { releaseHold(holdId: $id) { __typename } }`, { id: held.id });
      }),
    );
  }
  asking.push(
    repeatedly("ticket", TICKET_WITHIN_MS, async (isLate) => {
      const buyer = await signUp(connect);
      const { order } = await buy(buyer.client, eventId, [seatIds[next++ % seatIds.length]!]);
      while ((await readOrder(buyer.client, order.id)).status !== "CONFIRMED" && !isLate()) await delay(PAUSE_MS);
    }),
  );
  const followers = gateways.map((gateway, n) => follow(gateway, eventId, somebody(`live at gateway ${n + 1}`)));
  followers.push(follow(url, eventId, somebody("live at either")));

  return {
    begin: () => {
      for (const person of people) Object.assign(person, { worked: performance.now(), gap: 0 });
    },
    end: async () => {
      const asked = performance.now();
      const isAway = () => people.some(({ worked }) => worked < asked);
      for (const deadline = asked + 120_000; isAway() && performance.now() < deadline;) await delay(PAUSE_MS);
      const gaps: Gaps = {};
      for (const { what, gap } of people) gaps[what] = Math.max(gaps[what] ?? 0, Math.round(gap));
      if (isAway()) throw new Error(`Did not come back: ${JSON.stringify(gaps)}`);
      return gaps;
    },
    stop: async () => {
      isOver = true;
      await Promise.all([...asking, ...followers.map(({ stop }) => stop())]);
    },
  };
}
