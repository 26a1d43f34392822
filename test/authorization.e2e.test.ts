// Who may read and change what: every field that is not public, and every mutation, as every kind of viewer, over every transport and at the
// subgraphs themselves. Fields come from the schema, expectations from the tables in test/authorization/.
import { atSubgraphs, overAll, ownerOf, SUBGRAPHS } from "./authorization/all-viewers.ts";
import { CHANGES } from "./authorization/changes.ts";
import type { Change } from "./authorization/changes/change.ts";
import { QUERIES, SUBSCRIPTIONS, type Root } from "./authorization/roots.ts";
import { setScene, type Scene } from "./authorization/scene.ts";
import { api, documentFor, fieldsOf, isInaccessible, publicApi, subgraphSchemas } from "./authorization/schemas.ts";
import {
  documentOfRoot,
  documentOfSpecimens,
  expectedOf,
  references,
  seenIn,
  type Seen,
} from "./authorization/specimens.ts";
import {
  asking,
  askingSubgraph,
  followingSubgraph,
  internalToken,
  TRANSPORTS,
  type Ask,
  type Told,
} from "./authorization/transports.ts";
import { REFUSED_TOKENS, viewerNames, type RefusedToken, type ViewerName } from "./authorization/viewers.ts";
import { subgraphs } from "../operations/subgraphs.ts";
import { everything } from "./rows.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(() => scene?.stop());

function differences(seen: Seen, expected: Seen): string[] {
  return [
    ...[...seen].filter((one) => !expected.has(one)).map((one) => `sees ${one}`),
    ...[...expected].filter((one) => !seen.has(one)).map((one) => `does not see ${one}`),
  ];
}

describe("reads", () => {
  test("every viewer sees exactly the fields that the tables grant", async () => {
    const document = documentOfSpecimens();
    const problems = await overAll(scene, async (viewer, ask) =>
      differences(seenIn(await ask(document, scene.ids)), expectedOf(viewer)),
    );
    expect(problems).toEqual([]);
  });

  test("a subgraph shows the same to a request by reference", async () => {
    const problems = await atSubgraphs(scene, async (viewer, askOf) => {
      const found = references().map(async ({ subgraph, document, representations, ...reference }) => {
        const told = await askOf(subgraph)(document, { representations: representations(scene) });
        return differences(reference.seenIn(told), reference.expectedOf(viewer)).map((one) => `${subgraph} ${one}`);
      });
      return (await Promise.all(found)).flat();
    });
    expect(problems).toEqual([]);
  });

  /** In the words of the tables: seen, or how it is denied. */
  const outcomeOf = (name: string, { data, errors: [error] }: Told) =>
    error ? error.extensions.code : data?.[name] == null ? "null" : "seen";
  const expectedOutcome = ({ seenBy, otherwise }: Root, viewer: ViewerName) => {
    if (seenBy.includes(viewer)) return "seen";
    return viewer === "nobody" && otherwise === "FORBIDDEN" ? "UNAUTHENTICATED" : otherwise;
  };
  async function rootProblems(
    kind: "query" | "subscription",
    table: Record<string, Root | readonly Root[]>,
    viewer: ViewerName,
    askFor: (name: string) => Ask,
  ): Promise<string[]> {
    const tried = Object.entries(table).flatMap(([name, roots]) =>
      [roots].flat().map(async (root: Root) => {
        const outcome = outcomeOf(name, await askFor(name)(documentOfRoot(api, kind, name, root.given), scene.ids));
        const expected = expectedOutcome(root, viewer);
        return outcome === expected ? [] : [`${name}(${root.given ?? ""}) is ${outcome}, not ${expected}`];
      }),
    );
    return (await Promise.all(tried)).flat();
  }

  test("every query answers the viewers that it is for, and denies others as the tables say", async () => {
    expect([
      ...(await overAll(scene, (viewer, ask) => rootProblems("query", QUERIES, viewer, () => ask))),
      ...(await atSubgraphs(scene, (viewer, askOf) =>
        rootProblems("query", QUERIES, viewer, (name) => askOf(ownerOf("Query", name))),
      )),
    ]).toEqual([]);
  });

  test("so does every subscription, over WebSocket, event streams and the subgraphs' own sockets", async () => {
    const problems = await overAll(scene, (viewer, ask, transport) =>
      transport === "HTTP" ? Promise.resolve([]) : rootProblems("subscription", SUBSCRIPTIONS, viewer, () => ask),
    );
    for (const viewer of viewerNames)
      problems.push(
        ...(await rootProblems("subscription", SUBSCRIPTIONS, viewer, (name) =>
          followingSubgraph(scene, viewer, ownerOf("Subscription", name)),
        )),
      );
    expect(problems).toEqual([]);
  });

  test("lists show drafts only to viewers who may see them", async () => {
    const document = `query ($organization: ID!, $series: ID!) {
      events(filter: { organizationId: $organization, status: DRAFT }) { nodes { id } }
      organization(id: $organization) { events(first: 50) { nodes { id } } }
      series(id: $series) { events { nodes { id } } }
    }`;
    const maySee = (viewer: ViewerName) => viewer === "staff" || scene.people[viewer].role !== undefined;
    const problems = await overAll(scene, async (viewer, ask) => {
      const { data } = await ask(document, scene.ids);
      const lists = { ...data, organization: data.organization.events, series: data.series.events } as Record<
        string,
        { nodes: { id: string }[] }
      >;
      return Object.entries(lists)
        .filter(([, { nodes }]) => nodes.some(({ id }) => id === scene.ids.draft) !== maySee(viewer))
        .map(([list]) => `the draft in ${list}`);
    });
    expect(problems).toEqual([]);
  });

  test("the contract for partners contains nothing that is not public", () => {
    expect(publicApi.getMutationType()).toBeUndefined();
    expect(Object.keys(fieldsOf(publicApi, "Query")).sort()).toEqual([
      "event",
      "events",
      "series",
      "ticketPackage",
      "venue",
      "venues",
    ]);
    expect(Object.keys(fieldsOf(publicApi, "Subscription"))).toEqual(["seatsChanged"]);
    for (const hidden of ["User", "Order", "Ticket", "Payment", "Hold", "RiskAssessment"])
      expect(publicApi.getType(hidden)).toBeUndefined();
  });
});

describe("changes", () => {
  const cases = Object.entries(CHANGES).flatMap(([name, changes]) =>
    [changes].flat().map((change: Change) => ({ name, ...change })),
  );
  /** An error's code, or the member of the result's union. */
  const outcomeOf = (name: string, { data, errors: [error] }: Told): string =>
    error ? error.extensions.code : String(data?.[name]?.__typename ?? data?.[name]);
  const DENIALS = ["UNAUTHENTICATED", "FORBIDDEN", "NotFound", "NOT_FOUND", "INTERNAL_SERVER_ERROR"];

  /** A socket carries no more than 50 operations. */
  const AT_ONCE = 25;

  const documentOf = (name: string) => documentFor("Mutation", name, api);

  async function refusalProblems(viewer: ViewerName, askFor: (name: string) => Ask): Promise<string[]> {
    const refused = cases.filter(({ by }) => !by.includes(viewer));
    const problems: string[] = [];
    const tryOut = async ({ name, unknownTo, given }: (typeof cases)[number]) => {
      const expected = viewer === "nobody" ? "UNAUTHENTICATED" : unknownTo.includes(viewer) ? "NotFound" : "FORBIDDEN";
      const outcome = outcomeOf(name, await askFor(name)(documentOf(name), given(scene)));
      if (outcome !== expected) problems.push(`${name} is ${outcome}, not ${expected}`);
    };
    for (let first = 0; first < refused.length; first += AT_ONCE)
      await Promise.all(refused.slice(first, first + AT_ONCE).map(tryOut));
    return problems;
  }

  test("mutations without permission are refused as the tables say, and change nothing", async () => {
    // Refusals are kept by their idempotency keys.
    const rows = () => everything(scene.supergraph, ["idempotency_key"]);
    const before = await rows();
    expect([
      ...(await overAll(scene, (viewer, ask) => refusalProblems(viewer, () => ask))),
      ...(await atSubgraphs(scene, (viewer, askOf) =>
        refusalProblems(viewer, (name) => askOf(ownerOf("Mutation", name))),
      )),
    ]).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  test("mutations with permission are not refused", async () => {
    // What ends a session comes last.
    const order = [...cases].sort((a, b) => Number(a.name === "signOut") - Number(b.name === "signOut"));
    const problems: string[] = [];
    for (const { name, by, given, tried } of order)
      for (const viewer of tried === null ? [] : by) {
        const values = given(scene);
        const variables =
          "input" in values ? { input: { ...(values.input as object), ...tried } } : { ...values, ...tried };
        const outcome = outcomeOf(
          name,
          await asking(scene.supergraph.url, scene.people[viewer].client.token, "HTTP").ask(
            documentOf(name),
            variables,
          ),
        );
        if (DENIALS.includes(outcome)) problems.push(`${viewer}: ${name} is ${outcome}`);
      }
    expect(problems).toEqual([]);
  });
});

describe("tokens", () => {
  const isRefused = ({ data, errors }: Told) =>
    data === null && errors.length === 1 && errors[0]!.extensions.code === "UNAUTHENTICATED";

  test("a bad token is refused over every transport, for every operation", async () => {
    const problems: string[] = [];
    for (const name of Object.keys(REFUSED_TOKENS) as RefusedToken[])
      for (const transport of TRANSPORTS)
        for (const document of ["{ ticketKey }", "{ me { id } }", "mutation { signOut }"]) {
          const { ask, close } = asking(scene.supergraph.url, scene.refusedTokens[name], transport);
          const told = await ask(document);
          if (!isRefused(told)) problems.push(`${name}, ${transport}, ${document}: ${JSON.stringify(told)}`);
          await close();
        }
    expect(problems).toEqual([]);
  });

  test("a subgraph refuses every token that is not the gateway's or a service's for it, even for its schema", async () => {
    const problems: string[] = [];
    for (const subgraph of SUBGRAPHS) {
      const elsewhere = SUBGRAPHS.find((name) => name !== subgraph)!;
      const tokens = {
        none: undefined,
        "an access token": scene.people.owner.client.token,
        "a forged token": scene.refusedTokens.forged,
        "the gateway's, for another subgraph": await internalToken(scene, "staff", elsewhere),
        "a service's, for another subgraph": await scene.supergraph.serviceToken(subgraph, elsewhere),
      };
      for (const [what, token] of Object.entries(tokens))
        for (const document of [
          "{ __typename }",
          "{ _service { sdl } }",
          "query { _entities(representations: []) { __typename } }",
        ]) {
          const told = await askingSubgraph(scene, subgraph, token)(document);
          if (!isRefused(told)) problems.push(`${subgraph}, ${what}, ${document}: ${JSON.stringify(told)}`);
        }
    }
    expect(problems).toEqual([]);
  });

  test("internal fields are for the services that they name, and services may ask for nothing else", async () => {
    const problems: string[] = [];
    for (const subgraph of SUBGRAPHS) {
      const { internal = {} } = subgraphs[subgraph]!(scene.supergraph.env);
      const schema = subgraphSchemas[subgraph]!;
      const roots = (["Query", "Mutation", "Subscription"] as const).flatMap((kind) =>
        Object.values(fieldsOf(schema, kind)).map((field) => ({ kind, field })),
      );
      const hidden = roots.filter(({ field }) => isInaccessible(field)).map(({ field }) => field.name);
      if (String(hidden.sort()) !== String(Object.keys(internal).sort()))
        problems.push(
          `${subgraph}: @inaccessible are ${String(hidden)}, for services are ${Object.keys(internal).join()}`,
        );
      const callers = [...SUBGRAPHS.filter((name) => name !== subgraph), "gateway"];
      for (const { kind, field } of roots)
        for (const caller of [...callers, "a viewer"]) {
          // Not served over HTTP.
          if (kind === "Subscription") continue;
          if (internal[field.name]?.includes(caller) || (caller === "a viewer" && !internal[field.name])) continue;
          const token =
            caller === "a viewer"
              ? await internalToken(scene, "staff", subgraph)
              : await scene.supergraph.serviceToken(caller, subgraph);
          const told = await askingSubgraph(scene, subgraph, token)(documentFor(kind, field.name, schema));
          const code = told.errors[0]?.extensions.code;
          if (code !== "FORBIDDEN")
            problems.push(`${caller} asks ${subgraph} for ${field.name}: ${code ?? JSON.stringify(told)}`);
        }
    }
    expect(problems).toEqual([]);
  });
});
