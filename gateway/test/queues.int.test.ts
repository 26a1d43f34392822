// The static document of a queue: invented events keep nobody from it.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { until } from "../../testkit/until.ts";
import { queueRoutes } from "../edge/queues.ts";

const known = randomUUID();
/** More than may wait for seating. */
const INVENTED = 400;

let seating: Server;
let gateway: Server;
let serving = 0;
let invented = 0;
let isAway = false;
const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const documentOf = (eventId: string) => fetch(`${urlOf(gateway)}/queues/${eventId}.json`);

beforeAll(async () => {
  // It never answers for an event that has no queue.
  seating = createServer((request, response) => {
    if (request.url === `/queues/${known}.json`) response.end(JSON.stringify({ serving: ++serving }));
    else if (isAway) request.destroy();
    else invented++;
  });
  const [route] = queueRoutes({
    seatingUrl: () => urlOf(seating),
    identity: { headersFor: async () => ["authorization", "Bearer gateway"] as never },
  });
  gateway = createServer((request, response) => {
    void route!.handle(request, response, new URL(request.url!, "http://gateway"));
  });
  for (const server of [seating, gateway]) await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  for (const server of [gateway, seating]) {
    server.closeAllConnections();
    server.close();
  }
});

test("requests for invented events neither delay nor drive out the document of a queue", async () => {
  const first = await documentOf(known);
  expect(await first.json()).toEqual({ serving: 1 });
  const etag = first.headers.get("etag")!;
  const url = `${urlOf(gateway)}/queues/${known}.json`;
  expect((await fetch(url, { headers: { "if-none-match": etag } })).status).toBe(304);
  const flood = Array.from({ length: INVENTED }, () => documentOf(randomUUID()).then(({ status }) => status));
  await until(() => invented > 0, "invented events are asked for");
  const isFresh = async () => ((await (await documentOf(known)).json()) as { serving: number }).serving === 2;
  await until(isFresh, "the document is fresh", 3_000);
  isAway = true;
  seating.closeAllConnections();
  const answers = await Promise.all(flood);
  expect(new Set(answers)).toEqual(new Set([503]));
  expect((await documentOf(known)).status).toBe(200);
});
