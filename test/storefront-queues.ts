// A storefront with events that have queues, and what organizers and visitors do with them.
import type { Page } from "playwright-core";
import PostalMime from "postal-mime";
import type { Data } from "../local/client.ts";
import { createEvent, createOrganization, createVenue, publishEvent, signUp, type Person } from "../local/fixtures.ts";
import { startMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { until } from "../testkit/until.ts";
import { inSeconds, joinQueue, openQueue } from "./queues.ts";
import { openShop, type Shop } from "./storefront-shop.ts";
import { typePassword } from "./storefront-visitor.ts";

export interface QueueShop extends Shop {
  owner: Person;
  /** An event on sale, with a queue that people can join. @param queue of OpenQueueInput */
  eventWithQueue(name: string, queue?: Data): Promise<string>;
  /** Does not wait for the time of the draw. */
  drawNow(eventId: string): Promise<void>;
  steer(eventId: string, change: Data): Promise<void>;
  /** Until so many ranks may enter. */
  untilServed(eventId: string, serving: number): Promise<void>;
  untilState(eventId: string, state: string): Promise<void>;
  /** A code that was mailed there. */
  codeTo(email: string): Promise<string>;
}

const STEER = `mutation ($input: SteerQueueInput!) { steerQueue(input: $input) { __typename ... on Error { message } } }`;
const QUEUE = `query ($id: ID!) { event(id: $id) { queue { serving state } } }`;
const TIERS = [
  { name: "Stalls", price: { amount: 4_500, currency: "EUR" }, sections: ["Parkett"] },
  { name: "Balcony", price: { amount: 3_000, currency: "EUR" }, sections: ["Balcony"] },
];

export async function openQueueShop(): Promise<QueueShop> {
  const mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const shop = await openShop(mail.smtpUrl);
  const { supergraph, connect } = shop;
  const owner = await signUp(connect, "Olga Owner");
  const organizationId = await createOrganization(owner.client, "Opera House");
  const rows = ["1", "2", "3", "4"].map((label) => ({ label, seats: 10 }));
  const venueId = await createVenue(owner.client, organizationId, [
    { name: "Parkett", kind: "SEATED", rows },
    { name: "Balcony", kind: "SEATED", rows },
  ]);
  const queueOf = async (eventId: string): Promise<Data> =>
    (await owner.client.ask(QUEUE, { id: eventId })).event.queue as Data;
  return {
    ...shop,
    owner,
    eventWithQueue: async (name, queue = {}) => {
      const eventId = await createEvent(owner.client, organizationId, venueId, TIERS, { name, category: "CONCERT" });
      await publishEvent(owner.client, eventId);
      return openQueue(owner, eventId, { drawAt: inSeconds(3_600), ...queue });
    },
    // The rules that were announced, with their time, are another column.
    drawNow: async (eventId) => {
      await supergraph.query(
        "seating",
        "update queue set draw_at = app_now(), next_at = app_now() where event_id = $1",
        [eventId],
      );
    },
    steer: async (eventId, change) => {
      const { steerQueue } = await owner.client.ask(STEER, { input: { eventId, ...change } });
      if (steerQueue.__typename !== "Queue") throw new Error(steerQueue.message);
    },
    untilServed: async (eventId, serving) => {
      await until(async () => (await queueOf(eventId)).serving >= serving, `${serving} may enter`);
    },
    untilState: async (eventId, state) => {
      await until(async () => (await queueOf(eventId)).state === state, `it is ${state}`);
    },
    codeTo: async (email) => {
      const codes = async () => {
        const raws = mail.mails().filter(({ to }) => to.includes(email));
        const letters = await Promise.all(raws.map(({ raw }) => PostalMime.parse(raw)));
        return letters.flatMap(({ text = "" }) => /^[2-9BCDFGHJKLMNPQRSTVWXZ]{8}$/m.exec(text)?.[0] ?? []);
      };
      await until(async () => (await codes()).length > 0, "the code has come");
      return (await codes()).at(-1)!;
    },
    stop: async () => {
      await shop.stop();
      await mail.stop();
    },
  };
}

/** Several people join and are drawn. @returns them in the order of their ranks */
export async function drawn(shop: QueueShop, eventId: string, people: readonly Person[]): Promise<Person[]> {
  for (const person of people) await joinQueue(person, eventId);
  await shop.drawNow(eventId);
  await shop.untilState(eventId, "SERVING");
  const query = `query ($id: ID!) { event(id: $id) { queue { entry { rank } } } }`;
  const ranked = await Promise.all(
    people.map(async (person) => ({
      person,
      rank: (await person.client.ask(query, { id: eventId })).event.queue.entry.rank as number,
    })),
  );
  return ranked.sort((a, b) => a.rank - b.rank).map(({ person }) => person);
}

/** From a page that asks to sign in, and back to it. */
export async function signInFrom(page: Page, shop: QueueShop): Promise<Person> {
  await page.getByRole("link", { name: "Sign in", exact: true }).click();
  const person = await typePassword(page, shop.connect);
  await page.waitForURL(/\/queue/);
  return person;
}

/** The page asks at once when it is seen again. */
export const lookAgain = (page: Page): Promise<void> =>
  page.evaluate(`document.dispatchEvent(new Event("visibilitychange"))`);

export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
