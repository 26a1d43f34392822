// A minimal seventh subgraph with all parts: a query, a mutation, a message and a handler.
import path from "node:path";

export const NAME = "guestbook";

const schema = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated", "@tag"])

"A refusal: an expected error that a client can handle."
interface Error {
  "Human-readable explanation."
  message: String!
}

"One entry."
type GuestbookEntry @key(fields: "id") {
  "Permanent identifier."
  id: ID!
  "Text of the entry."
  text: String!
}

"The idempotency key was already used with a different input. Nothing was changed."
type IdempotencyKeyReused implements Error @shareable {
  "Human-readable explanation."
  message: String!
}

"The guest book has reached its maximum number of entries."
type GuestbookFull implements Error {
  "Human-readable explanation."
  message: String!
}

"Result of signGuestbook."
union SignGuestbookResult = GuestbookEntry | GuestbookFull | IdempotencyKeyReused

"Queries."
type Query {
  "One entry, for everybody."
  guestbookEntry(id: ID!): GuestbookEntry
}

"Mutations."
type Mutation {
  "Adds an entry."
  signGuestbook(text: String!, idempotencyKey: String!): SignGuestbookResult! @authenticated @tag(name: "first-party")
}
`;

const readme = `# guestbook

**Owns** entries.

**Publishes** \`GuestbookSigned\`.

**Handles** \`users.UserErased\`.

**Promises** that an entry is there once.

**Gotchas**: none.
`;

/** The folder, by path inside it. */
const FILES: Record<string, string> = {
  "README.md": readme,
  "schema.graphql": schema,
  "main.ts": `import { runProcess } from "../../platform/core/process.ts";
import { startSubgraph } from "../../platform/subgraph.ts";
import { loadConfig } from "./config.ts";
import { createGuestbook } from "./subgraph.ts";

await runProcess(() => startSubgraph(createGuestbook(loadConfig(process.env)), { wholeProcess: true }));
`,
  "config.ts": `import { readEnvironment, subgraphVariables, type Environment } from "../../platform/core/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export const guestbookVariables = subgraphVariables("guestbook");

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): SubgraphConfig {
  return subgraphConfig("guestbook", readEnvironment(env, guestbookVariables));
}
`,
  "subgraph.ts": `import { readFileSync } from "node:fs";
import type { Subgraph } from "../../platform/subgraph.ts";
import type { SubgraphConfig } from "../../platform/subgraph-config.ts";
import { consumersOf } from "../../schema/redis-access.ts";
import { EntryEntity } from "./entities/entry.ts";
import { resolvers } from "./graphql/resolvers.ts";
import { handlers } from "./handlers.ts";
import { recurring } from "./jobs.ts";
import { guestbook } from "./migrations/001-guestbook.ts";
import { createLoaders } from "./queries/loaders.ts";

export function createGuestbook(config: SubgraphConfig): Subgraph {
  return {
    name: "guestbook",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers,
    entities: [EntryEntity],
    migrations: [guestbook],
    createLoaders,
    handlers,
    consumers: consumersOf("guestbook"),
    recurring,
  };
}
`,
  "access.ts": `import type { Viewer } from "../../platform/identity/identity.ts";

export const mayReadEntries = (_viewer: Viewer | null): boolean => true;
`,
  "inputs.ts": `import { z } from "zod";
import { idempotencyKey, text } from "../../platform/core/input.ts";

export const signGuestbookInput = z.object({ text: text(500), idempotencyKey });
`,
  "errors.ts": `import { DomainError } from "../../platform/core/errors.ts";

export class GuestbookFull extends DomainError {
  constructor() {
    super("The guest book is full.");
  }
}
`,
  "handlers.ts": `import { on } from "../../platform/messaging/handlers.ts";
import { UserErased } from "../../schema/messages/users.ts";
import { eraseEntries } from "./commands/erase-entries.ts";

export const handlers = [on(UserErased, (tx, { userId }) => eraseEntries(tx, userId))];
`,
  "jobs.ts": `import type { RecurringJob } from "../../platform/jobs/jobs.ts";

export const recurring: RecurringJob[] = [];
`,
  "graphql/resolvers.ts": `import { toResult } from "../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import { signedIn } from "../../../platform/identity/identity.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import { sign } from "../commands/sign.ts";
import { signGuestbookInput } from "../inputs.ts";
import type { Loaders } from "../queries/loaders.ts";
import type { Resolvers } from "../schema.generated.ts";

export const resolvers: Resolvers<SubgraphContext<Loaders>> = {
  Query: {
    guestbookEntry: (_, { id }, { loaders }) => (uuidOrNull(id) ? loaders.entry.load(id) : null),
  },
  Mutation: {
    signGuestbook: (_, given, context) =>
      toResult(
        "GuestbookEntry",
        (async () => {
          const { userId } = signedIn(context);
          const input = parseInput(signGuestbookInput, given, "");
          const id = await runOnce(context.database, (tx) => sign(tx, userId, input));
          return (await context.loaders.entry.load(id))!;
        })(),
      ),
  },
  GuestbookEntry: {
    __resolveReference: ({ id }: { id: string }, { loaders }: SubgraphContext<Loaders>) =>
      uuidOrNull(id) ? loaders.entry.load(id) : null,
  },
};
`,
  "queries/loaders.ts": `import { byId } from "../../../platform/core/batching.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { mayReadEntries } from "../access.ts";
import type { Entry } from "../entities/entry.ts";

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(database: Database, viewer: Viewer | null) {
  return {
    entry: byId<Entry>(
      async (ids) =>
        mayReadEntries(viewer) ? rows(database.read(), sql\`select id, text from entry where id = any(\${ids}::uuid[])\`) : [],
      ({ id }) => id,
    ),
  };
}
`,
  "entities/entry.ts": `import { entity, type Loaded } from "../../../platform/postgres/entities.ts";

export const EntryEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Entry",
    tableName: "entry",
    properties: { id: p.uuid().primary(), userId: p.uuid(), text: p.text() },
  }),
);

export type Entry = Loaded<typeof EntryEntity>;
`,
  "commands/sign.ts": `import { v7 as uuid } from "../../../platform/core/ids.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { GuestbookSigned } from "../../../schema/messages/guestbook.ts";
import { GuestbookFull } from "../errors.ts";

export function sign(tx: Tx, userId: string, input: { text: string; idempotencyKey: string }): Promise<Outcome> {
  const { idempotencyKey: key, text } = input;
  return once(tx, { userId, mutation: "signGuestbook", key, input: { text } }, async () => {
    const id = uuid();
    const made = await row(
      tx,
      sql\`insert into entry (id, user_id, text) select \${id}, \${userId}, \${text} where (select count(*) from entry) < 1000 returning 1\`,
    );
    if (!made) throw new GuestbookFull();
    await publish(tx, GuestbookSigned, id, { entryId: id });
    return id;
  });
}
`,
  "commands/erase-entries.ts": `import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

export async function eraseEntries(tx: Tx, userId: string): Promise<void> {
  await rows(tx, sql\`delete from entry where user_id = \${userId}\`);
}
`,
  "migrations/001-guestbook.ts": `export const guestbook = {
  name: "001-guestbook",
  statements: "create table entry (id uuid primary key, user_id uuid not null, text text not null)",
};
`,
  "test/guestbook.int.test.ts": `import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";

let guestbook: Alone;
beforeAll(async () => void (guestbook = await startAlone("guestbook")));
afterAll(() => guestbook.stop());

test("what was signed can be read, and the same key signs once", async () => {
  const sign = (text: string) =>
    guestbook.as(
      { userId: randomUUID() },
      "mutation ($text: String!) { signGuestbook(text: $text, idempotencyKey: \\"12345678\\") { __typename ... on GuestbookEntry { id text } } }",
      { text },
    );
  const { data } = await sign("Hello");
  expect(data.signGuestbook).toMatchObject({ __typename: "GuestbookEntry", text: "Hello" });
  expect(["GuestbookEntry", "GuestbookFull"]).toContain(data.signGuestbook.__typename);
});
`,
};

export const FOLDER = Object.fromEntries(
  Object.entries(FILES).map(([file, text]) => [path.join("subgraphs", NAME, file), text]),
);

/** schema/messages/guestbook.ts */
export const MESSAGES = `// What guestbook tells the others.
import { z } from "zod";
import { defineMessage } from "../../platform/core/contracts.ts";

export const GuestbookSigned = defineMessage("guestbook.GuestbookSigned", { entryId: z.uuid() });
`;
