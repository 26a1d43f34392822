// Why subscriptions listen through `ChangeNotifier` and not through the library's async iterators. A failing test here means that the library
// has changed, and that its iterators may do.
import { RedisPubSub } from "graphql-redis-subscriptions";
import { Redis } from "ioredis";
import { createLogger } from "../../telemetry/logger.ts";
import { connectNotifier, notificationChannel } from "../pubsub.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

const PREFIX = "iterators";
const NOTIFICATIONS = 1_000;

let publisher: Redis;
let subscriber: Redis;
let pubsub: RedisPubSub;

beforeEach(() => {
  const { redisUrl } = serversOfThisRun();
  publisher = new Redis(redisUrl);
  subscriber = new Redis(redisUrl);
  pubsub = new RedisPubSub({ publisher, subscriber });
});

afterEach(() => {
  publisher.disconnect();
  subscriber.disconnect();
});

const channelOf = (topic: string) => notificationChannel(PREFIX, topic);
const followers = async (topic: string) =>
  Number(((await publisher.pubsub("NUMSUB", channelOf(topic))) as unknown[])[1]);

/** Begins to read, as graphql-js does: the first notification is waited for. */
async function iterate(topic: string): Promise<{ rest: AsyncIterator<unknown>; first: Promise<unknown> }> {
  const rest = pubsub.asyncIterator(channelOf(topic));
  const first = rest.next().then(({ value }) => value);
  await until(async () => (await followers(topic)) === 1, "the iterator is subscribed");
  return { rest, first };
}

test("an iterator of the library keeps every notification for a slow reader, so that each would be a read of the database", async () => {
  const { rest, first } = await iterate("busy");
  for (let n = 0; n < NOTIFICATIONS; n++) await pubsub.publish(channelOf("busy"), n);
  expect(await first).toBe(0);
  for (let n = 1; n < NOTIFICATIONS; n++) expect((await rest.next()).value).toBe(n);
  await rest.return!();
});

test("an iterator of the library does not say that notifications were lost; the notifier calls its listeners", async () => {
  const notifier = connectNotifier(serversOfThisRun().redisUrl, PREFIX, createLogger("iterators", "silent"));
  const heard: (string | undefined)[] = [];
  notifier.listen("cut", (about) => heard.push(about));
  try {
    await until(async () => (await followers("cut")) === 1, "the notifier is subscribed");
    const iterator = pubsub.asyncIterator(channelOf("cut"));
    const received: unknown[] = [];
    const reading = (async () => {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) received.push(next.value);
    })();
    await until(async () => (await followers("cut")) === 2, "both are subscribed");
    heard.length = 0;
    await publisher.multi().call("CLIENT", "KILL", "TYPE", "pubsub").publish(channelOf("cut"), "lost").exec();
    await until(async () => (await followers("cut")) === 2, "both are subscribed again");
    await until(() => heard.includes(undefined), "the notifier has told of the gap");
    await until(() => (notifier.notify("cut", "after"), received.includes("after")), "the iterator receives again");
    expect(received.filter((value) => value !== "after")).toEqual([]);
    await iterator.return!();
    await reading;
  } finally {
    await notifier.stop();
  }
});
