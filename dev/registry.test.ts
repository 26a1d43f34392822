import { publishPatiently } from "./registry.ts";
import { until } from "./until.ts";

test("what can't be published at once is published later, once, and what needs it is started then", async () => {
  const said: string[] = [];
  let [tries, started] = [0, 0];
  const publish = async () => {
    tries += 1;
    if (tries < 3) throw new Error("It took too long.");
  };
  const publishing = publishPatiently(
    publish,
    async () => void (started += 1),
    (line) => said.push(line),
    [1],
  );
  await publishing.first;
  expect(said).toEqual([expect.stringMatching(/It took too long.*selling goes on.*REGISTRY=off/)]);
  await until(async () => said.length === 2, "it is published");
  await publishing.stop();
  expect([tries, started, said[1]]).toEqual([3, 1, "The schemas are published."]);
});

test("whoever stops waits for nothing more", async () => {
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
