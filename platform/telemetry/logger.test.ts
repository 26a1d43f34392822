import { spawnSync } from "node:child_process";
import path from "node:path";

const MODULE = path.join(import.meta.dirname, "logger.ts");

test("each line of a log is one JSON object, and names its process", () => {
  const script = `import { createAccessLog, createLogger } from ${JSON.stringify(MODULE)};
    const logger = createLogger("orders", "info");
    logger.info({ orderId: "o-1", password: "never logged" }, "two\\nlines");
    logger.error(new Error("a fault"));
    logger.debug("below the level");
    const access = createAccessLog("orders", "info");
    access.line({ method: "POST", status: 200 });
    access.stop();`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const lines = stdout.trim().split("\n");
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told).toHaveLength(3);
  // The access log has a stream of its own, so that the order is not fixed.
  for (const line of [
    { level: 30, process: "orders", orderId: "o-1", password: "[redacted]", msg: "two\nlines" },
    { level: 50, process: "orders", msg: "a fault", err: expect.objectContaining({ stack: expect.any(String) }) },
    { level: 30, process: "orders", method: "POST", status: 200, msg: "request" },
  ])
    expect(told).toContainEqual(expect.objectContaining(line));
});
