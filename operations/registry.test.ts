import { publishPatiently } from "./registry.ts";
import { until } from "../testkit/until.ts";

test("a publish that fails is retried, and what needs the schemas is started once", async () => {
  const said: string[] = [];
  let [tries, started] = [0, 0];
  const publish = async () => {
    tries += 1;
    if (tries < 3) throw new Error("Timeout of the worker thread.");
  };
  const publishing = publishPatiently(
    publish,
    async () => void (started += 1),
    (line) => said.push(line),
    [1],
  );
  expect(await publishing.first).toBe(false);
  expect(said).toEqual([expect.stringMatching(/Timeout of the worker thread.*publishing is retried.*REGISTRY=off/)]);
  await until(async () => said.length === 2, "it is published");
  await publishing.stop();
  expect([tries, started, said[1]]).toEqual([3, 1, "The schemas are published."]);
});

test("stopping ends the wait for the next try", async () => {
  let tries = 0;
  const fail = async () => {
    tries += 1;
    throw new Error("no");
  };
  const publishing = publishPatiently(
    fail,
    async () => {},
    () => {},
    [60_000],
  );
  await publishing.first;
  await publishing.stop();
  expect(tries).toBe(1);
});
