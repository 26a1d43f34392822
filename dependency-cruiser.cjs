/**
 * Which folder may import which. A rule's comment is what a developer reads when it is broken.
 *
 *   platform <- domain <- schema <- subgraphs | gateway
 *   platform <- registry | storefront
 *   all of these <- operations <- tools | local <- testkit <- test | bench | deploy
 *
 * Tests beside the code may use testkit/.
 */
const SUBGRAPH = "^subgraphs/([^/]+)/";
const TESTS = "(/test/|\\.test\\.ts$)";
const APART_FROM_PRODUCTION = "local|testkit|tools|test|bench|deploy";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "platform-knows-no-tickets",
      comment: "platform/ runs any subgraph: it imports nothing but platform/.",
      severity: "error",
      from: { path: "^platform/", pathNot: TESTS },
      to: { path: `^(domain|schema|registry|subgraphs|gateway|operations|${APART_FROM_PRODUCTION})/` },
    },
    {
      name: "domain-is-pure",
      comment: "domain/ holds rules without a database or a network: it imports nothing but domain/.",
      severity: "error",
      from: { path: "^domain/", pathNot: TESTS },
      to: { path: "^[a-z]+/", pathNot: "^(domain|node_modules)/" },
    },
    {
      name: "schema-only-declares",
      comment:
        "schema/ imports domain/ and the helpers for contracts: platform/core/contracts.ts and platform/redis-access.ts.",
      severity: "error",
      from: { path: "^schema/", pathNot: TESTS },
      to: {
        path: "^[a-z]+/",
        pathNot: "^(schema|domain|node_modules)/|^platform/(core/contracts|redis-access)\\.ts$",
      },
    },
    {
      name: "registry-knows-no-tickets",
      comment: "registry/ checks any supergraph: it imports nothing but platform/.",
      severity: "error",
      from: { path: "^registry/", pathNot: TESTS },
      to: { path: `^(domain|schema|subgraphs|gateway|operations|${APART_FROM_PRODUCTION})/` },
    },
    {
      name: "registry-is-not-needed-to-sell",
      comment: "Nothing that sells tickets imports registry/.",
      severity: "error",
      from: { path: "^(domain|schema|subgraphs|gateway)/", pathNot: TESTS },
      to: { path: "^registry/" },
    },
    {
      name: "subgraphs-do-not-meet",
      comment: "Subgraphs talk through the gateway, by message or by a listed internal mutation, never by import.",
      severity: "error",
      from: { path: SUBGRAPH },
      to: { path: "^subgraphs/", pathNot: "^subgraphs/$1/" },
    },
    {
      name: "subgraphs-import-down",
      comment: "A subgraph imports platform/, domain/ and schema/ only.",
      severity: "error",
      from: { path: "^subgraphs/", pathNot: TESTS },
      to: { path: `^(gateway|operations|${APART_FROM_PRODUCTION})/` },
    },
    {
      name: "gateway-owns-no-domain",
      comment: "The gateway calls subgraphs over HTTP, and contains none of their rules.",
      severity: "error",
      from: { path: "^gateway/", pathNot: TESTS },
      to: { path: `^(domain|subgraphs|operations|${APART_FROM_PRODUCTION})/` },
    },
    {
      name: "storefront-speaks-to-the-gateway-alone",
      comment: "storefront/ calls the gateway over HTTP: it imports nothing but platform/.",
      severity: "error",
      from: { path: "^storefront/", pathNot: TESTS },
      to: { path: `^(domain|schema|registry|subgraphs|gateway|operations|${APART_FROM_PRODUCTION})/` },
    },
    {
      name: "nobody-needs-the-storefront",
      comment: "Only what starts, builds or documents it imports storefront/.",
      severity: "error",
      from: { path: "^(platform|domain|schema|registry|subgraphs|gateway|operations|deploy|bench)/", pathNot: TESTS },
      to: { path: "^storefront/" },
    },
    {
      name: "views-run-in-browsers",
      comment:
        "storefront/app/ is built for browsers: it imports no file of the server but documents, data of pages, offline.ts and the decimals of currencies.",
      severity: "error",
      from: { path: "^storefront/(app|worker)/" },
      to: {
        path: "^(storefront/(?!app/|worker/|documents/|page-data\\.ts|page-data/|offline\\.ts)|platform/(?!core/currencies\\.ts$))",
      },
    },
    {
      name: "operations-run-in-production",
      comment: "operations/ runs in production: it imports nothing from local/ or testkit/.",
      severity: "error",
      from: { path: "^operations/", pathNot: TESTS },
      to: { path: `^(${APART_FROM_PRODUCTION})/` },
    },
    {
      name: "local-needs-no-tests",
      comment: "local/ and tools/ import nothing from testkit/.",
      severity: "error",
      from: { path: "^(local|tools)/", pathNot: TESTS },
      to: { path: "^(testkit|test|bench|deploy)/" },
    },
    {
      name: "testkit-is-below-tests",
      comment: "testkit/ serves tests and benches: it imports none of them.",
      severity: "error",
      from: { path: "^testkit/" },
      to: { path: "^(test|bench|deploy)/" },
    },
    {
      name: "tests-use-the-front-door",
      comment: "Tests in test/ speak to the gateway; they import nothing from inside.",
      severity: "error",
      from: { path: "^test/" },
      to: { path: "^(platform|subgraphs|gateway)/" },
    },
    {
      name: "entities-are-the-floor",
      comment: "entities/ import entities/, errors.ts, enums of the schema, saga and score, domain/ and platform/.",
      severity: "error",
      from: { path: `${SUBGRAPH}entities/`, pathNot: TESTS },
      to: { path: "^(subgraphs/[^/]+/(?!entities/|errors\\.ts|enums\\.generated\\.ts|saga/|scoring/)|schema/)" },
    },
    {
      name: "rights-are-in-access",
      comment: "access.ts has all access rules: no other file of a subgraph checks roles.",
      severity: "error",
      from: { path: SUBGRAPH, pathNot: `/access\\.ts$|${TESTS}` },
      to: { path: "^domain/roles\\.ts$" },
    },
    {
      name: "inputs-have-one-place",
      comment: "inputs.ts and inputs/ have all input schemas: resolvers and commands define none.",
      severity: "error",
      from: { path: `${SUBGRAPH}(graphql|commands|workflows|entities)/`, pathNot: TESTS },
      to: { path: "(^|node_modules/)zod/" },
    },
    {
      name: "edges-have-no-sql",
      comment: "Resolvers, handlers, jobs and clients call commands/, workflows/ and queries/: they have no SQL.",
      severity: "error",
      from: {
        path: `${SUBGRAPH}(graphql/|clients/|providers/|inputs|access|handlers|jobs|job-names|subgraph)`,
        pathNot: TESTS,
      },
      to: { path: "^platform/postgres/sql\\.ts$" },
    },
    {
      name: "commands-are-one-transaction",
      comment:
        "A command imports entities/, projections/ and other commands: no query, no client, and none of its callers.",
      severity: "error",
      from: { path: `${SUBGRAPH}commands/`, pathNot: TESTS },
      to: {
        path: `${SUBGRAPH}(graphql|workflows|queries|clients|subscriptions|notifications|handlers|jobs|subgraph|main)`,
      },
    },
    {
      name: "queries-only-read",
      comment: "A query imports entities/, access.ts and other queries: it changes nothing.",
      severity: "error",
      from: { path: `${SUBGRAPH}queries/`, pathNot: TESTS },
      to: {
        path: `${SUBGRAPH}(graphql|workflows|commands|projections|clients|notifications|handlers|jobs|subgraph|main)`,
      },
    },
    {
      name: "projections-follow-messages",
      comment: "A projection is built from messages: it imports entities/ only.",
      severity: "error",
      from: { path: `${SUBGRAPH}projections/`, pathNot: TESTS },
      to: { path: `${SUBGRAPH}(graphql|workflows|commands|queries|clients|notifications|handlers|jobs|subgraph|main)` },
    },
    {
      name: "workflows-know-no-edge",
      comment: "A workflow is called by resolvers, handlers and jobs; it imports none of them.",
      severity: "error",
      from: { path: `${SUBGRAPH}(workflows|subscriptions|notifications)/`, pathNot: TESTS },
      to: { path: `${SUBGRAPH}(graphql/|handlers|jobs|subgraph|main)` },
    },
    {
      name: "one-way-to-postgres-and-redis",
      comment: "Only platform/, operations/, local/ and testkit/ open connections; all others get one as a parameter.",
      severity: "error",
      from: { pathNot: "^(platform|operations|local|testkit)/|/test/" },
      to: { path: "(^|node_modules/)(pg|ioredis|kysely|graphql-redis-subscriptions)(/|$)" },
    },
    {
      name: "stock-executor-is-loaded-when-needed",
      comment:
        "Only gateway/execution/stock.ts imports @apollo/gateway, and loads it on first use: it costs 25 MB and half a second.",
      severity: "error",
      from: { path: "^(gateway|platform|subgraphs|registry|operations|local|testkit|tools)/" },
      to: { path: "(^|node_modules/)@apollo/gateway(/|$)", dynamic: false, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "stock-executor-is-in-one-place",
      comment: "Only gateway/execution/stock.ts imports @apollo/gateway.",
      severity: "error",
      from: { pathNot: "^(gateway/execution/stock\\.ts|bench/gateway/stock-main\\.ts)$" },
      to: { path: "(^|node_modules/)@apollo/gateway(/|$)" },
    },
    {
      name: "mikro-orm-comes-late",
      comment:
        "MikroORM and Kysely take 40 MB and a third of a second: import only their types, and load them on first use.",
      severity: "error",
      from: { pathNot: `^testkit/|${TESTS}` },
      to: { path: "node_modules/(@mikro-orm|kysely)/", dynamic: false, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-dumping-grounds",
      comment: "Use a specific name instead of utils, helpers, common, shared, misc or lib.",
      severity: "error",
      from: {},
      to: { path: "(^|/)(utils?|helpers?|common|shared|misc|lib)(\\.ts$|/)", pathNot: "node_modules" },
    },
    {
      name: "no-circles",
      comment: "No import cycles, also not of types.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A module that nothing imports is dead or misplaced.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "(^|/)main\\.ts$",
          "^deploy/ready\\.ts$",
          "^gateway/account/passkeys\\.js$",
          "\\.test\\.ts$",
          "\\.config\\.",
          "\\.d\\.ts$",
          "enums\\.generated\\.ts$",
          "^testkit/jest/",
          "^storefront/(build-main\\.ts|app/entry-(client|server)\\.tsx)$",
        ],
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: {
      path: "(node_modules/(?!(@mikro-orm|pg|ioredis|kysely|graphql-redis-subscriptions|zod|@apollo/gateway)/)|^(?!node_modules/).*\\.cjs$)",
    },
  },
};
