// The checks of the crash test are able to fail: `npm run test:long` tries these bugs, `npm run test:crash -- planted` all.
import { crash } from "./crash/child.ts";
import { testAtLength } from "../testkit/repetitions.ts";

const SIMPLE = [
  "capture before the seats are sold",
  "no inbox, and a handler that relies on it",
  "webhooks without dedupe",
  "tickets and status in two commits",
];

testAtLength().each(SIMPLE)(
  "a planted bug is found: %s",
  async (what) => {
    const { said, summary } = await crash("planted", what);
    expect({ said, summary }).toEqual({ said, summary: { bugs: 1, violations: 0 } });
  },
  600_000,
);
