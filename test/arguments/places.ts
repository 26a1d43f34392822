// The places of the public schema that take values: arguments, and the fields of the input objects in them. Each is reached from an operation
// in which everything else is right.
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from "graphql";
import { inDays, PASSWORD } from "../../local/fixtures.ts";
import { CHANGES } from "../authorization/changes.ts";
import type { Change } from "../authorization/changes/change.ts";
import { QUERIES, SUBSCRIPTIONS, type Root } from "../authorization/roots.ts";
import { api, ROOTS, selectionOf } from "../authorization/schemas.ts";
import type { Scene } from "../authorization/scene.ts";
import type { ViewerName } from "../authorization/viewers.ts";

export type Values = Record<string, unknown>;
type Path = readonly (string | number)[];

export interface Operation {
  kind: "query" | "mutation" | "subscription";
  field: GraphQLField<unknown, unknown>;
  viewer: ViewerName;
  /** `@` stands for the field; `$of_event` for the scene's id. */
  reached: string;
  /** The right values. */
  given(scene: Scene): Values;
}

export interface Place {
  operation: Operation;
  /** Such as `holdSeats input.seatIds.0`. */
  name: string;
  path: Path;
  type: GraphQLInputType;
}

/** How the fields with arguments of other types are reached, where each has something to show. */
const REACHED: Record<string, readonly [ViewerName, string]> = {
  CheckInBundle: ["owner", "event(id: $of_event) { checkInBundle { @ } }"],
  Event: ["owner", "event(id: $of_event) { @ }"],
  Hold: ["buyer", "hold(id: $of_hold) { @ }"],
  Invoice: ["buyer", "order(id: $of_order) { invoices { @ } }"],
  Order: ["buyer", "order(id: $of_order) { @ }"],
  Organization: ["owner", "organization(id: $of_organization) { @ }"],
  Queue: ["owner", "event(id: $of_queue) { queue { @ } }"],
  Series: ["owner", "series(id: $of_series) { @ }"],
  Statement: ["owner", `organization(id: $of_organization) { statements(from: "1970-01-01T00:00:00Z") { @ } }`],
  Ticket: ["buyer", "ticket(id: $of_kept) { @ }"],
  Venue: ["owner", "venue(id: $of_venue) { @ }"],
  User: ["buyer", "user(id: $of_buyer) { @ }"],
  Waitlist: ["owner", "event(id: $of_waitlist) { waitlist { @ } }"],
};

/** What the authorization tests leave wrong on purpose. */
const RIGHT: Record<string, (scene: Scene) => Values> = {
  changeEmail: () => ({ password: PASSWORD }),
  changePassword: () => ({ currentPassword: PASSWORD, newPassword: `${PASSWORD}!` }),
  createApp: () => ({
    redirectUris: ["https://app.example/callback"],
    postLogoutRedirectUris: [],
    backchannelLogoutUri: null,
  }),
  createPackage: ({ ids }) => ({ events: [{ eventId: ids.event }, { eventId: ids.packageDate }] }),
  createOrganization: () => ({ name: "Ada" }),
  deleteAccount: () => ({ password: PASSWORD }),
  elevate: () => ({ password: PASSWORD }),
  eraseAccount: () => ({ password: PASSWORD }),
  holdBestAvailable: () => ({ quantity: 1 }),
  holdPackage: ({ ids }) => ({
    events: [
      { eventId: ids.event, quantity: 1 },
      { eventId: ids.packageDate, quantity: 1 },
    ],
  }),
  holdSeats: ({ ids }) => ({ seatIds: [ids.seat] }),
  openQueue: ({ ids }) => ({ eventId: ids.packageDate, drawAt: inDays(30), opensAt: inDays(29) }),
  joinWaitlist: ({ ids }) => ({
    eventId: ids.waitlist,
    quantity: 1,
    priceTierIds: [],
    sectionIds: [],
    wheelchairPlaces: 0,
  }),
  setWaitlist: ({ ids }) => ({ eventId: ids.waitlist, offerSeconds: 3_600 }),
  signUp: () => ({ password: PASSWORD }),
  suspendUser: ({ ids }) => ({ userId: ids.unverified }),
};

const SAMPLES: Record<string, unknown> = {
  Boolean: true,
  CountryCode: "DE",
  CurrencyCode: "EUR",
  DateTime: inDays(30),
  EmailAddress: "ada@example.org",
  Float: 1,
  ImageInput: { hash: "0".repeat(64), alt: "Stage" },
  ID: "00000000-0000-4000-8000-000000000000",
  Int: 1,
  JourneyInput: { route: "RE 7", origin: "Erfurt", destination: "Jena", departsAt: inDays(30), arrivesAt: inDays(31) },
  RowInput: { label: "1", seats: 4 },
  String: "Ada",
  TaxInput: { name: "VAT", ratePercent: 8.1, included: true },
  TimeZone: "Europe/Berlin",
};

/** A value that is right as far as its type says. */
export function sampleOf(type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if ("name" in bare && bare.name in SAMPLES) return SAMPLES[bare.name];
  if (isListType(bare)) return [sampleOf(bare.ofType as GraphQLInputType)];
  if (isEnumType(bare)) return bare.getValues()[0]!.name;
  if (isInputObjectType(bare))
    return Object.fromEntries(
      Object.values(bare.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, sampleOf(field.type)]),
    );
  throw new Error(`Give ${bare.name} a value in SAMPLES of test/arguments/places.ts.`);
}

/** As the tables of the authorization tests have them: `id: $event`. */
function rootValues(given = ""): (scene: Scene) => Values {
  const pairs = [...given.matchAll(/(\w+): \$(\w+)/g)].map(([, name, id]) => [name!, id!] as const);
  return ({ ids }) => Object.fromEntries(pairs.map(([name, id]) => [name, ids[id]]));
}

function operationOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Operation {
  if (type.name === "Mutation") {
    const { by, given: almost } = [CHANGES[field.name]!].flat()[0] as Change;
    const given = (scene: Scene) => {
      const [values, right] = [almost(scene), RIGHT[field.name]?.(scene)];
      return "input" in values ? { input: { ...(values.input as Values), ...right } } : { ...values, ...right };
    };
    return { kind: "mutation", field, viewer: by[0]!, reached: "@", given };
  }
  if (ROOTS.includes(type.name)) {
    const kind = type.name === "Query" ? "query" : "subscription";
    const root = [(kind === "query" ? QUERIES : SUBSCRIPTIONS)[field.name]!].flat()[0] as Root;
    const viewer = root.seenBy.includes("owner") ? "owner" : root.seenBy[0]!;
    return { kind, field, viewer, reached: "@", given: rootValues(root.given) };
  }
  const way = REACHED[type.name];
  if (!way) throw new Error(`Say in REACHED of test/arguments/places.ts how fields of ${type.name} are reached.`);
  const required = field.args.filter(isRequiredArgument).map((arg) => [arg.name, sampleOf(arg.type)]);
  return { kind: "query", field, viewer: way[0], reached: way[1], given: () => Object.fromEntries(required) };
}

function placesIn(operation: Operation, name: string, path: Path, type: GraphQLInputType): Place[] {
  const bare = getNullableType(type);
  if (isInputObjectType(bare))
    return Object.values(bare.getFields()).flatMap((field) =>
      placesIn(operation, name, [...path, field.name], field.type),
    );
  const here = { operation, name: `${name} ${path.join(".")}`, path, type };
  return isListType(bare)
    ? [here, ...placesIn(operation, name, [...path, 0], bare.ofType as GraphQLInputType)]
    : [here];
}

/** All of them. */
export const PLACES: readonly Place[] = Object.values(api.getTypeMap())
  .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith("__"))
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      if (field.args.length === 0) return [];
      const operation = operationOf(type, field);
      const name = type.name === "Mutation" ? field.name : `${type.name}.${field.name}`;
      return field.args.flatMap((arg) => placesIn(operation, name, [arg.name], arg.type));
    }),
  );

/** The operation, with those of its arguments that are given. */
export function documentOf({ kind, field, reached }: Operation, given: Values, selection?: string): string {
  const args = field.args.filter(({ name }) => name in given);
  const declared = [
    ...[...reached.matchAll(/\$(\w+)/g)].map(([variable]) => `${variable}: ID!`),
    ...args.map(({ name, type }) => `$${name}: ${String(type)}`),
  ].join(", ");
  const passed = args.map(({ name }) => `${name}: $${name}`).join(", ");
  const type = getNamedType(field.type) as GraphQLObjectType;
  const selected =
    selection ?? (kind === "mutation" && isObjectType(type) ? "{ __typename }" : selectionOf(api, type, 1));
  const asked = `found: ${field.name}${passed && `(${passed})`} ${selected}`;
  return `${kind} ${declared && `(${declared})`} { ${reached.replace("@", asked)} }`;
}

/** The scene's ids that the operation is reached by. */
export function idsOf({ reached }: Operation, { ids }: Scene): Values {
  return Object.fromEntries([...reached.matchAll(/\$of_(\w+)/g)].map(([, id]) => [`of_${id}`, ids[id!]]));
}

/** What was answered in the field. */
export function foundIn({ reached }: Operation, data: unknown): unknown {
  const steps = [...reached.matchAll(/(\w+)(?:\([^)]*\))? \{/g)].map(([, step]) => step!);
  let at = data;
  for (const step of [...steps, "found"]) at = ([at].flat()[0] as Values | null | undefined)?.[step];
  return at;
}

export function valueAt(given: unknown, path: Path): unknown {
  return path.reduce((at, key) => (at as Values | undefined)?.[key], given);
}

/** The right values, but for one place. What is missing on the way there is filled in. */
export function withValue(
  { operation, path }: Pick<Place, "operation" | "path">,
  given: Values,
  value: unknown,
): Values {
  const [name, ...rest] = path as [string, ...(string | number)[]];
  const { type } = operation.field.args.find((arg) => arg.name === name)!;
  return { ...given, [name]: put(type, given[name], rest, value) };
}

function put(type: GraphQLInputType, given: unknown, [key, ...rest]: (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  const bare = getNullableType(type);
  const container = given ?? sampleOf(type);
  if (isListType(bare)) {
    const [first, ...others] = container as unknown[];
    return [put(bare.ofType as GraphQLInputType, first, rest, value), ...others];
  }
  const field = isInputObjectType(bare) ? bare.getFields()[key]! : undefined;
  return { ...(container as Values), [key]: put(field!.type, (container as Values)[key], rest, value) };
}
