// Asks for all specimens in one operation, and lists the fields in which a viewer sees a value.
import { getNamedType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Data } from "../../local/client.ts";
import { SPECIMENS } from "./reads.ts";
import type { Specimen } from "./reads/specimen.ts";
import { api, askFor, fieldsOf, needsMore, referencedTypes, selectionOf, subgraphSchemas } from "./schemas.ts";
import type { Scene } from "./scene.ts";
import type { Told } from "./transports.ts";
import { viewerNames, type ViewerName } from "./viewers.ts";

/** Fields with a value, seen or expected, as `the buyer: email`. */
export type Seen = Set<string>;

const all = Object.entries(SPECIMENS).map(([name, specimen], index) => ({ name, alias: `s${index}`, ...specimen }));
export const namesIn = ({ fields }: Specimen) => fields.flatMap(([, names]) => names.split(" "));

export function expectedOf(viewer: ViewerName, isReference = false): Seen {
  const seen: Seen = new Set();
  for (const { name, reachedBy, fields, ...specimen } of all)
    for (const [readers, names] of fields)
      if (readers.includes(viewer) && (isReference ? specimen.isReference : reachedBy.includes(viewer)))
        for (const field of names.split(" ")) seen.add(`${name}: ${field}`);
  return seen;
}

/** One operation for the gateway with all specimens. */
export function documentOfSpecimens(): string {
  const ids = [...new Set(all.flatMap(({ path }) => [...path.matchAll(/\$(\w+)/g)].map(([, id]) => id!)))];
  const parts = all.map(
    ({ alias, path, type, ...specimen }) =>
      `${alias}: ${path.replace(
        "@",
        `__typename ${namesIn({ type, path, ...specimen } as Specimen)
          .map((field) => askFor(api, type, field))
          .join(" ")}`,
      )}`,
  );
  return `query (${ids.map((id) => `$${id}: ID!`).join(", ")}) { ${parts.join("\n")} }`;
}

/** The fields with a value in an answer, and its errors as code and path. */
export function seenIn({ data, errors }: Told): Seen {
  const seen: Seen = new Set(errors.map(({ path, extensions }) => `${extensions.code} at ${path?.join(".")}`));
  for (const { name, alias, path, ...specimen } of all) {
    const [, ...steps] = [...path.matchAll(/(\w+)(?:\([^)]*\))? \{/g)].map(([, step]) => step!);
    let found = data?.[alias] as Data;
    for (const step of steps) found = [found?.[step]].flat()[0];
    note(seen, name, found, namesIn({ path, ...specimen } as Specimen));
  }
  return seen;
}

function note(seen: Seen, specimen: string, found: Data, names: readonly string[]): void {
  if (found) for (const name of names) if (isSomething(found[name])) seen.add(`${specimen}: ${name}`);
}

function isSomething(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== 0 && value !== false;
}

interface Reference {
  subgraph: string;
  document: string;
  representations(scene: Scene): { __typename: string; id: string }[];
  /** As `seenIn`, of this subgraph's fields. */
  seenIn(told: Told): Seen;
  expectedOf(viewer: ViewerName): Seen;
}

/** One operation for each subgraph that resolves specimens by reference. */
export function references(): Reference[] {
  const types = referencedTypes();
  return Object.entries(subgraphSchemas).flatMap(([subgraph, schema]) => {
    const own = all.filter(({ type, isReference }) => isReference && types.get(type)?.includes(subgraph));
    if (own.length === 0) return [];
    // The id is in the reference itself.
    const fieldsHere = (type: string, names: string[]) =>
      names.filter((name) => {
        const field = fieldsOf(schema, type)[name];
        return name !== "id" && field && !needsMore(field);
      });
    const parts = [...new Set(own.map(({ type }) => type))].flatMap((type) => {
      const names = fieldsHere(type, [...new Set(own.filter((one) => one.type === type).flatMap(namesIn))]);
      if (names.length === 0) return [];
      return `... on ${type} { ${names.map((name) => `${type}_${name}: ${askFor(schema, type, name)}`).join(" ")} }`;
    });
    const document = `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${parts.join("\n")} } }`;
    return [
      {
        subgraph,
        document,
        representations: ({ ids }) => own.map(({ type, id }) => ({ __typename: type, id: ids[id]! })),
        seenIn: ({ data, errors }) => {
          const seen: Seen = new Set(errors.map(({ path, extensions }) => `${extensions.code} at ${path?.join(".")}`));
          for (const [index, { name, type, ...specimen }] of own.entries()) {
            const found = data?._entities?.[index] as Data;
            const names = fieldsHere(type, namesIn({ type, ...specimen } as Specimen));
            const plain = found && Object.fromEntries(names.map((field) => [field, found[`${type}_${field}`]]));
            note(seen, name, plain, names);
          }
          return seen;
        },
        expectedOf: (viewer) =>
          new Set(
            [...expectedOf(viewer, true)].filter((one) => {
              const [name, field] = one.split(": ") as [string, string];
              const specimen = own.find((other) => other.name === name);
              return specimen && fieldsHere(specimen.type, [field]).length > 0;
            }),
          ),
      } satisfies Reference,
    ];
  });
}

/** The fields that at least one viewer sees something in, as `User.email`. */
export function shown(): Set<string> {
  const seen = new Set(viewerNames.flatMap((viewer) => [...expectedOf(viewer)]));
  return new Set(
    [...seen]
      .map((one) => one.split(": ") as [string, string])
      .map(([name, field]) => `${SPECIMENS[name]!.type}.${field}`),
  );
}

/** A whole operation for a root field. */
export function documentOfRoot(
  schema: GraphQLSchema,
  kind: "query" | "mutation" | "subscription",
  name: string,
  given = "",
): string {
  const root = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }[kind]!;
  const field = root.getFields()[name]!;
  const type = getNamedType(field.type) as GraphQLObjectType;
  const typeOf = (argument: string) => String(field.args.find((one) => one.name === argument)!.type);
  const ids = [...given.matchAll(/(\w+): \$(\w+)/g)]
    .map(([, argument, id]) => `$${id}: ${typeOf(argument!)}`)
    .join(", ");
  return `${kind} ${ids && `(${ids})`} { ${name}${given && `(${given})`} ${"getFields" in type && type.getFields().id ? "{ id }" : selectionOf(schema, type, 1)} }`;
}
