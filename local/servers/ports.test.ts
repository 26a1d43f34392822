import { once } from "node:events";
import { createServer } from "node:net";
import { freePorts } from "./ports.ts";

test("ports are different, free, and outside the range of ephemeral ports", async () => {
  const [taken] = await freePorts(1);
  const server = createServer();
  await once(server.listen(taken, "127.0.0.1"), "listening");
  // Once round all that there are.
  const [some, others] = [await freePorts(600), await freePorts(600)];
  server.close();
  for (const ports of [some, others]) {
    expect(new Set(ports).size).toBe(600);
    expect(ports).not.toContain(taken);
    expect(ports.filter((port) => port < 20_000 || port >= 32_000)).toEqual([]);
  }
});

test("more than there are is refused", async () => {
  await expect(freePorts(1_001)).rejects.toThrow(/Fewer than 1001 free ports/);
});
