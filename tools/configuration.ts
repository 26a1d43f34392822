// The variables of all processes, as their schemas describe them -> docs/configuration.md and .env.example. With --check it writes nothing,
// and fails if committed files are out of date.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { z } from "zod";
import { addressVariables, gatewayVariables } from "../gateway/variables.ts";
import { setLocalDefaults } from "../local/system-environment.ts";
import { mailCatcherVariables, providerVariables } from "../local/stand-ins/config.ts";
import { systemEnvironment, type Env } from "../operations/environment.ts";
import { publisherVariables } from "../operations/registry.ts";
import { variablesOfSubgraphs } from "../operations/subgraphs.ts";
import { systemVariables } from "../operations/system-variables.ts";
import { listedSubgraphs, portsOf, ROOT } from "../operations/topology.ts";
import { subgraphVariables } from "../platform/core/config.ts";
import { processVariables } from "../platform/core/process.ts";
import { registryVariables } from "../registry/config.ts";
import { storefrontVariables } from "../storefront/config.ts";

type Shape = Record<string, z.ZodType>;

interface Variable {
  name: string;
  processes: string[];
  meaning: string;
  /** Format in the environment; undefined: none. */
  fallback: string | undefined;
  requiredBy: string[];
  optionalFor: string[];
  /** Value that `npm start` sets, if it differs. */
  local: string | undefined;
}

const SUBGRAPHS = listedSubgraphs().map(({ name }) => name);
const START = "npm start";
const PUBLISHING = "publishing";
const NOT_PROCESSES = [PUBLISHING, START];
const code = (text: string) => `\`${text}\``;

/** By process, in the order of the document. */
const shapes: Record<string, Shape> = {
  gateway: { ...addressVariables(SUBGRAPHS), ...gatewayVariables },
  ...variablesOfSubgraphs,
  storefront: storefrontVariables,
  registry: registryVariables,
  "test provider": providerVariables,
  "mail catcher": mailCatcherVariables,
  [PUBLISHING]: publisherVariables,
  [START]: systemVariables,
};
for (const [name, shape] of Object.entries(shapes))
  if (!NOT_PROCESSES.includes(name)) shapes[name] = { ...shape, ...processVariables };

/** Written by `npm run containers:secrets`, only for docker-compose.yml. */
const containers: Record<string, string> = {
  POSTGRES_PASSWORD: "password of the superuser of PostgreSQL",
  "<NAME>_DATABASE_PASSWORD": "password of the database of a subgraph, or of `REGISTRY`",
  REDIS_PASSWORD: "password of the operator's user of Redis",
  "<NAME>_REDIS_PASSWORD": "password of a process's Redis user; also for `GATEWAY` and `PUBLIC_GATEWAY`",
  GRAFANA_PASSWORD: "password of Grafana's user `admin`",
  BACKUPS: "folder, or volume, of backups; not generated",
};

const SUFFIXES = [...Object.keys(subgraphVariables("any")).filter((name) => name.startsWith("ANY_")), "ANY_URL"].map(
  (name) => name.slice("ANY_".length),
);
const OF_A_SUBGRAPH = new RegExp(
  `^(${SUBGRAPHS.map((name) => name.toUpperCase()).join("|")})_(${SUFFIXES.join("|")})$`,
);
const general = (name: string) => name.replace(OF_A_SUBGRAPH, "<NAME>_$2");

/** Defaults of `npm start`. */
function localEnvironment(): Env {
  const keys = { signingKeyFile: () => "generated", trustedKeysFile: "generated", secret: () => "generated" };
  const given = { redisUrl: "embedded", redisPrefix: "boxoffice", archiveDir: ".data/archive" };
  const env = systemEnvironment({}, keys, { ...given, databaseUrl: () => "embedded" });
  setLocalDefaults(env, ".data");
  for (const [name, value] of Object.entries(env))
    env[name] = value.includes("generated") ? "generated" : path.isAbsolute(value) ? path.relative(ROOT, value) : value;
  for (const [name, port] of Object.entries(portsOf({}))) env[name] = String(port);
  const ports = SUBGRAPHS.map((name) => env[`${name.toUpperCase()}_PORT`]!);
  for (const name of SUBGRAPHS.map((one) => one.toUpperCase())) {
    env[`${name}_PORT`] = `${ports.at(0)} to ${ports.at(-1)}`;
    env[`${name}_URL`] = "its port here";
  }
  return env;
}

/** @throws Error for a variable without a meaning, or with two. */
function readVariables(): Variable[] {
  const local = localEnvironment();
  const all = Object.entries(shapes).flatMap(([process, shape]) =>
    Object.entries(shape).map(([variable, schema]) => ({ process, variable, ...readSchema(schema) })),
  );
  return [...Map.groupBy(all, ({ variable }) => general(variable))].map(([name, uses]) => {
    const meanings = [...new Set(uses.map(({ meaning }) => meaning))].filter((meaning) => meaning !== "");
    if (meanings.length !== 1)
      throw new Error(
        `Describe ${name} in exactly one schema with .describe(). Descriptions: ${meanings.join(" / ")}.`,
      );
    const { variable, fallback } = uses[0]!;
    const value = local[variable];
    const processesWhere = (isRequired: boolean) => [
      ...new Set(uses.filter((use) => use.isRequired === isRequired).map(({ process }) => process)),
    ];
    return {
      name,
      processes: [...new Set(uses.map(({ process }) => process))],
      meaning: meanings[0]!,
      fallback,
      requiredBy: processesWhere(true),
      optionalFor: processesWhere(false),
      local: value === fallback ? "" : value === undefined || value.length > 26 ? value && "set" : value,
    };
  });
}

function readSchema(schema: z.ZodType) {
  const { description = "", default: fallback, enum: values } = z.toJSONSchema(schema, { io: "input" });
  const choice = values === undefined ? "" : ` (${values.map((value) => code(String(value))).join(", ")})`;
  return {
    meaning: description === "" ? "" : description + choice,
    fallback: fallback === undefined || fallback === "" ? undefined : String(fallback),
    isRequired: !schema.safeParse(undefined).success,
  };
}

/** A list of one line is not shown as a list. */
const NAMED_AT_MOST = 4;

function processesOf({ processes }: Variable): string {
  if (processes.length >= Object.keys(shapes).length - NOT_PROCESSES.length) return "all";
  const others = processes.filter((name) => !SUBGRAPHS.includes(name));
  const named = processes.length - others.length === SUBGRAPHS.length ? ["subgraphs", ...others] : processes;
  return named.length > NAMED_AT_MOST ? "several" : named.join(", ");
}

function defaultOf({ fallback, requiredBy, optionalFor }: Variable): string {
  if (fallback !== undefined) return code(fallback);
  if (requiredBy.length === 0) return "none";
  return optionalFor.length === 0 ? "required" : `required, not by the ${optionalFor.join(", ")}`;
}

interface Section {
  title: string;
  variables: Variable[];
}

/** Variables of several processes come first, then those of each process. */
function sectionsOf(variables: Variable[]): Section[] {
  const several = variables.filter(({ processes }) => processes.length > 1);
  const alone = Object.keys(shapes).map((title) => ({
    title,
    variables: variables.filter(({ processes }) => processes.length === 1 && processes[0] === title),
  }));
  return [{ title: "several processes", variables: several }, ...alone].filter((one) => one.variables.length > 0);
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const headingOf = (title: string) => (title === START ? code(START) : capitalized(title));

function tableOf({ title, variables }: Section): string {
  const isShared = title === "several processes";
  const rows = variables.map((variable) => {
    const { name, meaning, local } = variable;
    const cells = [code(name), meaning, defaultOf(variable), local ?? ""];
    return isShared ? [cells[0], processesOf(variable), ...cells.slice(1)] : cells;
  });
  const heads = ["variable", ...(isShared ? ["processes"] : []), "meaning", "default", code(START)];
  const lines = [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `## ${headingOf(title)}\n\n${lines.join("\n")}\n`;
}

const INTRODUCTION = `# Configuration

<!-- Made by \`npm run configuration\` from the schemas of the processes. Do not edit. -->

\`npm start\` needs no variable. A process that is given a wrong value ends at its start and names the variable.
[.env.example](../.env.example) has them all, for \`npx node --env-file\`, \`docker run --env-file\` or systemd.

- \`<NAME>\` is ${SUBGRAPHS.map((name) => name.toUpperCase()).join(", ")}.
- The last column is what \`npm start\` sets. "generated" is made at the first start and kept in \`DATA_DIR\`.
- Variables that end in \`_ALSO\` are for [changing secrets](operations/secrets.md) without downtime.
- For a public gateway set \`GATEWAY_NAME=public-gateway\` and \`GATEWAY_GRAPH_REF\`.
- "Publishing" is \`operations/publish-main.ts\`, which deployments run.
`;

function documentOf(sections: Section[]): string {
  const rows = Object.entries(containers).map(([name, meaning]) => `| ${code(name)} | ${meaning} |`);
  const compose = `## Docker Compose

\`npm run containers:secrets\` writes these, and secrets of the processes, to \`.env\`.

| variable | meaning |
| --- | --- |
${rows.join("\n")}
`;
  return [INTRODUCTION, ...sections.map(tableOf), compose].join("\n");
}

function exampleOf(sections: Section[]): string {
  const blocks = sections.map(({ title, variables }) => {
    const lines = variables.map((variable) => {
      const { name, meaning, fallback, requiredBy } = variable;
      const notes = [processesOf(variable), ...(requiredBy.length > 0 ? ["required"] : [])].join("; ");
      const all = name.startsWith("<NAME>") ? ", for each subgraph" : "";
      return `# ${meaning.replaceAll("`", "")}${all} [${notes}]\n#${name.replace("<NAME>", SUBGRAPHS[0]!.toUpperCase())}=${fallback ?? ""}\n`;
    });
    return `## ${capitalized(title)}\n\n${lines.join("\n")}`;
  });
  return `# Made by \`npm run configuration\`. Every variable with its default: copy this file and set what you need, then
#   npx node --env-file=FILE gateway/main.ts
# Docker Compose reads another one, .env, which \`npm run containers:secrets\` writes.

${blocks.join("\n")}`;
}

async function main(): Promise<void> {
  const sections = sectionsOf(readVariables());
  const markdown = await format(documentOf(sections), { parser: "markdown", printWidth: 120 });
  const files = { "docs/configuration.md": markdown, ".env.example": exampleOf(sections) };
  const stale = Object.entries(files).filter(([file, content]) => {
    const target = path.join(ROOT, file);
    return !existsSync(target) || readFileSync(target, "utf8") !== content;
  });
  if (!process.argv.includes("--check"))
    for (const [file, content] of stale) writeFileSync(path.join(ROOT, file), content);
  else if (stale.length > 0)
    throw new Error(
      `Out of date with the schemas: ${stale.map(([file]) => file).join(", ")}. Run \`npm run configuration\` and commit the result.`,
    );
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
