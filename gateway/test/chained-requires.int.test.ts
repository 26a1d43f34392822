// Fields that require fields that themselves require something, of subgraphs that know the same things by different keys.
import { startStand, type Stand, type StubOptions } from "./harness.ts";

const BOOKS = [
  { id: "1", isbn: "i1", sku: "s1", pages: 100, sides: { a: 1, b: 2 } },
  { id: "2", isbn: "i2", sku: "s2", pages: 300, sides: { a: 3, b: 4 } },
];
type Book = (typeof BOOKS)[number];
const weight = (pages: number) => pages * 2;
const isHeavy = (grams: number) => grams > 500;
const badge = (heavy: boolean, area: number) => `${heavy ? "heavy" : "light"} ${area}`;
const area = ({ a, b }: Book["sides"]) => a * b;
const found = (key: Partial<Book>) =>
  BOOKS.find((book) => Object.entries(key).every(([name, value]) => book[name as keyof Book] === value))!;

/** What a subgraph says of a book: what it was asked by, what it knows itself, and nothing that it should have been told. */
const reference =
  (own: (keyof Book)[], keys: (keyof Book)[]) =>
  ({ __typename, ...told }: Partial<Book> & { __typename: string }) => {
    const key = keys.find((name) => told[name] !== undefined)!;
    const book = found({ [key]: told[key] });
    return { __typename, ...Object.fromEntries(own.map((name) => [name, book[name]])), ...told };
  };

const SUBGRAPHS: Record<string, StubOptions> = {
  lib: {
    sdl: `
      type Query { book(id: ID!): Book books: [Book!]! shelf: Shelf! }
      type Shelf { books: [Book!]! best: Book }
      type Book @key(fields: "id") { id: ID! pages: Int! sides: Sides! }
      type Sides { a: Int! b: Int! }
    `,
    resolvers: {
      Query: {
        book: (_: unknown, key: { id: string }) => found(key),
        books: () => BOOKS,
        shelf: () => ({ books: BOOKS, best: BOOKS[1] }),
      },
      Book: { __resolveReference: reference(["pages", "sides"], ["id"]) },
    },
  },
  shop: {
    sdl: `
      type Book @key(fields: "id") @key(fields: "isbn") {
        id: ID! isbn: ID! pages: Int! @external sides: Sides! @external
        weight: Int @requires(fields: "pages") area: Int @requires(fields: "sides { a b }")
      }
      type Sides @external { a: Int! b: Int! }
    `,
    resolvers: {
      Book: {
        __resolveReference: reference(["id", "isbn"], ["id", "isbn"]),
        weight: ({ pages }: Partial<Book>) => (pages === undefined ? null : weight(pages)),
        area: ({ sides }: Partial<Book>) => (sides ? area(sides) : null),
      },
    },
  },
  rank: {
    sdl: `
      type Book @key(fields: "isbn") @key(fields: "sku") {
        isbn: ID! sku: ID! weight: Int @external heavy: Boolean @requires(fields: "weight")
      }
    `,
    resolvers: {
      Book: {
        __resolveReference: reference(["isbn", "sku"], ["isbn", "sku"]),
        heavy: ({ weight }: { weight?: number | null }) => (weight == null ? null : isHeavy(weight)),
      },
    },
  },
  fame: {
    sdl: `
      type Book @key(fields: "sku") {
        sku: ID! heavy: Boolean @external area: Int @external badge: String @requires(fields: "heavy area")
      }
    `,
    resolvers: {
      Book: {
        __resolveReference: (told: object) => told,
        badge: ({ heavy, area }: { heavy?: boolean | null; area?: number | null }) =>
          heavy == null || area == null ? null : badge(heavy, area),
      },
    },
  },
};

let stand: Stand;
beforeAll(async () => {
  stand = await startStand(SUBGRAPHS);
});
afterAll(() => stand.stop());

test.each<[query: string, data: unknown, variables?: Record<string, unknown>]>([
  [`{ book(id: "2") { heavy } }`, { book: { heavy: true } }],
  [
    `{ books { isbn heavy weight pages } }`,
    {
      books: [
        { isbn: "i1", heavy: false, weight: 200, pages: 100 },
        { isbn: "i2", heavy: true, weight: 600, pages: 300 },
      ],
    },
  ],
  [`{ books { badge } }`, { books: [{ badge: "light 2" }, { badge: "heavy 12" }] }],
  [
    `{ shelf { books { sku large: heavy } best { badge area sides { b } } } }`,
    {
      shelf: {
        books: [
          { sku: "s1", large: false },
          { sku: "s2", large: true },
        ],
        best: { badge: "heavy 12", area: 12, sides: { b: 4 } },
      },
    },
  ],
  ...[true, false].map((yes): [string, unknown, Record<string, unknown>] => [
    `query ($yes: Boolean!) { book(id: "1") { heavy @include(if: $yes) area @skip(if: $yes) ...B } } fragment B on Book { badge @include(if: $yes) }`,
    { book: yes ? { heavy: false, badge: "light 2" } : { area: 2 } },
    { yes },
  ]),
  [
    `{ a: book(id: "1") { heavy } b: book(id: "2") { weight badge } }`,
    { a: { heavy: false }, b: { weight: 600, badge: "heavy 12" } },
  ],
])("what a field requires has come before the field is asked for: %s", async (query, ...[data, variables]) => {
  expect((await stand.ask(query, { variables })).body).toEqual({ data });
});
