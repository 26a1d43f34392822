// What a subgraph sends when it asks another.
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mock } from "node:test";
import { createServiceClient } from "./service-client.ts";

test("one token serves many requests, and not for long", async () => {
  const tokens: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    tokens.push(request.headers.authorization);
    response.end(JSON.stringify({ data: {} }));
  }).listen(0);
  await once(server, "listening");
  const client = createServiceClient({
    signer: { name: "orders", key: generateKeyPairSync("ed25519").privateKey },
    subgraph: "seating",
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  const begun = Date.now();
  mock.timers.enable({ apis: ["Date"], now: begun });
  try {
    // In the last two the clock was set back and forth.
    for (const seconds of [0, 4, 10, 9, -3_600]) {
      mock.timers.setTime(begun + seconds * 1_000);
      await client.ask("{ __typename }", {});
    }
  } finally {
    mock.timers.reset();
    await client.stop();
    server.close();
  }
  const [first, soon, later, back, longBack] = tokens;
  expect(soon).toBe(first);
  expect(later).not.toBe(first);
  expect(back).toBe(later);
  expect(longBack).not.toBe(later);
});
