// Two products, sold in one subgraph and shipped in another, which requires fields of the first with arguments; and both in one schema.
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import type { StubOptions } from "./harness.ts";

type Resolvers = Record<string, unknown>;

const PRODUCTS = [
  { upc: "p1", grams: 100, cents: 10, makers: [{ code: "m1", town: "Ulm" }], notes: ["a", "b", "c"] },
  {
    upc: "p2",
    grams: 200,
    cents: 30,
    makers: [
      { code: "m2", town: "Bonn" },
      { code: "m3", town: "Kiel" },
    ],
    notes: ["d"],
  },
];
type Product = (typeof PRODUCTS)[number];
const RATES: Record<string, number> = { EUR: 1, CHF: 2, USD: 3 };
const price = ({ cents }: Product, currency: string) => cents * RATES[currency]!;
const notes = (product: Product, first: number) => product.notes.slice(0, first).map((text) => ({ text }));

export const SHOP: StubOptions = {
  sdl: `
    type Query { products: [Product!]! product(upc: ID!): Product }
    type Product @key(fields: "upc") {
      upc: ID!
      grams: Int
      price(currency: String! = "CHF"): Int
      notes(first: Int!): [Note!]
      makers: [Maker!]!
    }
    type Note { text: String }
    type Maker { code: ID! town(upper: Boolean = false): String }
  `,
  resolvers: {
    Query: {
      products: () => PRODUCTS,
      product: (_: unknown, { upc }: { upc: string }) => PRODUCTS.find((one) => one.upc === upc),
    },
    Product: {
      price: (product: Product, { currency }: { currency: string }) => price(product, currency),
      notes: (product: Product, { first }: { first: number }) => notes(product, first),
      __resolveReference: ({ upc }: Product) => PRODUCTS.find((one) => one.upc === upc),
    },
    Maker: {
      town: ({ town }: { town: string }, { upper }: { upper: boolean }) => (upper ? town.toUpperCase() : town),
    },
  },
};

interface Represented {
  price?: number;
  grams?: number;
  notes?: { text: string }[];
  makers?: { code?: string; town?: string }[];
}

export const SHIPPING: StubOptions = {
  sdl: `
    type Product @key(fields: "upc") {
      upc: ID!
      grams: Int @external
      price(currency: String! = "CHF"): Int @external
      notes(first: Int!): [Note!] @external
      makers: [Maker!]! @external
      customs: Int @requires(fields: "price(currency: \\"EUR\\") grams")
      duty: Int @requires(fields: "price(currency: \\"USD\\")")
      usual: Int @requires(fields: "price")
      summary: String @requires(fields: "notes(first: 2) { text }")
      origins: String @requires(fields: "makers { town(upper: true) }")
      labels: String @requires(fields: "makers { code town }")
    }
    type Note @external { text: String }
    type Maker @external { code: ID! town(upper: Boolean = false): String }
  `,
  resolvers: {
    Product: {
      __resolveReference: (thing: object) => thing,
      customs: ({ price, grams }: Represented) => price! + grams!,
      duty: ({ price }: Represented) => price,
      usual: ({ price }: Represented) => price,
      summary: ({ notes }: Represented) => notes?.map(({ text }) => text).join(),
      origins: ({ makers }: Represented) => JSON.stringify(makers?.map(({ town }) => town)),
      labels: ({ makers }: Represented) => JSON.stringify(makers?.map(({ code, town }) => `${code} ${town}`)),
    },
  },
};

/** The same in one schema, where nothing has to be required. */
export const WHOLE = buildSubgraphSchema([
  {
    typeDefs: parse(
      SHOP.sdl.replace(
        "makers: [Maker!]!",
        "makers: [Maker!]! customs: Int duty: Int usual: Int summary: String origins: String labels: String",
      ),
    ),
    resolvers: {
      ...SHOP.resolvers,
      Product: {
        ...(SHOP.resolvers.Product as Resolvers),
        customs: (product: Product) => price(product, "EUR") + product.grams,
        duty: (product: Product) => price(product, "USD"),
        usual: (product: Product) => price(product, "CHF"),
        summary: (product: Product) =>
          notes(product, 2)
            .map(({ text }) => text)
            .join(),
        origins: (product: Product) => JSON.stringify(product.makers.map(({ town }) => town.toUpperCase())),
        labels: (product: Product) => JSON.stringify(product.makers.map(({ code, town }) => `${code} ${town}`)),
      },
    } as never,
  },
]);
