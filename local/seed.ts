// Seeds an empty system through the public API: a real hall, a festival, a theatre, a train and a conference, with sellers and buyers.
// Every request has a fixed idempotency key, so an interrupted seeding can be repeated without duplicates.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connectClient, type Client } from "./client.ts";
import { PASSWORD, PEOPLE } from "./people.ts";
import { PROGRAMME } from "./seed-data.ts";
import {
  createEvent,
  createOrganization,
  createVenue,
  publishEvent,
  setMember,
  type SectionInput,
  type TierInput,
} from "./fixtures.ts";
import { prepare } from "./preparations.ts";
import type { System } from "./system.ts";
import { THEATRE } from "./theatre.ts";
import { ROOT } from "../operations/topology.ts";

interface Hall {
  name: string;
  city: string;
  country: string;
  timeZone: string;
  sections: {
    name: string;
    tier: string;
    rows: { label: string; segments: number[]; wheelchair?: boolean; wheelchairSeats?: number[] }[];
  }[];
}

/** The facts of a real hall, read from its public seating plan: 1,222 seats with their aisles and wheelchair places. */
export function readHall(): Hall {
  return JSON.parse(readFileSync(path.join(ROOT, "local", "data", "riethsporthalle.json"), "utf8")) as Hall;
}

function hallSections(hall: Hall): SectionInput[] {
  return hall.sections.map(({ name, rows }) => ({
    name,
    kind: "SEATED",
    rows: rows.map(({ label, segments, wheelchair, wheelchairSeats }) => {
      const seats = segments.reduce((sum, length) => sum + length, 0);
      const aislesAfter = segments
        .slice(0, -1)
        .map((_, index) => segments.slice(0, index + 1).reduce((sum, length) => sum + length, 0));
      return {
        label,
        seats,
        aislesAfter,
        wheelchair: wheelchair ? Array.from({ length: seats }, (_, index) => index + 1) : (wheelchairSeats ?? []),
      };
    }),
  }));
}

function hallTiers(hall: Hall): TierInput[] {
  const prices: Record<string, number> = { VIP: 8_900, "Kategorie I": 4_500, "Kategorie II": 2_900 };
  return Object.entries(prices).map(([name, amount]) => ({
    name,
    price: { amount, currency: "EUR" },
    sections: hall.sections.filter((section) => section.tier === name).map((section) => section.name),
  }));
}

async function signIn(url: string, email: string, displayName: string): Promise<{ id: string; client: Client }> {
  const nobody = connectClient(url);
  const session = "__typename ... on Session { accessToken user { id } }";
  const { signUp } = await nobody.ask(`mutation ($input: SignUpInput!) { signUp(input: $input) { ${session} } }`, {
    input: { email, password: PASSWORD, displayName },
  });
  const { signIn: found } =
    signUp.__typename === "Session"
      ? { signIn: signUp }
      : await nobody.ask(`mutation ($input: SignInInput!) { signIn(input: $input) { ${session} } }`, {
          input: { email, password: PASSWORD },
        });
  if (found.__typename !== "Session")
    throw new Error(`${email} can't sign in: the system was seeded with a different password.`);
  return { id: found.user.id, client: connectClient(url, found.accessToken) };
}

/** At this hour (UTC), this many days after the system was created. */
function at(made: Date, days: number, hour: number): Date {
  const day = new Date(made.getTime() + days * 86_400_000);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour));
}

const HOUR_MS = 3_600_000;

/** Asks each visitor something. An event that an interrupted seeding has published keeps its questions. */
async function askForBadges(owner: Client, eventId: string): Promise<void> {
  const questions = [
    { scope: "TICKET", kind: "SHORT_TEXT", text: "Company on the badge" },
    { scope: "ORDER", kind: "YES_NO", text: "Do you take part in the dinner?" },
  ];
  await owner.ask(`mutation ($input: SetEventQuestionsInput!) { setEventQuestions(input: $input) { __typename } }`, {
    input: { eventId, expectedVersion: 1, questions, idempotencyKey: `seed questions ${eventId}` },
  });
}

async function sell(owner: Client, organizationId: string, made: Date): Promise<number> {
  const hall = readHall();
  const euro = (amount: number) => ({ amount, currency: "EUR" });
  const byAge = (amount: number) => ({
    price: euro(amount),
    standardName: "Adult",
    prices: [
      { name: "Student", price: euro(amount * 0.75) },
      { name: "Child", price: euro(amount * 0.5) },
    ],
  });
  const venues = {
    hall: {
      name: hall.name,
      city: hall.city,
      country: hall.country,
      timeZone: hall.timeZone,
      sections: hallSections(hall),
      tiers: hallTiers(hall),
    },
    park: {
      name: "Petersberg",
      city: "Erfurt",
      sections: [
        { name: "Meadow", kind: "GENERAL_ADMISSION", capacity: 3_000 },
        { name: "Front of stage", kind: "GENERAL_ADMISSION", capacity: 400 },
      ] satisfies SectionInput[],
      tiers: [
        { name: "Weekend", price: euro(7_900), sections: ["Meadow"] },
        { name: "Weekend, front", price: euro(11_900), sections: ["Front of stage"] },
      ],
    },
    theatre: {
      name: "Kleines Haus",
      city: "Weimar",
      ...THEATRE,
      tiers: [
        { name: "Parkett", ...byAge(3_800), sections: ["Parkett"] },
        { name: "Loge", ...byAge(4_400), sections: ["Loge links", "Loge rechts"] },
        { name: "Rang", ...byAge(2_400), sections: ["Rang"] },
      ],
    },
    train: {
      name: "Train 1923",
      city: "Ilmenau",
      sections: ["Coach 1", "Coach 2", "Coach 3"].map((name) => ({
        name,
        kind: "SEATED" as const,
        rows: Array.from({ length: 12 }, (_, index) => ({
          label: String(index + 1),
          labels: ["A", "B", "C", "D"].map((letter) => `${index + 1}${letter}`),
          aislesAfter: [2],
        })),
      })),
      tiers: [
        { name: "First class", price: euro(4_900), sections: ["Coach 1"] },
        { name: "Second class", price: euro(2_900), sections: ["Coach 2", "Coach 3"] },
      ],
    },
    congress: {
      name: "Messe",
      city: "Erfurt",
      sections: [{ name: "Floor", kind: "GENERAL_ADMISSION" as const, capacity: 800 }],
      tiers: [{ name: "Two days", price: euro(24_900), sections: ["Floor"] }],
    },
  };
  const venueIds = new Map<string, string>();
  for (const [key, { sections, tiers: _, ...rest }] of Object.entries(venues)) {
    venueIds.set(
      key,
      await createVenue(owner, organizationId, sections, { ...rest, idempotencyKey: `seed venue ${key}` }),
    );
  }
  const seriesIds = new Map<string, string>();
  for (const name of new Set(PROGRAMME.flatMap(({ series }) => series ?? []))) {
    const { createSeries } = await owner.ask(
      `mutation ($input: CreateSeriesInput!) { createSeries(input: $input) { ... on Series { id } } }`,
      { input: { organizationId, name, idempotencyKey: `seed series ${name}` } },
    );
    seriesIds.set(name, createSeries.id);
  }
  for (const [index, { venue, days, hour, hours, series, ...rest }] of PROGRAMME.entries()) {
    const startsAt = at(made, days, hour);
    const endsAt = new Date(startsAt.getTime() + hours * HOUR_MS);
    const journey = {
      route: "Rennsteig-Express",
      origin: "Ilmenau",
      destination: "Bahnhof Rennsteig",
      departsAt: startsAt,
      arrivesAt: endsAt,
    };
    const eventId = await createEvent(owner, organizationId, venueIds.get(venue)!, venues[venue].tiers, {
      ...rest,
      startsAt,
      endsAt,
      ...(series ? { seriesId: seriesIds.get(series) } : {}),
      ...(venue === "train" ? { journey } : {}),
      idempotencyKey: `seed event ${index}`,
    });
    if (venue === "congress") await askForBadges(owner, eventId);
    await publishEvent(owner, eventId);
  }
  return PROGRAMME.length;
}

/** Returns the number of events. */
async function fill(url: string, made: Date): Promise<number> {
  const owner = await signIn(url, PEOPLE.owner.email, PEOPLE.owner.displayName);
  const organizationId = await createOrganization(owner.client, "Stadthalle Erfurt", "seed organization");
  for (const { email, displayName, role } of Object.values(PEOPLE)) {
    const person = await signIn(url, email, displayName);
    if (role) await setMember(owner.client, organizationId, person.id, role);
  }
  // Its prices include the tax; an interrupted seeding has set that already.
  const pricing = { fees: [], taxes: [{ name: "VAT", rate: 7_000, included: true }], expectedVersion: 0 };
  await owner.client.ask(`mutation ($input: SetPricingInput!) { setPricing(input: $input) { __typename } }`, {
    input: { organizationId, ...pricing },
  });
  return sell(owner.client, organizationId, made);
}

/** Does nothing on a system that was seeded before. */
export async function seed(system: Pick<System, "url" | "dataDir">, say: (line: string) => void): Promise<void> {
  const marker = path.join(system.dataDir, "seeded");
  const begun = path.join(system.dataDir, "seeding");
  if (!existsSync(marker)) {
    // Dates count from the first attempt, so that a retry creates the same events.
    if (!existsSync(begun)) writeFileSync(begun, new Date().toISOString());
    const made = new Date(readFileSync(begun, "utf8"));
    // A system that has just started may be slower than its timeouts on a busy machine.
    const count = await prepare(() => fill(system.url, made));
    writeFileSync(marker, new Date().toISOString());
    say(`Seeded ${count} events on sale.`);
  }
  say(`People who can sign in, all with the password "${PASSWORD}":`);
  for (const { email, displayName, role } of Object.values(PEOPLE)) {
    const what = role ?? (email === PEOPLE.owner.email ? "OWNER" : "buyer");
    say(`  ${email.padEnd(26)} ${displayName.padEnd(15)} ${what}`);
  }
}
