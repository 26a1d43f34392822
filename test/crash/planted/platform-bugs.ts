// Bugs of what all subgraphs stand on: messages, keys, work that is under way.
import { point, type PlantedBug } from "./planted-bug.ts";

/** Not a bug by itself: every fifth batch can't be taken at first. */
const FAILS_OFTEN = {
  file: "platform/messaging/inbox.ts",
  from: "  await database.transaction((tx) => takeInside(tx, handlers, received, passed));",
  to: `  globalThis.batches = (globalThis.batches ?? 0) + 1;
  if (globalThis.batches % 5 === 0) throw new Error("planted");
  await database.transaction((tx) => takeInside(tx, handlers, received, passed));`,
};

export const PLATFORM_BUGS: PlantedBug[] = [
  {
    what: "no inbox, and a handler that relies on it",
    found: "M1",
    changes: [
      {
        file: "platform/messaging/inbox.ts",
        from: `await react(tx, handlers, fresh);\n  await remember(tx, structuredClone(passed), fresh);`,
        to: "await react(tx, handlers, received);",
      },
      {
        file: "subgraphs/payments/handlers.ts",
        from: `beginRefund(tx, { refundId,`,
        to: `beginRefund(tx, { refundId: crypto.randomUUID(),`,
      },
    ],
    tried: {
      story: "partial refund",
      fault: point("payments", "message taken, not acknowledged: orders.RefundRequested"),
    },
  },
  {
    what: "a message that can't be taken takes its batch with it",
    found: "G1",
    changes: [
      FAILS_OFTEN,
      {
        file: "platform/messaging/inbox.ts",
        from: "if (envelopes.length === 1) return deadLetter(envelopes[0]!, error);",
        to: "return;",
      },
    ],
    tried: { crowdSeconds: 6 },
  },
  {
    what: "a range that swallows a gap",
    found: "G1",
    changes: [
      FAILS_OFTEN,
      {
        file: "platform/messaging/inbox-ranges.ts",
        from: "const from = after === undefined || after >= id ? id - 1 : after;",
        to: "const from = 0;",
      },
    ],
    tried: { crowdSeconds: 6 },
  },
  {
    what: "a batch that answers all of its requests with the first one's answer",
    found: "I1",
    changes: [
      {
        file: "platform/postgres/group-commit.ts",
        from: "const answer = answers[index];",
        to: "const answer = answers[0];",
      },
    ],
    tried: { crowdSeconds: 6 },
  },
  {
    what: "a repeated request is taken for a new one",
    found: "I1",
    changes: [
      {
        file: "platform/jobs/keyed-intents.ts",
        from: "of(({ request }) => request.request.key)",
        to: "of(({ request }) => request.request.key + crypto.randomUUID())",
      },
    ],
    tried: { story: "twice" },
  },
  {
    what: "repeats of one request are asked about once each in one batch",
    found: "M6",
    changes: [
      {
        file: "platform/jobs/intents.ts",
        from: "run: (batch) => askOnceForEach(batch, ask),",
        to: "run: (batch) => ask(batch.map(({ request }) => request)),",
      },
      {
        file: "subgraphs/seating/sql/functions/seats_of_holds.sql",
        from: "from (select distinct unnest(p_hold))",
        to: "from (select unnest(p_hold))",
      },
    ],
    tried: { story: "many at once" },
  },
  {
    what: "a relay that trusts its outbox instead of asking Redis",
    found: "L3",
    changes: [
      {
        file: "platform/messaging/relay.ts",
        from: `const last = await stream.last();\n`,
        to: `const last = await stream.last();\n    const [top] = await ask<{ n: string }>("top", sql\`select max(id) as n from outbox\`);\n    if (last && top!.n !== null) return { seq: last.seq, id: Number(top!.n) };\n`,
      },
    ],
    tried: { story: "verification", fault: point("users", "messages read, not published") },
  },
  {
    what: "unsigned messages are handled",
    found: "M1",
    changes: [
      {
        file: "platform/messaging/redis-subscriber.ts",
        from: "await batches.read(entries)",
        to: "entries.map((e) => e[1]?.[1])",
      },
    ],
    tried: { story: "forgery" },
  },
  {
    what: "jobs that are taken away before they are done",
    found: "S3",
    changes: [
      {
        file: "platform/jobs/jobs.ts",
        from: "sql`update job set worker = ${worker}, lease_until = now() + ${`${LEASE_SECONDS} s`}::interval, attempts = attempts + 1\n          where",
        to: "sql`delete from job\n          where",
      },
      { file: "platform/jobs/jobs.ts", from: `if (ended === 0) throw new LeaseLost(job.kind);`, to: "" },
    ],
    tried: { story: "expiry", fault: point("orders", "job claimed: release-seats") },
  },
  {
    what: "a deadline that is lost when it is put off",
    found: "G1",
    changes: [
      {
        file: "subgraphs/orders/workflows/order-work.ts",
        from: `set due_at = p.look_at`,
        to: `set due_at = 'infinity'`,
      },
    ],
    tried: { story: "expiry" },
  },
  {
    what: "an archive that is recorded after its table is dropped",
    found: "R1",
    changes: [
      {
        file: "platform/messaging/retention.ts",
        from: "    await rows(\n      tx,\n      sql`insert into outbox_archive",
        to: "    const later = () => rows(\n      outbox.database.read(),\n      sql`insert into outbox_archive",
      },
      {
        file: "platform/messaging/retention.ts",
        from: "    // Messages are counted from where",
        to: "    setTimeout(() => void later(), 500);\n    // Messages are counted from where",
      },
    ],
    tried: { story: "archiving", fault: point("archive", "month's table dropped") },
  },
  {
    what: "a month in a file that lacks its last messages",
    found: "R1",
    changes: [
      {
        file: "platform/messaging/retention.ts",
        from: "      yield page;\n    }\n  }\n  if (await",
        to: "      yield page.slice(0, 1);\n    }\n  }\n  if (await",
      },
      {
        file: "platform/messaging/retention.ts",
        from: "    await compare(database, month, folder, file);\n",
        to: "",
      },
    ],
    tried: { story: "archiving" },
  },
];
