// Guards, costs and tags mean the same under whatever name a subgraph imports them.
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { readSupergraph } from "../supergraph/supergraph.ts";

const NAMES = ["authenticated", "requiresScopes", "policy", "cost", "listSize", "tag", "inaccessible"];
const FEDERATION = `url: "https://specs.apollo.dev/federation/v2.9"`;

/** Each name as it is used behind its @, and the link that makes it mean that. */
const SPELLINGS: Record<string, { link: string; used(name: string): string }> = {
  plain: { link: `${FEDERATION}, import: [${NAMES.map((name) => `"@${name}"`).join(" ")}]`, used: (name) => name },
  renamed: {
    link: `${FEDERATION}, import: [${NAMES.map((name) => `{ name: "@${name}", as: "@my${name}" }`).join(" ")}]`,
    used: (name) => `my${name}`,
  },
  "without import": { link: FEDERATION, used: (name) => `federation__${name}` },
  "under another namespace": { link: `${FEDERATION}, as: "fed"`, used: (name) => `fed__${name}` },
  "names that change places": {
    link: `${FEDERATION}, import: ["@requiresScopes" "@policy" "@listSize" "@inaccessible" { name: "@authenticated", as: "@cost" } { name: "@cost", as: "@tag" } { name: "@tag", as: "@authenticated" }]`,
    used: (name) => ({ authenticated: "cost", cost: "tag", tag: "authenticated" })[name] ?? name,
  },
};

function read({ link, used }: (typeof SPELLINGS)[string]) {
  const at = (name: string, given = "") => `@${used(name)}${given}`;
  const sdl = `extend schema @link(${link})
    type Query {
      open: Int
      mine: Int ${at("authenticated")}
      staff: Int ${at("requiresScopes", `(scopes: [["staff"]])`)}
      members: Int ${at("policy", `(policies: [["member"]])`)}
      dear: Int ${at("cost", "(weight: 4000)")}
      list: [Int] ${at("listSize", "(assumedSize: 3)")}
      hidden: Int ${at("inaccessible")}
    }
    type Subscription { feed: Int ${at("tag", `(name: "shared-feed")`)} }`;
  const { supergraphSdl, errors } = composeServices([{ name: "a", url: "http://a", typeDefs: parse(sdl) }]);
  if (!supergraphSdl) throw new Error(errors!.map(({ message }) => message).join("\n"));
  const { requirements, costs, tags, planning } = readSupergraph(supergraphSdl);
  return { requirements, costs, tags, fields: Object.keys(planning.api.getQueryType()!.getFields()) };
}

test("under plain names they are read", () => {
  const { requirements, costs, tags, fields } = read(SPELLINGS.plain!);
  expect([...requirements.keys()]).toEqual(["Query.mine", "Query.staff", "Query.members"]);
  expect(costs.weights.get("Query.dear")).toBe(4_000);
  expect(costs.sizes.get("Query.list")).toMatchObject({ assumedSize: 3 });
  expect(tags.get("Subscription.feed")).toEqual(new Set(["shared-feed"]));
  expect(fields).not.toContain("hidden");
});

test.each(Object.keys(SPELLINGS))("they are the same: %s", (spelling) => {
  expect(read(SPELLINGS[spelling]!)).toEqual(read(SPELLINGS.plain!));
});
