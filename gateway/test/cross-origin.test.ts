import { createLogger } from "../../platform/telemetry/logger.ts";
import { listen } from "../../platform/http/http.ts";
import { createCrossOrigin } from "../edge/cross-origin.ts";

test("only pages of the listed origins and of the gateway itself may read answers", async () => {
  const crossOrigin = createCrossOrigin(["https://shop.example"], ["gateway.example"]);
  const { port, stop } = await listen({
    host: "127.0.0.1",
    port: 0,
    logger: createLogger("gateway", "silent"),
    routes: [
      {
        method: "POST",
        path: "/graphql",
        handle: (request, response) => {
          crossOrigin.allow(request, response);
          response.end("{}");
        },
      },
      { method: "OPTIONS", path: "/graphql", handle: crossOrigin.preflight },
    ],
  });
  const own = `http://127.0.0.1:${port}`;
  try {
    for (const [origin, isAllowed] of [
      ["https://shop.example", true],
      [own, true],
      ["https://evil.example", false],
      ["http://shop.example", false],
      ["https://shop.example.evil.example", false],
      ["null", false],
    ] as const)
      for (const method of ["POST", "OPTIONS"]) {
        const { headers } = await fetch(`${own}/graphql`, { method, headers: { origin } });
        expect([
          origin,
          method,
          headers.get("access-control-allow-origin"),
          headers.get("access-control-allow-credentials"),
        ]).toEqual([origin, method, ...(isAllowed ? [origin, "true"] : [null, null])]);
        expect([origin, method, headers.get("access-control-allow-methods")]).toEqual([
          origin,
          method,
          isAllowed && method === "OPTIONS" ? "GET, POST, DELETE" : null,
        ]);
      }
  } finally {
    await stop();
  }
});
