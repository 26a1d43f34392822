// Resolvers of venues, their halls and versions.
import { required } from "../../../../platform/core/batching.ts";
import { DomainError, NotFound, toResult } from "../../../../platform/core/errors.ts";
import { signedIn } from "../../../../platform/identity/identity.ts";
import { runOnce } from "../../../../platform/postgres/idempotency.ts";
import { idempotencyKey, parseInput, uuidOrNull } from "../../../../platform/core/input.ts";
import { manages, mayReadShares } from "../../access.ts";
import { copyVenue } from "../../commands/copy-venue.ts";
import { capacityOf, createVenue } from "../../commands/create-venue.ts";
import { deleteVenue } from "../../commands/delete-venue.ts";
import { importOf, importVenue } from "../../commands/import-venue.ts";
import { shareVenue, unshareVenue } from "../../commands/share-venue.ts";
import { updateVenue } from "../../commands/update-venue.ts";
import type { Venue } from "../../entities/venue.ts";
import type { VenueVersion } from "../../entities/venue-version.ts";
import { VenueImportRefused } from "../../errors.ts";
import type { HallImporter } from "../../content/halls/importer.ts";
import { copyVenueInput, createVenueInput, importVenueInput, updateVenueInput } from "../../inputs.ts";
import { keyOfHall } from "../../queries/halls.ts";
import { versionsOfVenue } from "../../queries/venues.ts";
import type { Resolvers } from "../../schema.generated.ts";
import { managedVenue, managerOf, venueById, venueNow, type Context } from "../context.ts";

export function venueVersion(context: Context, venueId: string, version: number): Promise<VenueVersion> {
  return required(context.loaders.venueVersion.load(keyOfHall(venueId, version)), "version of a venue");
}

const mutations: NonNullable<Resolvers<Context>["Mutation"]> = {
  createVenue: (_, { input }, context) =>
    toResult(
      "Venue",
      (async () => {
        const viewer = await managerOf(context, input.organizationId);
        const parsed = parseInput(createVenueInput, input);
        return venueNow(context, await runOnce(context.database, (tx) => createVenue(tx, viewer.userId, parsed)));
      })(),
    ),
  updateVenue: (_, { input }, context) =>
    toResult(
      "Venue",
      (async () => {
        const venue = await managedVenue(context, input.venueId);
        const change = parseInput(updateVenueInput, input);
        await context.database.transaction((tx) => updateVenue(tx, venue.id, change));
        return venueNow(context, venue.id);
      })().catch((error: unknown) => withVenue(context, error)),
    ),
  deleteVenue: (_, { venueId, idempotencyKey: key }, context) =>
    toResult(
      "DeletedVenue",
      (async () => {
        const viewer = signedIn(context);
        const venue = await venueById(context, venueId);
        if (venue) await managedVenue(context, venueId);
        const about = {
          venueId: uuidOrNull(venueId) ?? "",
          organizationIds: Object.keys(viewer.memberships).filter((id) => manages(viewer, id)),
          idempotencyKey: parseInput(idempotencyKey, key, "idempotencyKey"),
        };
        // `deleteVenue` refuses unknown venues too, and stores its refusals under the key.
        if (!about.venueId || (!venue && viewer.rolesUnknown)) throw new NotFound("venue");
        return { id: await runOnce(context.database, (tx) => deleteVenue(tx, viewer.userId, about)) };
      })(),
    ),
  copyVenue: (_, { input }, context) =>
    toResult(
      "Venue",
      (async () => {
        const viewer = await managerOf(context, input.organizationId);
        const parsed = parseInput(copyVenueInput, input);
        return venueNow(context, await runOnce(context.database, (tx) => copyVenue(tx, viewer.userId, parsed)));
      })(),
    ),
  shareVenue: (_, { venueId, organizationId }, context) =>
    toResult("Venue", changeShare(context, shareVenue, venueId, organizationId)),
  unshareVenue: (_, { venueId, organizationId }, context) =>
    toResult("Venue", changeShare(context, unshareVenue, venueId, organizationId)),
};

/** Adds the current venue to a refusal. */
async function withVenue(context: Context, error: unknown): Promise<never> {
  if (!(error instanceof DomainError) || error.typename !== "VenueChanged") throw error;
  error.details.venue = await venueNow(context, String(error.details.venueId));
  throw error;
}

function importing(importer: HallImporter): NonNullable<Resolvers<Context>["Mutation"]>["importVenue"] {
  return async (_, { input }, context) => {
    const isDry = input.dryRun === true;
    const imported = (async () => {
      const viewer = await managerOf(context, input.organizationId);
      const parsed = parseInput(importVenueInput, input);
      if (parsed.venueId !== null) {
        const venue = await context.loaders.venue.load(parsed.venueId);
        if (venue?.organizationId !== uuidOrNull(parsed.organizationId)) throw new NotFound("venue");
      }
      const hall = await importer.read(parsed, parsed.organizationId);
      if ("faults" in hall) throw new VenueImportRefused(hall);
      const { sections } = importOf(parsed, hall);
      const counts = { sectionCount: sections.length, placeCount: capacityOf(sections) };
      if (isDry) return counts;
      const id = await runOnce(context.database, (tx) => importVenue(tx, viewer.userId, parsed, hall));
      return { ...counts, venue: await venueNow(context, id) };
    })().catch((error: unknown) => withVenue(context, error));
    return toResult(isDry ? "ImportableVenue" : "ImportedVenue", imported) as never;
  };
}

/** Shares the venue, or ends that. */
async function changeShare(context: Context, change: typeof shareVenue, venueId: string, organizationId: string) {
  const venue = await managedVenue(context, venueId);
  const other = uuidOrNull(organizationId);
  if (!other) throw new NotFound("organization");
  await context.database.transaction((tx) => change(tx, venue.id, other));
  return venueNow(context, venue.id);
}

export const createVenueResolvers = (importer: HallImporter) =>
  ({
    Mutation: { ...mutations, importVenue: importing(importer) },
    Venue: {
      __resolveReference: ({ id }: { id: string }, context: Context) => venueById(context, id),
      organization: (venue) => ({ id: venue.organizationId }),
      address: ({ address, city, country }) => address && { ...address, city, country },
      coordinates: ({ latitude, longitude }) =>
        latitude == null || longitude == null ? null : { latitude, longitude },
      sections: (venue, _, context) => context.loaders.sectionsOfHall.load(keyOfHall(venue.id, venue.layout)),
      sharedWith: async ({ id, organizationId }, _, { viewer, loaders }) => {
        if (!mayReadShares(viewer, organizationId)) return null;
        return (await loaders.sharesOfVenue.load(id)).map((share) => ({ id: share.organizationId }));
      },
      versions: (venue: Venue, args, { database }) => versionsOfVenue(database, venue.id, args),
    },
    VenueVersion: {
      venue: (version, _, context) => required(context.loaders.venue.load(version.venueId), "venue"),
      sections: ({ venueId, layout }, _, context) => context.loaders.sectionsOfHall.load(keyOfHall(venueId, layout)),
    },
    Section: {
      __resolveReference: ({ id }: { id: string }, context: Context) =>
        uuidOrNull(id) ? context.loaders.section.load(id) : null,
      rows: async (section, _, context) =>
        (await context.loaders.rowsOfHall.load(keyOfHall(section.venueId, section.layout))).get(section.id)!,
    },
  }) satisfies Resolvers<Context>;
