// What mutations answer when PostgreSQL dies in the middle of a mutation, after each commit that it leads to: UNAVAILABLE only if nothing
// happened, and nothing happens later. Every mutation of the schema is tried by `npm run test:long`, an eighth by `npm test`; each test file has a part of them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  buildSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  getNamedType,
  type GraphQLObjectType,
} from "graphql";
import type { Answer } from "../../local/client.ts";
import { linkTo, type FaultyLink } from "../../testkit/faulty-link.ts";
import { startMailCatcher, type RunningMailCatcher } from "../../local/stand-ins/mail-catcher.ts";
import { signUp } from "../../local/fixtures.ts";
import { startIdentityProvider, type RunningIdentityProvider } from "../../testkit/identity-provider.ts";
import { sampleOf } from "../../testkit/repetitions.ts";
import { startSupergraph, type TestSupergraph } from "../../testkit/supergraph.ts";
import { ROOT } from "../../operations/topology.ts";
import { until } from "../../testkit/until.ts";
import { everything } from "../rows.ts";
import { MUTATIONS } from "./mutations.ts";
import type { Mutations } from "./mutations/asked.ts";
import { known, setStage, type Stage } from "./stage.ts";

const schema = buildSchema(readFileSync(path.join(ROOT, "schema/api.graphql"), "utf8"));
const mutations = schema.getMutationType()!.getFields();
const SUBGRAPHS = ["users", "catalog", "seating", "orders", "payments", "risk"];

/** Before a mutation is answered: payOrder writes its intent, the order's lease, that it may be paid, and what the provider said. */
const MOST_COMMITS = 5;

const PUBLIC_URL = "https://tickets.example";

let folder: string;
let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let identities: RunningIdentityProvider;
/** Undefined until the subgraphs have them. */
let links: FaultyLink[] | undefined;
/** PostgreSQL dies when so many changes more have been committed. */
let commitsLeft = Infinity;
let hasDied = false;
let stage: Stage;

function die(): void {
  hasDied = true;
  for (const link of links ?? []) link.refuse();
}

async function start(): Promise<void> {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  identities = await startIdentityProvider([`${PUBLIC_URL}/account/external/callback/one`]);
  const { issuer, clientId, clientSecret } = identities;
  folder = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const providers = path.join(folder, "providers.json");
  const provider = { id: "one", name: "One", issuer, clientId, clientSecret, trustedDomains: ["example.org"] };
  writeFileSync(providers, JSON.stringify([provider]));
  supergraph = await startSupergraph({
    PUBLIC_URL,
    SMTP_URL: mail.smtpUrl,
    USERS_IDENTITY_PROVIDERS_FILE: providers,
  });
  const staff = await signUp(supergraph.client);
  supergraph.env.PLATFORM_STAFF = staff.id;
  links = await Promise.all(
    SUBGRAPHS.map(async (name) => {
      const link = await linkTo(supergraph.databases[name]!.url, () => {
        commitsLeft -= 1;
        if (commitsLeft === 0) die();
      });
      await supergraph.pause(name);
      supergraph.env[`${name.toUpperCase()}_DATABASE_URL`] = link.url;
      await supergraph.resume(name);
      return link;
    }),
  );
  await known(staff);
  stage = await setStage(supergraph, { mail, identities }, staff);
}

async function stop(): Promise<void> {
  await supergraph.stop();
  await Promise.all((links ?? []).map((link) => link.stop()));
  await identities.stop();
  await mail.stop();
  rmSync(folder, { recursive: true });
}

/** Asks for the mutation and for what is read after it: all that its result has and that needs no argument. */
function documentOf(name: string): string {
  const field = mutations[name]!;
  const readable = (type: GraphQLObjectType, depth: number): string =>
    Object.values(type.getFields())
      .filter(({ args }) => !args.some(isRequiredArgument))
      .flatMap((one) => {
        const of = getNamedType(one.type);
        if (isLeafType(of)) return [one.name];
        return depth > 0 && isObjectType(of) && !of.name.endsWith("Connection") ? [`${one.name} { __typename }`] : [];
      })
      .join(" ");
  const result = getNamedType(field.type);
  const of = isAbstractType(result) ? schema.getPossibleTypes(result) : isObjectType(result) ? [result] : [];
  const made = of.filter(({ name: type }) => !("message" in (schema.getType(type) as GraphQLObjectType).getFields()));
  const parts = made.map((type) => `... on ${type.name} { ${readable(type, 1)} }`);
  const error = isAbstractType(result) ? "... on Error { message }" : "";
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  const selection = of.length > 0 ? `{ __typename ${parts.join(" ")} ${error} }` : "";
  return `mutation ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selection} }`;
}

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions.code;

async function tryMutation(name: string): Promise<void> {
  const document = documentOf(name);
  for (let commits = 0, answered = false; !answered && commits <= MOST_COMMITS; commits++) {
    const { by, variables } = await MUTATIONS[name]!(stage);
    const before = await everything(supergraph);
    // What follows later, from messages, is not what is asked about here.
    const relays = Object.values(supergraph.subgraphs).map(({ relay }) => relay);
    await Promise.all(relays.map((relay) => relay.pause()));
    hasDied = false;
    commitsLeft = commits === 0 ? Infinity : commits;
    if (commits === 0) die();
    const answer = await by.send(document, variables);
    commitsLeft = Infinity;
    const died = hasDied;
    await Promise.all(links!.map((link) => link.restore()));
    for (const relay of relays) relay.resume();
    const told = codeOf(answer);
    if (!died) {
      expect({ name, told, data: answer.data }).toMatchObject({ told: undefined });
      expect(answer.data?.[name]).not.toHaveProperty("message");
      answered = true;
    }
    expect(told).not.toBe("INTERNAL_SERVER_ERROR");
    if (told === "UNAVAILABLE")
      expect({ commits, now: await everything(supergraph) }).toEqual({ commits, now: before });
    if (told === "TIMEOUT") {
      let again: Answer;
      await until(async () => {
        again = await by.send(document, variables);
        // Who asks is not known to the gateway again for a moment.
        return !["TIMEOUT", "UNAVAILABLE", "FORBIDDEN"].includes(codeOf(again) ?? "");
      }, `${name} is answered when it is repeated`);
      expect([undefined, "UNAUTHENTICATED"]).toContain(codeOf(again!));
    }
  }
}

/** The tests of some mutations. The stage lasts as long as an access token: a file with more of them would need a new one. */
export function testMutations(tried: Mutations): void {
  beforeAll(start);
  afterAll(stop);

  test("every mutation is listed", () => {
    expect(Object.keys(MUTATIONS).sort()).toEqual(Object.keys(mutations).sort());
  });

  test.each(sampleOf(Object.keys(tried), 8))(
    "%s: a client whose answer says that nothing happened finds nothing, now and later",
    tryMutation,
    60_000,
  );
}
