// Every argument and every field of an input takes nonsense without harm: nothing of it is taken, no row changes, the error names the place,
// and no bug shows. Places come from the schema, values from their types.
import { getNamedType, GraphQLID, GraphQLNonNull, isObjectType } from "graphql";
import type { Data, GraphqlError } from "../local/client.ts";
import { openShow, signUp } from "../local/fixtures.ts";
import { documentOf, foundIn, idsOf, PLACES, valueAt, withValue, type Place, type Values } from "./arguments/places.ts";
import { senseless, unusual } from "./arguments/values.ts";
import { setScene, type Scene } from "./authorization/scene.ts";
import { api, askFor, fieldsOf, referencedTypes, subgraphSchemas } from "./authorization/schemas.ts";
import { asking, askingSubgraph, internalToken } from "./authorization/transports.ts";
import { sampleOf } from "../testkit/repetitions.ts";
import { everything } from "./rows.ts";

let scene: Scene;
/** Ids of another organization. */
let foreign: string[];
beforeAll(async () => {
  scene = await setScene();
  const show = await openShow(scene.supergraph.client);
  const [seat] = show.seats as Data[];
  foreign = [show.eventId, show.venueId, show.organizationId, seat.id, seat.section.id, seat.priceTier.id];
});
afterAll(() => scene?.stop());

/** The fifth wrong password ends a session. */
const WITH_PASSWORD = ["changeEmail", "changePassword", "deleteAccount", "elevate", "eraseAccount"];
const TRIES_OF_ONE = 4;

/** Places where a wrong value is an answer of its own, which is counted or kept. */
const NOTED = new Map([
  ["signIn input.password", "tries are counted"],
  ["changeEmail input.password", "tries are counted"],
  ["changePassword input.currentPassword", "tries are counted"],
  ["deleteAccount password", "tries are counted"],
  ["elevate input.password", "tries are counted"],
  ["eraseAccount password", "tries are counted"],
  ["applyPromoCode code", "guesses are counted"],
  ["holdSeats input.promoCode", "guesses are counted"],
  ["holdBestAvailable input.promoCode", "guesses are counted"],
  ["useCode input.code", "guesses are counted"],
  ["startExternalSignIn provider", "begun sign-ins are counted"],
  ["startIdentityLink provider", "begun sign-ins are counted"],
  ["claimGuestOrders input.code", "guesses are counted"],
  ["uploadScans input.scans.0.id", "the scan is REJECTED"],
  ["uploadScans input.scans.0.code", "the scan is UNKNOWN"],
  ["uploadScans input.scans.0.gate", "the scan is REJECTED"],
  ["uploadScans input.scans.0.gateId", "the scan is REJECTED"],
]);

const LONGEST_MESSAGE = 250;
/** Of what a client has done. */
const CODES = ["BAD_USER_INPUT", "FORBIDDEN", "NOT_FOUND", "RATE_LIMITED", "COST_ESTIMATED_TOO_EXPENSIVE"];

interface Told {
  status: number;
  data: Data;
  errors: GraphqlError[];
}

/** Where refusals are kept. */
const REFUSALS = ["idempotency_key"];
const AT_ONCE = 20;

async function each<T>(all: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = all[Symbol.iterator]();
  const takeTurns = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
}

let tries = 0;
let person: ReturnType<typeof signUp>;

async function tokenFor({ operation: { field, viewer } }: Place, isSenseless: boolean): Promise<string | undefined> {
  if (isSenseless || !WITH_PASSWORD.includes(field.name)) return scene.people[viewer].client.token;
  if (tries++ % TRIES_OF_ONE === 0) person = signUp(scene.supergraph.client);
  return (await person).client.token;
}

const RETRYABLE = ["UNAVAILABLE", "TIMEOUT"];
const MOST_TRIES = 3;

/** So many requests at once concern one row that one may wait too long for it. It is sent again with its key, as the error says. */
async function send(document: string, variables: Data, token: string | undefined): Promise<Told> {
  for (let tried = 1; ; tried++) {
    const { status, data, errors = [] } = await scene.supergraph.client(token).send(document, variables);
    const isLate = errors.some(({ extensions }: GraphqlError) => RETRYABLE.includes(extensions.code));
    if (!isLate || tried === MOST_TRIES) return { status, data, errors };
  }
}

async function tell(place: Place, value: unknown, isSenseless: boolean): Promise<Told> {
  const { operation } = place;
  const values = withValue(place, operation.given(scene), value);
  const document = documentOf(operation, values);
  const variables = { ...idsOf(operation, scene), ...values };
  const token = await tokenFor(place, isSenseless);
  if (operation.kind !== "subscription") return send(document, variables, token);
  const { ask, close } = asking(scene.supergraph.url, token, "WebSocket");
  const told = await ask(document, variables);
  await close();
  return { status: 200, ...told };
}

const parentOf = (field: string) => field.split(".").slice(0, -1).join(".");

/** What has a meaning may break a rule that spans several fields: then one of them is named. */
function isNamed(field: string | undefined, path: string, isSenseless: boolean): boolean {
  if (field === undefined) return false;
  if (field === path || path.startsWith(`${field}.`) || field.startsWith(`${path}.`)) return true;
  return !isSenseless && path.startsWith(parentOf(field));
}

/** A member of the result's union that says no. */
function isRefusal(typename: unknown): boolean {
  const type = typeof typename === "string" ? api.getType(typename) : undefined;
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Error");
}

/** Whether nothing came of the value. */
function isTurnedDown({ operation, type, path }: Place, { data, errors }: Told): boolean {
  if (errors.length > 0) return true;
  const found = foundIn(operation, data) as Data;
  if (isRefusal(found?.__typename)) return true;
  if (operation.kind === "mutation") return false;
  const { name } = getNamedType(type);
  if (name === "ID") return found == null || found.totalCount === 0;
  // Words are looked for whatever they are.
  return name === "String" && path.at(-1) !== "after";
}

function harmIn(place: Place, { status, errors }: Told, isSenseless: boolean): string[] {
  const problems = status >= 500 ? [`status ${status}`] : [];
  for (const { message, extensions } of errors) {
    if (!CODES.includes(extensions.code)) problems.push(`${extensions.code}: ${message}`);
    if (message.length > LONGEST_MESSAGE) problems.push(`a message of ${message.length} characters`);
    if (extensions.code === "BAD_USER_INPUT" && !isNamed(extensions.field, place.path.join("."), isSenseless))
      problems.push(`names ${extensions.field}: ${message}`);
  }
  return problems;
}

/** Whether a mutation's answer says of an id that there is something behind it. */
function isKnownToBe({ operation, type }: Place, { errors: [error] }: Told): boolean {
  return operation.kind === "mutation" && getNamedType(type).name === "ID" && error?.extensions.code === "FORBIDDEN";
}

const shown = (value: unknown) => {
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 60)}… (${json.length} characters)` : json;
};

type Case = readonly [Place, unknown];

async function problemsOf(cases: Iterable<Case>, isSenseless: boolean): Promise<string[]> {
  const problems: string[] = [];
  await each(cases, async ([place, value]) => {
    const told = await tell(place, value, isSenseless);
    const found = harmIn(place, told, isSenseless);
    if (isSenseless && !isTurnedDown(place, told)) found.push(`is taken: ${shown(told.data)}`);
    if (isSenseless && isKnownToBe(place, told)) found.push("is FORBIDDEN, as if there were such a thing");
    problems.push(...found.map((one) => `${place.name} = ${shown(value)} ${one}`));
  });
  return problems.sort();
}

/** Of which `npm test` tries a sixth. */
const casesOf = (places: readonly Place[], valuesOf: (place: Place, right: unknown) => unknown[]): Case[] =>
  sampleOf(
    places.flatMap((place) =>
      valuesOf(place, valueAt(place.operation.given(scene), place.path)).map((value): Case => [place, value]),
    ),
    6,
  );
const isNoted = ({ name }: Place) => NOTED.has(name);

test("nothing that makes no sense is taken, and none of it changes a row", async () => {
  const cases = casesOf(
    PLACES.filter((place) => !isNoted(place)),
    (place, right) => senseless(place.type, right, place, scene),
  );
  const before = await everything(scene.supergraph, REFUSALS);
  expect(await problemsOf(cases, true)).toEqual([]);
  expect(await everything(scene.supergraph, REFUSALS)).toEqual(before);
});

const encoded = (json: string) => Buffer.from(json).toString("base64url");

/** Each field of a cursor, replaced by something that may not be there. */
function forgeries(cursor: string): string[] {
  // Of the live map: a number. As the version before made it, it is taken, too.
  const isNumber = /^[0-9A-Z]+$/.test(cursor);
  const key = isNumber ? { seq: 1 } : (JSON.parse(Buffer.from(cursor, "base64url").toString()) as Values);
  const instead = [
    2 ** 31,
    2 ** 53,
    1e300,
    -1,
    1.5,
    null,
    {},
    "\u0000",
    "\ud800",
    "0000-01-01T00:00:00Z",
    "0000-01-01",
    "9999-12-31T23:59:59.999999999Z",
    "infinity",
    "00000000-0000-0000-0000-000000000000",
  ];
  const made = Object.keys(key).flatMap((name) => instead.map((value) => ({ ...key, [name]: value })));
  const numbers = isNumber ? ["ZZZZZZZZZZZ", "Z".repeat(400), "-1", "1.5", "", " 1", "1\u0000"] : [];
  return [...numbers, ...["{}", "null", "[]", `"x"`, "{", ...made.map((one) => JSON.stringify(one))].map(encoded)];
}

/** Of lists that the scene leaves empty. */
const MADE_UP: Record<string, unknown> = {
  "Query.stuckOrders after": { waitingSince: "2026-05-01T19:30:00.000Z", id: "00000000-0000-4000-8000-000000000000" },
};

/** One of the list's own. */
async function cursorOf({ operation, name }: Place): Promise<string> {
  const key = MADE_UP[name];
  if (key !== undefined) return encoded(JSON.stringify(key));
  const { kind } = operation;
  const given = operation.given(scene);
  const document = documentOf(operation, given, kind === "subscription" ? "{ cursor }" : "{ edges { cursor } }");
  const { token } = scene.people[operation.viewer].client;
  const { ask, close } = asking(scene.supergraph.url, token, kind === "subscription" ? "WebSocket" : "HTTP");
  const { data } = await ask(document, { ...idsOf(operation, scene), ...given });
  await close();
  const found = foundIn(operation, data) as Data;
  const cursor = (found?.cursor ?? found?.edges[0]?.cursor) as string | undefined;
  if (cursor === undefined)
    throw new Error(
      `${name}: add something to the scene that this list shows ${operation.viewer}, or a key to MADE_UP.`,
    );
  return cursor;
}

test("cursors that were made up, or belong to another list, do no harm", async () => {
  const places = PLACES.filter(({ path }) => path.at(-1) === "after");
  const cursors = await Promise.all(places.map(cursorOf));
  const cases = places.flatMap((place, index) =>
    [...forgeries(cursors[index]!), ...cursors].map((cursor): Case => [place, cursor]),
  );
  expect(await problemsOf(cases, false)).toEqual([]);
});

test("a subgraph takes no harm from references whose keys are none", async () => {
  const problems: string[] = [];
  const references = [...referencedTypes()].flatMap(([type, names]) => names.map((subgraph) => ({ type, subgraph })));
  await each(references, async ({ type, subgraph }) => {
    const schema = subgraphSchemas[subgraph]!;
    const fields = Object.keys(fieldsOf(schema, type)).filter((name) => name !== "id");
    const selection = `{ __typename ... on ${type} { ${fields.map((name) => askFor(schema, type, name)).join(" ")} } }`;
    const document = `query ($all: [_Any!]!) { _entities(representations: $all) ${selection} }`;
    const ask = askingSubgraph(scene, subgraph, await internalToken(scene, "staff", subgraph));
    const keys = [undefined, ...senseless(new GraphQLNonNull(GraphQLID), scene.ids.event, { name: type }, scene)];
    const { data, errors } = await ask(document, { all: keys.map((id) => ({ __typename: type, id })) });
    expect([subgraph, type, data?._entities?.length]).toEqual([subgraph, type, keys.length]);
    for (const { message, path, extensions } of errors)
      if (!CODES.includes(extensions.code))
        problems.push(`${subgraph}: ${type} ${shown(keys[Number(path?.[1])])} ${extensions.code}: ${message}`);
  });
  expect(problems).toEqual([]);
});

test("what is unusual is taken or refused without harm", async () => {
  const cases = [
    ...casesOf(PLACES.filter(isNoted), (place, right) => senseless(place.type, right, place, scene)),
    ...casesOf(PLACES, (place, right) => unusual(place.type, right, scene, foreign)),
  ];
  expect(await problemsOf(cases, false)).toEqual([]);
});
