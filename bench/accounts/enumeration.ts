// Whether response times reveal that an address has an account: the same request for a known and an unknown address in turn.
// Each has a network of its own, or the limits of mails would refuse it.
import { randomUUID } from "node:crypto";
import { connectClient, type Client } from "../../local/client.ts";
import { createOrganization, PASSWORD, signUp, type Person } from "../../local/fixtures.ts";
import { connectTo } from "../../testkit/supergraph.ts";
import { median } from "../statistics.ts";

/** At a trusted domain no code is needed, and a change of the address shows at once whether it is taken. */
const DOMAIN = "mail.example";
const REFUSED = "a wrong password of nobody";

interface Mutation {
  query: string;
  input(email: string): Record<string, unknown>;
  /** Sent by someone else than the owner of the address. */
  by?: Person[];
}

/** Medians of the times in ms, their relative difference, and the p-value of the Kolmogorov–Smirnov test. */
export interface Told {
  knownMs: number;
  unknownMs: number;
  difference: number;
  p: number;
}

const newAddress = () => `${randomUUID()}@${DOMAIN}`;
const askedBy = (query: string) => `mutation ($input: ${query} }`;

/** @param pairs requests for each kind of address and each mutation */
export async function benchEnumeration(url: string, usersUrl: string, pairs: number): Promise<Record<string, Told>> {
  const connect = (token?: string) => connectClient(url, token);
  const people: Person[] = [];
  while (people.length < pairs)
    people.push(...(await Promise.all(Array.from({ length: 8 }, () => signUp(connect, "Known", newAddress())))));
  await verifyAll(usersUrl);
  const owners = people.slice(0, Math.ceil(pairs / 20));
  const organizations = await Promise.all(owners.map(({ client }) => createOrganization(client)));
  let invited = 0;
  const key = () => randomUUID();
  const mutations: Record<string, Mutation> = {
    signIn: {
      query: askedBy("SignInInput!) { signIn(input: $input) { __typename ... on Error { message } }"),
      input: (email) => ({ input: { email, password: REFUSED } }),
    },
    requestSignInCode: {
      query: `mutation ($email: EmailAddress!) { requestSignInCode(email: $email) { __typename } }`,
      input: (email) => ({ email }),
    },
    requestPasswordReset: {
      query: `mutation ($email: EmailAddress!) { requestPasswordReset(email: $email) { __typename } }`,
      input: (email) => ({ email }),
    },
    registerAccount: {
      query: askedBy("RegisterAccountInput!) { registerAccount(input: $input) { __typename ... on Error { message } }"),
      input: (email) => ({ input: { email, password: PASSWORD, displayName: "Nobody" } }),
    },
    changeEmail: {
      query: askedBy("ChangeEmailInput!) { changeEmail(input: $input) { __typename ... on Error { message } }"),
      input: (email) => ({ input: { email, password: PASSWORD } }),
      by: people.toReversed(),
    },
    inviteMember: {
      query: askedBy("InviteMemberInput!) { inviteMember(input: $input) { __typename ... on Error { message } }"),
      input: (email) => {
        const organizationId = organizations[Math.floor(invited++ / 2) % organizations.length];
        return { input: { organizationId, email, role: "SCANNER", idempotencyKey: key() } };
      },
      by: owners,
    },
  };
  const told: Record<string, Told> = {};
  for (const [name, mutation] of Object.entries(mutations)) {
    told[name] = await compare(mutation, people, pairs, connect());
    process.stdout.write(`${name}  ${JSON.stringify(told[name])}\n`);
  }
  return told;
}

/** As if each had used a mailed code. */
async function verifyAll(usersUrl: string): Promise<void> {
  const database = await connectTo(usersUrl);
  await database.query("update app_user set email_verified_at = now() where email_verified_at is null");
  await database.end();
}

async function compare({ query, input, by }: Mutation, people: Person[], pairs: number, nobody: Client): Promise<Told> {
  const times: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  const answers = new Set<string>();
  let asked = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const client = by ? by[pair % by.length]!.client : nobody;
    // Which comes first alternates: what the first leaves in caches helps the second.
    const kinds = pair % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
    for (const kind of kinds) {
      const email = kind === "known" ? people[pair]!.email : newAddress();
      const network = `10.${(asked >> 8) & 255}.${asked++ & 255}.1`;
      const begun = performance.now();
      const { data, errors } = await client.send(query, input(email), { "x-forwarded-for": network });
      times[kind].push(performance.now() - begun);
      answers.add(JSON.stringify([data, errors?.map(({ message }) => message)]));
    }
  }
  if (answers.size > 1) throw new Error(`The answers differ: ${[...answers].join(" ")}`);
  const [knownMs, unknownMs] = [median(times.known), median(times.unknown)];
  return {
    knownMs,
    unknownMs,
    difference: Math.abs(knownMs - unknownMs) / Math.max(knownMs, unknownMs),
    p: kolmogorovSmirnov(times.known, times.unknown),
  };
}

/** Asymptotic p-value of the two-sample test. Source: https://en.wikipedia.org/wiki/Kolmogorov%E2%80%93Smirnov_test */
function kolmogorovSmirnov(one: number[], other: number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))];
  all.sort((a, b) => a.value - b.value);
  let [below, distance] = [0, 0];
  for (const { isOne } of all) {
    below += isOne ? 1 / one.length : -1 / other.length;
    distance = Math.max(distance, Math.abs(below));
  }
  const scaled = distance * Math.sqrt((one.length * other.length) / (one.length + other.length));
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (-1) ** (k - 1) * Math.exp(-2 * (k * scaled) ** 2);
  return Math.min(1, Math.max(0, p));
}
