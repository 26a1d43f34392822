// What neither the compiler nor the import rules can see.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  buildSchema,
  findBreakingChanges,
  getNamedType,
  isInputObjectType,
  isObjectType,
  Kind,
  parse as parseGraphql,
  valueFromASTUntyped,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInterfaceType,
} from "graphql";
import { parse } from "yaml";
import { signingNames, systemEnvironment } from "../operations/environment.ts";
import { ensureKeys } from "../operations/keys.ts";
import { contractsHere } from "../operations/registry.ts";
import { subgraphs } from "../operations/subgraphs.ts";
import { listedSubgraphs, ROOT } from "../operations/topology.ts";
import { filterByTags } from "../registry/checks/contract.ts";
import { filesBelow, read } from "../testkit/project-files.ts";

const names = listedSubgraphs().map(({ name }) => name);
const sources = filesBelow(".").filter((file) => file.endsWith(".ts"));

test("rover.yaml, the folders, the code and the containers name the same subgraphs", () => {
  expect(readdirSync(path.join(ROOT, "subgraphs")).sort()).toEqual([...names].sort());
  expect(Object.keys(subgraphs).sort()).toEqual([...names].sort());
  const { services } = parse(read("docker-compose.yml"), { merge: true }) as {
    services: Record<string, { command?: string[] }>;
  };
  for (const name of names) expect(services[name]?.command).toEqual(["node", `subgraphs/${name}/main.ts`]);
});

test("each subgraph names those that hear its messages", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  try {
    const env = systemEnvironment({}, ensureKeys(folder, signingNames()), {
      redisUrl: "redis://127.0.0.1:1",
      redisPrefix: "",
      databaseUrl: () => "postgres://127.0.0.1:1",
    });
    const all = names.map((name) => subgraphs[name]!(env));
    for (const { name, consumers } of all) {
      const hearing = all.filter(({ handlers = [], projections = [] }) =>
        [...handlers, ...projections.flatMap((one) => one.handlers)].some(({ publisher }) => publisher === name),
      );
      expect([name, consumers]).toEqual([name, hearing.map((one) => one.name).sort()]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What the import rules give a place. */
const REQUIRED = [
  ...[
    "README.md",
    "schema.graphql",
    "schema.generated.ts",
    "enums.generated.ts",
    "main.ts",
    "subgraph.ts",
    "config.ts",
  ],
  ...["access.ts", "inputs.ts", "errors.ts", "handlers.ts", "jobs.ts"],
  ...["graphql", "commands", "queries", "entities", "migrations", "test"],
];
const OPTIONAL = [
  "inputs",
  "job-names.ts",
  "personal-data.ts",
  "workflows",
  "projections",
  "clients",
  "subscriptions",
  "notifications",
  "sql",
];
test.each(names)("%s has the shape of a subgraph", (name) => {
  const found = readdirSync(path.join(ROOT, "subgraphs", name));
  const others = found.filter((file) => !REQUIRED.includes(file) && !OPTIONAL.includes(file));
  expect({
    missing: REQUIRED.filter((file) => !found.includes(file)),
    misplaced: others.filter((file) => file.includes(".")),
  }).toEqual({ missing: [], misplaced: [] });
  // One folder for what this subgraph alone is about, such as orders/saga.
  expect(others.length).toBeLessThanOrEqual(1);
  expect(read(`subgraphs/${name}/README.md`).split("\n").length).toBeLessThanOrEqual(40);
});

test("platform/ holds no word of ticketing", () => {
  for (const file of filesBelow("platform").filter((one) => !/\.test\.ts$|\/test\//.test(one))) {
    expect([file, /\b(tickets?|seats?|venues?|buyers?|concerts?|box ?office)\b/i.exec(read(file))?.[0]]).toEqual([
      file,
      undefined,
    ]);
  }
});

test("nothing is named after nothing", () => {
  for (const file of sources)
    expect([file, /(^|\/)(utils?|helpers?|common|shared|misc|lib)(\.ts$|\/)/.test(file)]).toEqual([file, false]);
});

test("docs/configuration.md and .env.example are what the schemas say", () => {
  const { status, stderr } = spawnSync(process.execPath, ["tools/configuration.ts", "--check"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("every environment variable is in docs/configuration.md", () => {
  const documented = new Set(
    [...read("docs/configuration.md").matchAll(/`(<NAME>_)?([A-Z][A-Z_]*)`/g)].map(([one]) => one),
  );
  const production = sources.filter((file) => !/^(test|testkit|bench)\/|\/test\/|\.test\.ts$/.test(file));
  const readByName = /\b(?:env|given|process\.env)(?:\.|\[["'`])([A-Z][A-Z0-9_]+)\b/g;
  const readByPattern = /\{([^{}]*)\}(?::[^=]*)? = (?:env|given|process\.env)\b/g;
  const ofSubgraphs = /\$\{[\w.()]+\}_([A-Z][A-Z_]+)\b/g;
  const found = production.flatMap((file) => {
    const text = read(file);
    return [
      ...[...text.matchAll(readByName)].map(([, name]) => name!),
      ...[...text.matchAll(readByPattern)].flatMap(([, names]) => names!.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? []),
      ...[...text.matchAll(ofSubgraphs)].map(([, name]) => `<NAME>_${name}`),
      // The shapes of what a process reads.
      ...(text.includes("readEnvironment") || /[vV]ariables = \{/.test(text)
        ? [...text.matchAll(/^\s+([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*): /gm)].map(([, name]) => name!)
        : []),
    ].map((name) => ({ file, name }));
  });
  const ofContainers = [...read("docker-compose.yml").matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
  expect(found.length).toBeGreaterThan(150);
  // What other programs define.
  const ofOthers = /^(PATH|JEST_WORKER_ID|APOLLO_\w+)$/;
  const upper = names.map((name) => name.toUpperCase()).join("|");
  const isDocumented = (name: string, also = "") =>
    documented.has(`\`${name}\``) ||
    documented.has(`\`${name.replace(new RegExp(`^(${upper}${also})_`), "<NAME>_")}\``);
  expect(found.filter(({ name }) => !isDocumented(name) && !ofOthers.test(name))).toEqual([]);
  expect(ofContainers.filter((name) => !isDocumented(name, "|REGISTRY|GATEWAY|PUBLIC_GATEWAY"))).toEqual([]);
});

test("every licence of a dependency at run time is in docs/licences.md", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, { license?: string; dev?: boolean }>;
  };
  const listed = read("docs/licences.md");
  // What these say of themselves is in their own files: MIT, and the licence of DejaVu.
  const unlisted = { "png-js": "MIT", "dejavu-fonts-ttf": "DejaVu" } as Record<string, string>;
  const licences = Object.entries(packages).flatMap(([folder, { license, dev }]) => {
    if (folder === "" || dev) return [];
    const name = folder.split("node_modules/").at(-1)!;
    return (unlisted[name] ?? license ?? `none of ${name}`).replaceAll(/[()]/g, "").split(/ AND | OR /);
  });
  const family = (licence: string) =>
    licence
      .replace(/^(0BSD|BSD-.*)$/, "BSD")
      .replace("CC0-1.0", "CC0")
      .replace("Elastic-2.0", "Elastic License 2.0");
  for (const licence of new Set(licences.map(family)))
    expect([licence, listed.includes(licence)]).toEqual([licence, true]);
});

test("no message has a person's name or address: messages stay when a person is erased", () => {
  const fields = filesBelow("schema/messages").flatMap((file) =>
    [...read(file).matchAll(/\b(\w+): z\b/g)].map((match) => `${path.basename(file, ".ts")}.${match[1]}`),
  );
  expect(fields.length).toBeGreaterThan(50);
  const personal = /email(?!Domain\b)|phone|address|birth|(first|last|display|holder|full|buyer|user)_?name|\.name$/i;
  // An event's.
  expect(fields.filter((field) => personal.test(field))).toEqual(["catalog.name"]);
});

/** Made when there was no version before. */
const NOTHING_BEFORE = ["subgraphs/payments/migrations/003-outside.ts", "registry/migrations/002-delivery.ts"];

test("a migration takes nothing away that the version before may use", () => {
  const migrations = sources.filter((file) => /(\/migrations\/|migrations\.ts$)/.test(file));
  expect(migrations.length).toBeGreaterThan(10);
  for (const file of migrations.filter((name) => !NOTHING_BEFORE.includes(name))) {
    const takes =
      /\b(drop\s+(table|column)|rename\s+(to|column|constraint)|set\s+not\s+null|alter\s+column\s+\w+\s+(set\s+data\s+)?type(?!\s+bigint))\b/i;
    // A table that is renamed may be there again under its name, at once.
    const text = read(file).replace(/alter table (\w+) rename to \w+;\s+(?=create table \1 )/gi, "");
    expect([file, takes.exec(text)?.[0]]).toEqual([file, undefined]);
  }
});

test("the schema keeps every promise that was made to clients", () => {
  expect(
    findBreakingChanges(buildSchema(read("schema/promised.graphql")), buildSchema(read("schema/api.graphql"))),
  ).toEqual([]);
});

test("what partners may see is made of the supergraph, and has nothing in it that changes something or depends on who asks", () => {
  const contracts = contractsHere();
  expect(contracts.map(({ variant }) => variant)).toContain("public");
  for (const { filter } of contracts) {
    const { filtered, errors } = filterByTags(read("schema/supergraph.graphql"), filter);
    expect(errors).toEqual([]);
    const types = Object.keys(filtered!.apiSchema.getTypeMap());
    expect(types).toEqual(expect.arrayContaining(["Event", "Seat", "Venue"]));
    for (const hidden of ["Mutation", "User", "Order", "Ticket", "Payment", "Hold", "RiskAssessment"])
      expect(types).not.toContain(hidden);
  }
});

test("every field and type of the schema is described", () => {
  const schema = buildSchema(read("schema/api.graphql"));
  const silent = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && !["String", "Int", "Boolean", "ID", "Float"].includes(type.name))
    .flatMap((type) => {
      const fields = "getFields" in type ? Object.values(type.getFields()) : [];
      return [
        ...(type.description ? [] : [type.name]),
        ...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`),
      ];
    });
  expect(silent).toEqual([]);
});

test("every field that takes a password is dear, so that nobody tries many at once", () => {
  const schema = buildSchema(read("schema/api.graphql"));
  const weights = new Map<string, number>();
  for (const definition of parseGraphql(read("schema/supergraph.graphql")).definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION)
      for (const { name, directives = [] } of definition.fields ?? [])
        for (const directive of directives)
          if (directive.name.value === "cost") {
            const [weight] = directive.arguments ?? [];
            weights.set(`${definition.name.value}.${name.value}`, Number(valueFromASTUntyped(weight!.value)));
          }
  const takesPassword = (argument: GraphQLArgument | GraphQLInputField): boolean => {
    const type = getNamedType(argument.type);
    return (
      /password/i.test(argument.name) ||
      (isInputObjectType(type) && Object.values(type.getFields()).some(takesPassword))
    );
  };
  const found = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, ...field })))
    .filter(({ args }) => args.some(takesPassword));
  expect(found.length).toBeGreaterThan(4);
  expect(found.filter(({ at }) => (weights.get(at) ?? 0) < 100).map(({ at }) => at)).toEqual([]);
  // Dear fields are counted where an operation begins.
  for (const { at } of found) expect(at).toMatch(/^(Query|Mutation)\./);
});

test("every refusal of the API occurs in a test", () => {
  const schema = buildSchema(read("schema/api.graphql"));
  const refusals = schema.getPossibleTypes(schema.getType("Error") as GraphQLInterfaceType).map(({ name }) => name);
  const tests = sources
    .filter((file) => file.endsWith(".test.ts") && !file.includes("house-rules"))
    .map(read)
    .join("\n");
  expect(refusals.length).toBeGreaterThan(15);
  for (const refusal of refusals) expect([refusal, tests.includes(`"${refusal}"`)]).toEqual([refusal, true]);
});
