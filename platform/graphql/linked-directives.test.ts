import { parse } from "graphql";
import { plainNames, usedName } from "./linked-directives.ts";

const linked = (...links: string[]) =>
  plainNames(parse(`extend schema ${links.map((link) => `@link(${link})`).join(" ")}`));
const FEDERATION = `url: "https://specs.apollo.dev/federation/v2.9"`;

test.each([
  ["imported as it is", `${FEDERATION}, import: ["@key", "@authenticated"]`, "authenticated"],
  [
    "imported under another name",
    `${FEDERATION}, import: [{ name: "@authenticated", as: "@needsLogin" }]`,
    "needsLogin",
  ],
  ["used without import", `${FEDERATION}, import: ["@key"]`, "federation__authenticated"],
  ["of a federation of another name", `${FEDERATION}, as: "fed"`, "fed__authenticated"],
  ["of its own specification", `url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY`, "authenticated"],
  [
    "of its own specification under another name",
    `url: "https://specs.apollo.dev/authenticated/v0.1", as: "login"`,
    "login",
  ],
  [
    "of its own specification and imported under another name",
    `url: "https://specs.apollo.dev/authenticated/v0.1", import: [{ name: "@authenticated", as: "@federation__authenticated" }]`,
    "federation__authenticated",
  ],
])("a directive that is %s is found", (_, link, used) => {
  expect(linked(link)(used)).toBe("authenticated");
});

test("one of several directives of a specification, and names that change places", () => {
  const cost = linked(
    `url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize", { name: "@cost", as: "@price" }]`,
  );
  expect(["listSize", "price", "cost__listSize"].map(cost)).toEqual(["listSize", "cost", "listSize"]);
  const swapped = linked(
    `${FEDERATION}, import: [{ name: "@authenticated", as: "@policy" }, { name: "@policy", as: "@authenticated" }]`,
  );
  expect(["policy", "authenticated"].map(swapped)).toEqual(["authenticated", "policy"]);
});

test("a name that is not linked stays, and a specification of another author is not taken for Apollo's", () => {
  expect(plainNames(parse('type Query { a: Int @tag(name: "x") }'))("tag")).toBe("tag");
  const foreign = linked(`url: "https://example.org/labels/v1.0", import: ["@tag"]`, FEDERATION);
  expect(foreign("tag")).not.toBe("tag");
  expect(foreign("federation__tag")).toBe("tag");
});

test("only link links: another directive with a URL hides no name", () => {
  const document = parse(`extend schema @link(${FEDERATION}, import: ["@override"])
    @contact(url: "https://example.org/help/v1.0", import: ["@override"])`);
  expect(plainNames(document)("override")).toBe("override");
  const renamed = parse(`extend schema @linked(url: "https://specs.apollo.dev/link/v1.0", as: "linked")
    @linked(url: "https://specs.apollo.dev/tag/v0.3", as: "label")`);
  expect(plainNames(renamed)("label")).toBe("tag");
});

test("the predecessor of link is understood too", () => {
  const document =
    parse(`schema @core(feature: "https://specs.apollo.dev/core/v0.1") @core(feature: "https://specs.apollo.dev/tag/v0.1", as: "label") { query: Query }
    directive @label(name: String!) on OBJECT`);
  expect(plainNames(document)("label")).toBe("tag");
  expect([usedName(document, "tag"), usedName(document, "inaccessible")]).toEqual(["label", undefined]);
});
