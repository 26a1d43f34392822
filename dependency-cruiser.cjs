/**
 * The house plan, as rules. Each rule's comment is the sentence a developer reads when it breaks.
 *
 *   platform <- schema <- subgraphs | gateway <- dev <- test
 *   platform <- registry <- dev
 */
const SUBGRAPH = "^subgraphs/([^/]+)/";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "platform-knows-no-tickets",
      comment: "platform/ runs any subgraph: it may import nothing of ours but platform/.",
      severity: "error",
      from: { path: "^platform/" },
      to: { path: "^(schema|registry|subgraphs|gateway|dev|test)/" },
    },
    {
      name: "registry-knows-graphs",
      comment: "registry/ checks any supergraph: it may import nothing of ours but platform/.",
      severity: "error",
      from: { path: "^registry/", pathNot: "/test/" },
      to: { path: "^(schema|subgraphs|gateway|dev|test)/" },
    },
    {
      name: "registry-is-for-dev",
      comment: "Nothing that sells tickets stands on registry/.",
      severity: "error",
      from: { path: "^(schema|subgraphs|gateway)/" },
      to: { path: "^registry/" },
    },
    {
      name: "schema-only-declares",
      comment: "schema/ may use only the words a contract is written in: platform/contracts.ts and redis-access.ts.",
      severity: "error",
      from: { path: "^schema/", pathNot: "^schema/compose\\.ts$" },
      to: { path: "^(platform|subgraphs|gateway|dev|test)/", pathNot: "^platform/(contracts|redis-access)\\.ts$" },
    },
    {
      name: "subgraphs-do-not-meet",
      comment: "Subgraphs talk through the gateway, by message or by a listed internal mutation, never by import.",
      severity: "error",
      from: { path: SUBGRAPH },
      to: { path: "^subgraphs/", pathNot: "^subgraphs/$1/" },
    },
    {
      name: "subgraphs-look-down",
      comment: "A subgraph imports platform/ and schema/ only.",
      severity: "error",
      from: { path: "^subgraphs/", pathNot: "/test/" },
      to: { path: "^(gateway|dev|test)/" },
    },
    {
      name: "gateway-owns-no-domain",
      comment: "The gateway reaches a subgraph over HTTP, never by import.",
      severity: "error",
      from: { path: "^gateway/" },
      to: { path: "^(subgraphs|dev|test)/", pathNot: "^dev/(until|often)\\.ts$" },
    },
    {
      name: "tests-use-the-front-door",
      comment: "Journeys in test/ start dev/ and speak to the gateway; they open no drawer inside.",
      severity: "error",
      from: { path: "^test/" },
      to: { path: "^(platform|subgraphs|gateway)/" },
    },
    {
      name: "entities-are-the-floor",
      comment:
        "entities/ import entities/, errors.ts, the saga's and the schema's types, roles and prices, and platform/ - never a command, a resolver or a message.",
      severity: "error",
      from: { path: "^subgraphs/[^/]+/entities/" },
      to: {
        path: "^(subgraphs/[^/]+/(?!entities/|errors\\.ts|schema\\.generated\\.ts|saga\\.ts|score\\.ts)|schema/(?!roles\\.ts|pricing\\.ts))",
      },
    },
    {
      name: "commands-know-no-edge",
      comment: "A command is called by resolvers, handlers and jobs; it imports none of them.",
      severity: "error",
      from: { path: "^subgraphs/[^/]+/commands/" },
      to: { path: "^subgraphs/[^/]+/(resolvers|handlers|jobs|subgraph|main)" },
    },
    {
      name: "one-way-to-postgres-and-redis",
      comment: "Only platform/ and dev/ open connections; everyone else is handed one.",
      severity: "error",
      from: { pathNot: "^(platform|dev)/" },
      to: { path: "(^|node_modules/)(pg|ioredis|kysely|graphql-redis-subscriptions)(/|$)" },
    },
    {
      name: "no-dumping-grounds",
      comment: "Name the thing. utils, helpers, common, shared, misc and lib name nothing.",
      severity: "error",
      from: {},
      to: { path: "(^|/)(utils?|helpers?|common|shared|misc|lib)(\\.ts$|/)", pathNot: "node_modules" },
    },
    {
      name: "no-circles",
      comment: "No import cycles.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      comment: "A module nobody imports is dead or misplaced.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "(^|/)main\\.ts$",
          "^deploy/ready\\.ts$",
          "\\.test\\.ts$",
          "\\.config\\.",
          "\\.d\\.ts$",
          "^dev/jest-",
        ],
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(node_modules/(?!(pg|ioredis|kysely|graphql-redis-subscriptions)/)|\\.cjs$)" },
  },
};
