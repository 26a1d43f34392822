// Composes rover.yaml to schema/supergraph.graphql, schema/api.graphql and each subgraph's schema.generated.ts and enums.generated.ts.
// Generates types for operations between services (clients/<subgraph>.graphql), after validation against the called subgraph's schema, and
// for those of the storefront, with a manifest of their IDs.
// With --check it writes nothing, and fails if committed files are out of date.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { composeServices } from "@apollo/composition";
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from "@apollo/federation-internals";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import * as typescriptResolvers from "@graphql-codegen/typescript-resolvers";
import {
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  separateOperations,
  type DefinitionNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from "graphql";
import { parse as parseYaml } from "yaml";

const ROOT = path.dirname(import.meta.dirname);
const MADE_FROM_SCHEMA = "// Made by `npm run compose` from schema.graphql. Do not edit.\n";
const NOTICE = "# Made by `npm run compose` from rover.yaml. Do not edit.\n";

interface ListedSubgraph {
  name: string;
  url: string;
  file: string;
}

function listedSubgraphs(): ListedSubgraph[] {
  const { subgraphs } = parseYaml(readFileSync(path.join(ROOT, "rover.yaml"), "utf8")) as {
    subgraphs: Record<string, { routing_url: string; schema: { file: string } }>;
  };
  return Object.entries(subgraphs).map(([name, { routing_url, schema }]) => ({
    name,
    url: routing_url,
    file: schema.file,
  }));
}

/** @throws Error with the composition errors; hints count, too, because each is a potential bug. */
function composed(listed: ListedSubgraph[]): { supergraph: string; api: string } {
  const result = composeServices(
    listed.map(({ name, url, file }) => ({ name, url, typeDefs: parse(readFileSync(path.join(ROOT, file), "utf8")) })),
  );
  if (result.errors)
    throw new Error(`The subgraphs do not compose:\n${result.errors.map((error) => `- ${error.message}`).join("\n")}`);
  if (result.hints.length > 0)
    throw new Error(`The subgraphs compose with hints:\n${result.hints.map((hint) => `- ${hint.message}`).join("\n")}`);
  const supergraph = Supergraph.build(result.supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  });
  const api = supergraph.apiSchema().toGraphQLJSSchema({ includeDefer: false });
  return { supergraph: NOTICE + result.supergraphSdl, api: NOTICE + printSchema(lexicographicSortSchema(api)) + "\n" };
}

/** A type of the schema maps to the export with its name in `entities/<type>.ts`, if that file exists. */
function mappers(subgraphFolder: string, document: DocumentNode): Record<string, string> {
  const folder = path.join(subgraphFolder, "entities");
  const types = typeNames(document);
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    : [];
  return Object.fromEntries(
    files.flatMap((file) => {
      const type = path.basename(file, ".ts").replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
      const exported = new RegExp(`^export (?:type|interface|class) ${type}\\b`, "m").test(
        readFileSync(path.join(folder, file), "utf8"),
      );
      return exported && types.includes(type) ? [[type, `./entities/${path.basename(file)}#${type}`]] : [];
    }),
  );
}

function typeNames(document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ? [definition.name.value] : [],
  );
}

/** A connection type maps to the result of `connectionOf` for its nodes. */
function connectionMappers(document: DocumentNode): Record<string, string> {
  return Object.fromEntries(
    typeNames(document)
      .filter((name) => name.endsWith("Connection"))
      .map((name) => [
        name,
        `import("../../platform/graphql/pagination.ts").Connection<ResolversParentTypes["${name.replace(/Connection$/, "")}"]>`,
      ]),
  );
}

const FEDERATION = `
directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
directive @shareable on OBJECT | FIELD_DEFINITION
directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
`;

const SCALARS = {
  CountryCode: "string",
  CurrencyCode: "string",
  EmailAddress: "string",
  SafeInt: "number",
  TimeZone: "string",
};

const schemaOf = ({ file }: ListedSubgraph) =>
  parse(readFileSync(path.join(ROOT, file), "utf8").replace(/^extend schema @link.*$/m, FEDERATION));

async function resolverTypes(subgraph: ListedSubgraph): Promise<string> {
  const folder = path.join(ROOT, "subgraphs", subgraph.name);
  const document = schemaOf(subgraph);
  const config = {
    federation: true,
    useTypeImports: true,
    enumsAsTypes: true,
    contextType: "../../platform/subgraph.ts#SubgraphContext",
    mappers: { ...connectionMappers(document), ...mappers(folder, document) },
    mapperTypeSuffix: "Row",
    scalars: { ...SCALARS, DateTime: { input: "Date", output: "Date" }, ID: { input: "string", output: "string" } },
    importExtension: ".ts",
    maybeValue: "T | null | undefined",
    inputMaybeValue: "T | null",
    skipTypename: false,
    allowParentTypeOverride: true,
  };
  const output = await codegen({
    filename: "schema.generated.ts",
    schema: document,
    documents: [],
    config,
    plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
    pluginMap: { typescript: typescript as never, typescriptResolvers: typescriptResolvers as never },
  });
  return `${MADE_FROM_SCHEMA}${output}\n`;
}

/** Enums by themselves, so that entities need not import what is made from them. */
async function enumTypes(subgraph: ListedSubgraph): Promise<string> {
  const output = await codegen({
    filename: "enums.generated.ts",
    schema: schemaOf(subgraph),
    documents: [],
    config: { onlyEnums: true, enumsAsTypes: true },
    plugins: [{ typescript: {} }],
    pluginMap: { typescript: typescript as never },
  });
  return `${MADE_FROM_SCHEMA}${output}\n`;
}

/** `clients/<subgraph>.graphql` of each subgraph, and of the gateway: that may also ask the whole API, in `api.graphql`. */
function clientDocuments(listed: ListedSubgraph[], api: string): { file: string; asked: DocumentNode }[] {
  const folders = [...listed.map(({ name }) => `subgraphs/${name}/clients`), "gateway/identity", "gateway/account"];
  return folders.flatMap((folder) => {
    const names = existsSync(path.join(ROOT, folder)) ? readdirSync(path.join(ROOT, folder)) : [];
    return names
      .filter((name) => name.endsWith(".graphql"))
      .map((name) => {
        if (folder.startsWith("gateway/") && name === "api.graphql")
          return { file: `${folder}/${name}`, asked: parse(api) };
        const asked = listed.find((subgraph) => subgraph.name === path.basename(name, ".graphql"));
        if (!asked) throw new Error(`${folder}/${name} must be named after a subgraph.`);
        return { file: `${folder}/${name}`, asked: schemaOf(asked) };
      });
  });
}

interface Operation {
  name: string;
  /** Name of the type of its result. */
  type: string;
  operation: OperationTypeNode;
  text: string;
}

const TYPES = { query: "Query", mutation: "Mutation", subscription: "Subscription" } as const;

function operationsOf(document: DocumentNode): Operation[] {
  const isOperation = ({ kind }: DefinitionNode) => kind === Kind.OPERATION_DEFINITION;
  return Object.values(separateOperations(document)).map(({ definitions, ...one }) => {
    const { name, operation } = definitions.find(isOperation) as OperationDefinitionNode;
    // The operation comes first, so that its kind and its field can be read from the text.
    const operationFirst = definitions.toSorted((a, b) => Number(isOperation(b)) - Number(isOperation(a)));
    const text = print({ ...one, definitions: operationFirst }).replaceAll(/\s+/g, " ");
    return { name: name!.value, type: `${name!.value}${TYPES[operation]}`, operation, text };
  });
}

const documentIn = (file: string) => parse(readFileSync(path.join(ROOT, file), "utf8"));

/** @throws Error if an operation is not valid for the called schema */
async function typesOf(file: string, document: DocumentNode, asked: DocumentNode): Promise<string> {
  return codegen({
    filename: file,
    schema: asked,
    documents: [{ location: file, document }],
    config: {
      useTypeImports: true,
      enumType: "string-literal",
      scalars: { ...SCALARS, DateTime: "string", ID: "string" },
      skipTypename: true,
      inputMaybeValue: "T | null",
      dedupeOperationSuffix: true,
    },
    plugins: [{ typescriptOperations: {} }],
    pluginMap: { typescriptOperations: typescriptOperations as never },
  });
}

async function operationTypes(file: string, asked: DocumentNode): Promise<string> {
  const document = documentIn(file);
  const types = await typesOf(file, document, asked);
  const constants = operationsOf(document).map(
    ({ name, type, text }) =>
      `export const ${name} = ${JSON.stringify(text)} as ServiceOperation<${type}, ${type}Variables>;\n`,
  );
  const client = path.posix.relative(path.posix.dirname(file), "platform/http/service-client.ts");
  return [
    `// Made by \`npm run compose\` from ${path.basename(file)}. Do not edit.`,
    `import type { ServiceOperation } from "${client}";`,
    types,
    ...constants,
  ].join("\n");
}

const STOREFRONT = "storefront/documents";
const idOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** Types of the storefront's operations, which it names by ID, and the manifest of their texts (format of Rover). */
async function storefrontFiles(api: DocumentNode): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const listed: object[] = [];
  for (const name of readdirSync(path.join(ROOT, STOREFRONT)).filter((one) => one.endsWith(".graphql"))) {
    const file = `${STOREFRONT}/${name}`;
    const document = documentIn(file);
    const operations = operationsOf(document);
    const constants = operations.map(
      ({ name: constant, type, text }) =>
        `export const ${constant} = "${idOf(text)}" as DocumentId<${type}, ${type}Variables>;\n`,
    );
    listed.push(
      ...operations.map(({ name: called, operation, text }) => ({
        id: idOf(text),
        name: called,
        type: operation,
        body: text,
      })),
    );
    files.set(
      file.replace(/\.graphql$/, ".generated.ts"),
      [
        `// Made by \`npm run compose\` from ${name}. Do not edit.`,
        `import type { DocumentId } from "./document.ts";`,
        await typesOf(file, document, api),
        ...constants,
      ].join("\n"),
    );
  }
  const manifest = { format: "apollo-persisted-query-manifest", version: 1, operations: listed };
  return files.set(`${STOREFRONT}/documents.generated.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

async function main(): Promise<void> {
  const check = process.argv.includes("--check");
  const listed = listedSubgraphs();
  const { supergraph, api } = composed(listed);
  const files = new Map([
    ["schema/supergraph.graphql", supergraph],
    ["schema/api.graphql", api],
  ]);
  for (const subgraph of listed) {
    files.set(`subgraphs/${subgraph.name}/schema.generated.ts`, await resolverTypes(subgraph));
    files.set(`subgraphs/${subgraph.name}/enums.generated.ts`, await enumTypes(subgraph));
  }
  for (const { file, asked } of clientDocuments(listed, api))
    files.set(file.replace(/\.graphql$/, ".generated.ts"), await operationTypes(file, asked));
  for (const [file, content] of await storefrontFiles(parse(api))) files.set(file, content);
  const stale: string[] = [];
  for (const [file, content] of files) {
    const target = path.join(ROOT, file);
    if (existsSync(target) && readFileSync(target, "utf8") === content) continue;
    if (check) stale.push(file);
    else writeFileSync(target, content);
  }
  if (stale.length > 0)
    throw new Error(
      `Out of date with the schemas: ${stale.join(", ")}. Run \`npm run compose\` and commit the result.`,
    );
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
