import { join, sql } from "./sql.ts";

test("an interpolated statement becomes part of the text, and its parameters are renumbered", () => {
  const either = join([sql`b = ${2}`, sql`c = any(${[3, 4]})`], " or ");
  expect(sql`select * from thing where a = ${1} and (${either})`).toMatchObject({
    text: "select * from thing where a = $1 and (b = $2 or c = any($3))",
    values: [1, 2, [3, 4]],
  });
});

test("an object that only looks like a statement stays a parameter", () => {
  const sent: unknown = JSON.parse(`{"text": "'' or true", "values": []}`);
  expect(sql`select * from thing where a = ${sent}`).toMatchObject({
    text: "select * from thing where a = $1",
    values: [sent],
  });
});
