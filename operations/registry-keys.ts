// `npm run registry:keys -- list | create NAME [read|write|gateway] [--subgraph NAME]… | revoke ID`: the API keys of a registry.
import { parseArgs } from "node:util";
import { entities } from "../registry/entities.ts";
import { ensureKey, KEY_KINDS, listKeys, newKeyText, revokeKey, type KeyKind } from "../registry/keys.ts";
import type { Database } from "../platform/postgres/database.ts";
import { environmentOfSystem, openDatabaseOf } from "./system-databases.ts";
import { GRAPH } from "./registry.ts";

const USAGE = `Usage: npm run registry:keys -- COMMAND
  list
  create NAME [${KEY_KINDS.join("|")}]   default: read
  create NAME write --subgraph SUBGRAPH   limited to this subgraph; repeat --subgraph for several
  revoke ID`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { subgraph: { type: "string", multiple: true } },
});
const [verb, subject, kind = "read"] = positionals;
const env = environmentOfSystem(process.env);
const graphId = env.REGISTRY_GRAPH ?? GRAPH;

const act = actionOf();
if (!act) {
  console.error(USAGE);
  process.exitCode = 1;
} else {
  const database = await openDatabaseOf("registry", env, entities);
  await act(database).finally(() => database.close());
}

function actionOf(): ((database: Database) => Promise<void>) | undefined {
  if (verb === "list" && subject === undefined) return list;
  const isKind = KEY_KINDS.includes(kind as KeyKind) && (kind === "write" || !values.subgraph);
  if (verb === "create" && subject && isKind) return (database) => create(database, subject);
  return verb === "revoke" && subject ? (database) => revoke(database, subject) : undefined;
}

async function list(database: Database): Promise<void> {
  for (const { id, graphId: graph, name, kind, subgraphs, createdAt, revokedAt } of await listKeys(database)) {
    const what = subgraphs ? `${kind} ${subgraphs.join(",")}` : kind;
    console.log([id, graph, what, name, createdAt.toISOString(), revokedAt ? "revoked" : ""].join("  ").trim());
  }
}

async function create(database: Database, name: string): Promise<void> {
  const text = newKeyText(graphId);
  await ensureKey(database, graphId, {
    name,
    text,
    kind: kind as KeyKind,
    ...(values.subgraph && { subgraphs: values.subgraph }),
  });
  console.error("The key is shown only once:");
  console.log(text);
}

async function revoke(database: Database, id: string): Promise<void> {
  if (await revokeKey(database, id)) return console.log("The key is revoked.");
  console.error("No valid key has this id.");
  process.exitCode = 1;
}
