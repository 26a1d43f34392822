// The supergraph that gateways are measured on, and what its subgraphs answer: everything from memory.
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

export const SUBGRAPHS = {
  goods: `${LINK}
    type Query { goods(first: Int!): [Good!]! }
    type Good @key(fields: "id") { id: ID! name: String! text: String! price: Int! currency: String! tags: [String!]! inStock: Boolean! }`,
  reviews: `${LINK}
    type Good @key(fields: "id") { id: ID! reviews: [Review!]! stars: Float }
    type Review @key(fields: "id") { id: ID! stars: Int! text: String! author: User }
    type User @key(fields: "id", resolvable: false) { id: ID! }`,
  users: `${LINK}
    type Query { me: User }
    type User @key(fields: "id") { id: ID! name: String! since: Int! }`,
};
export type SubgraphName = keyof typeof SUBGRAPHS;

export const OPERATIONS = {
  /** One fetch of 7 KB. */
  one: "query One { goods(first: 32) { id name text price currency tags inStock } }",
  /** A list from one subgraph, of which each element goes on in another. */
  join: "query Join { goods(first: 50) { id name price reviews { id stars } stars } }",
  /** The same, and on from there. */
  three: "query Three { goods(first: 20) { id name price reviews { id stars author { id name since } } } }",
};
export type OperationName = keyof typeof OPERATIONS;

/** @throws Error if the schemas do not compose. */
export function composeSupergraph(urls: Record<SubgraphName, string>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(SUBGRAPHS).map(([name, sdl]) => ({ name, url: urls[name as SubgraphName], typeDefs: parse(sdl) })),
  );
  if (errors) throw new AggregateError(errors);
  return supergraphSdl;
}

const user = (id: string) => ({ __typename: "User", id, name: `User ${id}`, since: 2_000 + (Number(id) % 26) });

const review = (id: string) => ({
  __typename: "Review",
  id,
  stars: Number(id) % 6,
  text: "As good as they said.",
  author: { __typename: "User", id: String(Number(id) % 13) },
});

export const good = (index: number) => ({
  __typename: "Good",
  id: String(index),
  name: `Good number ${index}`,
  text: `What there is to say of good number ${index}, which is a little more than its name says.`,
  price: 1_000 + index,
  currency: "EUR",
  tags: ["new", "light", `tag-${index % 7}`],
  inStock: index % 3 > 0,
  stars: (index % 11) / 2,
  reviews: [review(String(index * 3)), review(String(index * 3 + 1)), review(String(index * 3 + 2))],
});

/** Where subgraphs never answer with the same bytes twice. */
export const CHANGING = "/changing";

/** An entity by its representation. */
export function entity({ __typename, id }: { __typename: string; id: string }) {
  if (__typename === "User") return user(id);
  if (__typename === "Review") return review(id);
  return good(Number(id));
}
