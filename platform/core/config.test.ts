import { z } from "zod";
import { readEnvironment, soon, url } from "./config.ts";

const shape = { SECRET: z.string(), DATABASE_URL: url(["postgres"]).optional() };
const read = (env: Record<string, string>) => readEnvironment(env, shape);

test.each([
  ["SECRET", { SECRET: "a-secret-for-trying-it-out-on-one-machine" }],
  ["SECRET", { SECRET: "service:any:operator-of-a-system-for-trying-it-out" }],
  ["DATABASE_URL", { SECRET: "x", DATABASE_URL: "postgres://shop_users:shop@postgres:5432/shop_users" }],
  ["DATABASE_URL", { SECRET: "x", DATABASE_URL: "postgres://admin:postgres@postgres:5432/shop" }],
])("a published value of %s is refused by its name, except in development", (name, env) => {
  const says = `Invalid variables: ${name}: has a published example value: set a secret of your own.`;
  expect(() => read(env)).toThrow(says);
  expect(() => read({ ...env, NODE_ENV: "production" })).toThrow(says);
  expect(read({ ...env, NODE_ENV: "development" })).toMatchObject(env);
});

test("a secret of the operator's own is taken, and a database URL without a password", () => {
  for (const DATABASE_URL of ["postgres://shop_users:d3f8@db/shop", "postgres://shop_users@db/shop"])
    expect(read({ SECRET: "d3f8", DATABASE_URL, NODE_ENV: "production" })).toEqual({ SECRET: "d3f8", DATABASE_URL });
});

test("a weakening can't be allowed for longer than a week", () => {
  const until = (days: number) =>
    readEnvironment({ UNTIL: new Date(Date.now() + days * 86_400_000).toISOString() }, { UNTIL: soon });
  expect(until(6).UNTIL).toBeInstanceOf(Date);
  expect(() => until(365)).toThrow("UNTIL: must not be more than 7 days ahead");
  expect(() => readEnvironment({ UNTIL: "tomorrow" }, { UNTIL: soon })).toThrow("UNTIL: must be a moment such as");
});
