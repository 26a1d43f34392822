// The public benchmark of gateways, graphql-hive/graphql-gateways-benchmark (MIT), rebuilt: its four subgraphs, its query, and data with
// the same keys, relations and lengths of text. A response has 87 KB and takes 16 fetches in up to four steps.
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse, type DocumentNode, type ExecutionResult } from "graphql";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@provides", "@shareable"])`;

export const SUBGRAPHS = {
  accounts: `${LINK}
    type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
  inventory: `${LINK}
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `${LINK}
    type Query { topProducts(first: Int = 5): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `${LINK}
    type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
    type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
};
export type SubgraphName = keyof typeof SUBGRAPHS;

/** `$first` makes requests differ; there are five top products, regardless of its value. */
export const QUERY = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Heavy($first: Int) {
    users {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
        }
      }
    }
    topProducts(first: $first) {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }`;

export const variablesOf = (request: number) => ({ first: 5 + request });

/** @throws Error if the schemas do not compose. */
export function composeHeavy(urlOf: (name: SubgraphName) => string, others: Record<string, string> = {}): string {
  const services = (Object.keys(SUBGRAPHS) as SubgraphName[]).map((name) => ({
    name: name as string,
    url: urlOf(name),
    typeDefs: parse(SUBGRAPHS[name]),
  }));
  const more = Object.entries(others).map(([name, url]) => ({ name, url, typeDefs: parse(OF_OTHERS(name)) }));
  const { supergraphSdl, errors } = composeServices([...services, ...more]);
  if (errors) throw new AggregateError(errors);
  return supergraphSdl;
}

/** No fields of other subgraphs are selected. */
const OF_OTHERS = (name: string) => `${LINK} type Query { ${name}IsThere: Boolean }`;

/** In every text, for a subgraph to put the number of its answer there: no two answers are alike. */
export const NUMBER = "00000000";

const WORDS = "light sound stage row seat door ticket music crowd night open floor voice hall scene curtain ".repeat(
  60,
);
const body = (length: number) => `${NUMBER} ${WORDS}`.slice(0, length);

const USERS = ["Ada", "Grace", "Edsger", "Barbara", "Donald", "Frances"].map((name, index) => ({
  id: String(index + 1),
  name: `${name} ${NUMBER}`,
  username: `${name.toLowerCase()}${NUMBER}`,
}));

const PRODUCTS = [
  ["Table", 899, 100],
  ["Couch", 1299, 1000],
  ["Glass", 15, 20],
  ["Chair", 499, 100],
  ["Lamp", 1299, 1000],
].map(([name, price, weight], index) => ({
  upc: String(index + 1),
  name: `${name} ${NUMBER}`,
  price: price as number,
  weight: weight as number,
  inStock: index % 4 === 0,
}));

/** The product that each is about, and the length of its text. */
const REVIEWS = (
  [
    ["1", 446],
    ["1", 290],
    ["1", 276],
    ["1", 144],
    ["2", 446],
    ["2", 290],
    ["2", 276],
    ["2", 144],
    ["3", 144],
    ["4", 144],
    ["4", 845],
  ] as const
).map(([upc, length], index) => ({ id: String(index + 1), body: body(length), upc }));

/** All reviews are by one author, and all users have the same two. */
const AUTHOR = { __typename: "User", id: "1", username: USERS[0]!.username };
const reviewsOfUsers = () => REVIEWS.slice(0, 2);

type Product = (typeof PRODUCTS)[number];

const RESOLVERS = {
  accounts: {
    Query: {
      me: () => USERS[0],
      user: (_: unknown, { id }: { id: string }) => USERS.find((user) => user.id === id),
      users: () => USERS,
    },
    User: { __resolveReference: ({ id }: { id: string }) => USERS.find((user) => user.id === id) },
  },
  inventory: {
    Product: {
      __resolveReference: (given: Product) => ({ ...given, inStock: PRODUCTS[Number(given.upc) - 1]!.inStock }),
      shippingEstimate: ({ price, weight }: Product) => (price > 1_000 ? 0 : weight / 2),
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => PRODUCTS.slice(0, first) },
    Product: { __resolveReference: ({ upc }: Product) => PRODUCTS.find((product) => product.upc === upc) },
  },
  reviews: {
    Review: {
      author: () => AUTHOR,
      product: ({ upc }: { upc: string }) => ({ upc }),
    },
    User: { reviews: reviewsOfUsers },
    Product: { reviews: ({ upc }: Product) => REVIEWS.filter((review) => review.upc === upc) },
  },
} satisfies Record<SubgraphName, object>;

export interface Asked {
  query: string;
  variables?: Record<string, unknown>;
}

/** Response of a subgraph. */
export function createSubgraph(name: SubgraphName): (asked: Asked) => Promise<ExecutionResult> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(SUBGRAPHS[name]), resolvers: RESOLVERS[name] as never }]);
  const documents = new Map<string, DocumentNode>();
  return async ({ query, variables = {} }) => {
    let document = documents.get(query);
    if (!document) documents.set(query, (document = parse(query)));
    return execute({ schema, document, variableValues: variables });
  };
}
