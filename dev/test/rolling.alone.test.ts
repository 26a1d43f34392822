// A rolling restart under load: every process is there twice behind what shares out connections, and one after the other is told to
// end and started again. Nobody who asks meanwhile may notice.
import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "graphql-ws";
import { Agent } from "undici";
import { WebSocket } from "ws";
import { KEEP_IDLE_MS } from "../../platform/http.ts";
import { startBalancer, type Balancer } from "../balancer.ts";
import { connectClient, type Answer, type Client } from "../client.ts";
import { isAlive } from "../pid-files.ts";
import { pidOf, withSystem } from "../passing-system.ts";
import { createDatabase } from "../postgres.ts";
import { freePorts } from "../ports.ts";
import { allSeats, buy, createEvent, createOrganization, createVenue, publishEvent, signUp } from "../scenes.ts";
import { serversOfThisRun } from "../supergraph.ts";
import type { System } from "../system.ts";
import { listedSubgraphs } from "../topology.ts";
import { until } from "../until.ts";

const names = ["gateway", ...listedSubgraphs().map(({ name }) => name)];
/** Fourteen processes and their load share a machine with other tests. */
const PATIENCE_MS = 60_000;
const ROWS = 20;
const SEATS_PER_ROW = 50;

/** Asks again and again until it is told to stop; keeps what went wrong. */
function asking(ask: () => Promise<unknown>, problems: unknown[]): () => Promise<number> {
  let isOver = false;
  let asked = 0;
  const loop = (async () => {
    while (!isOver) {
      await ask().catch((error: unknown) => problems.push(String((error as Error).cause ?? error)));
      asked += 1;
    }
  })();
  return async () => {
    isOver = true;
    await loop;
    return asked;
  };
}

async function restarted(system: System, name: string): Promise<void> {
  const before = pidOf(system, name);
  process.kill(before, "SIGTERM");
  await until(() => !isAlive(before), `${name} has ended`, PATIENCE_MS);
  await until(() => pidOf(system, name) !== before, `${name} is started again`, PATIENCE_MS);
}

async function openHall(connect: (token?: string) => Client): Promise<{ eventId: string; seatIds: string[] }> {
  const { client: owner } = await signUp(connect, "Owner");
  const organizationId = await createOrganization(owner);
  const rows = Array.from({ length: ROWS }, (_, row) => ({ label: String(row + 1), seats: SEATS_PER_ROW }));
  const venueId = await createVenue(owner, organizationId, [{ name: "Hall", kind: "SEATED", rows }]);
  const tier = { name: "All", price: { amount: 4500, currency: "EUR" }, sections: ["Hall"] };
  const eventId = await createEvent(owner, organizationId, venueId, [tier]);
  await publishEvent(owner, eventId);
  return { eventId, seatIds: (await allSeats(owner, eventId)).map(({ id }: { id: string }) => id) };
}

test("nobody notices that one process after the other is restarted", async () => {
  const [first, second, shared] = [
    await freePorts(names.length),
    await freePorts(names.length),
    await freePorts(names.length),
  ];
  const upper = (name: string) => name.toUpperCase();
  const { adminUrl, redisUrl } = serversOfThisRun();
  const suffix = `${process.pid}_${Date.now()}`;
  const databases = names.slice(1).map((name) => `boxoffice_${name}_${suffix}`);
  for (const name of databases) await createDatabase(adminUrl, { name, role: name, password: "boxoffice" });
  const env = {
    DRAIN_SECONDS: "5",
    // It is about what is lost, not about how long it takes on a machine that is busy with starting processes.
    GATEWAY_SUBGRAPH_TIMEOUT_SECONDS: "30",
    GATEWAY_OPERATION_TIMEOUT_SECONDS: "60",
    REDIS_URL: redisUrl,
    REDIS_PREFIX: `rolling-${suffix}`,
    ...Object.fromEntries(
      names
        .slice(1)
        .map((name, index) => [
          `${upper(name)}_DATABASE_URL`,
          `postgres://${databases[index]}:boxoffice@${new URL(adminUrl).host}/${databases[index]}`,
        ]),
    ),
    ...Object.fromEntries(names.map((name, index) => [`${upper(name)}_PORT`, String(first[index])])),
    ...Object.fromEntries(
      names.slice(1).map((name, index) => [`${upper(name)}_URL`, `http://127.0.0.1:${shared[index + 1]}/graphql`]),
    ),
  };
  const twins = Object.fromEntries(names.map((name, index) => [name, second[index]!]));
  const balancers: Balancer[] = await Promise.all(
    names.map((_, index) => startBalancer(shared[index]!, [first[index]!, second[index]!])),
  );
  await withSystem(
    env,
    async (system) => {
      const url = `http://127.0.0.1:${shared[0]}/graphql`;
      // Like our own clients, it keeps no connection for as long as a process is drained.
      const agent = new Agent({ keepAliveTimeout: KEEP_IDLE_MS, keepAliveMaxTimeout: KEEP_IDLE_MS });
      const connect = (token?: string): Client => connectClient(url, token, agent);
      const isReady = async (port: number) =>
        (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined))?.ok ?? false;
      for (const port of shared) await until(() => isReady(port), "the work is shared out", PATIENCE_MS);
      const { eventId, seatIds } = await openHall(connect);
      const problems: unknown[] = [];
      const answered = ({ errors = [] }: Answer) =>
        void problems.push(...errors.map(({ message, extensions }) => ({ message, code: extensions.code })));

      const reading = Array.from({ length: 3 }, () =>
        asking(
          async () =>
            answered(
              await connect().send(
                `query ($id: ID!) { event(id: $id) { name venue { name } availability { available } seats(first: 5) { nodes { status } } } }`,
                { id: eventId },
              ),
            ),
          problems,
        ),
      );
      let next = 0;
      const bought: string[] = [];
      const buying = Array.from({ length: 2 }, () =>
        asking(async () => {
          const buyer = await signUp(connect);
          const { order, payment } = await buy(buyer.client, eventId, [seatIds[next++]!]);
          if (payment.__typename !== "Payment") throw new Error(payment.message);
          bought.push(order.id);
        }, problems),
      );
      // A page of a gateway that goes away connects to another one by itself.
      const sockets = createClient({
        url: url.replace("http", "ws"),
        webSocketImpl: WebSocket,
        retryAttempts: 100,
        shouldRetry: () => true,
        retryWait: () => delay(50),
      });
      const heard = new Set<string>();
      let cursor: string | null = null;
      const following = asking(
        () =>
          new Promise<void>((resolve) => {
            sockets.subscribe<{ seatsChanged: { cursor: string; seats: { id: string }[] } }>(
              {
                query: `subscription ($id: ID!, $after: String) { seatsChanged(eventId: $id, after: $after) { cursor seats { id } } }`,
                variables: { id: eventId, after: cursor },
              },
              {
                next: ({ data }) => {
                  if (!data) return;
                  cursor = data.seatsChanged.cursor;
                  for (const { id } of data.seatsChanged.seats) heard.add(id);
                },
                // Told that it can't go on without a gap: it asks for what came since.
                error: () => resolve(),
                complete: () => resolve(),
              },
            );
          }),
        problems,
      );
      await until(() => bought.length > 0, "somebody has bought", PATIENCE_MS);

      for (const [index, name] of names.entries())
        for (const [instance, port] of [
          [name, first[index]!],
          [`${name}-2`, second[index]!],
        ] as const) {
          await restarted(system, instance);
          await until(() => isReady(port), `${instance} can be used again`, PATIENCE_MS);
          // As long as whoever shares out the work needs to see that.
          await delay(300);
        }

      const asked = (await Promise.all(reading.map((stop) => stop()))).reduce((sum, n) => sum + n, 0);
      const purchases = (await Promise.all(buying.map((stop) => stop()))).reduce((sum, n) => sum + n, 0);
      expect(problems).toEqual([]);
      expect(asked).toBeGreaterThan(100);
      expect(bought).toHaveLength(purchases);
      const wanted = seatIds.slice(0, next);
      await until(
        () => wanted.every((id) => heard.has(id)),
        "whoever follows has heard of every seat that somebody took",
        PATIENCE_MS,
      );
      await Promise.all([sockets.dispose(), following(), agent.close()]);
    },
    { twins },
  ).finally(() => Promise.all(balancers.map((balancer) => balancer.stop())));
}, 600_000);
