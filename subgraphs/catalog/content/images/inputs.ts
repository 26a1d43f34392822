// Input of setImages.
import { z } from "zod";
import { line } from "../../../../platform/core/input.ts";

const image = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/, "must be the hash that POST /images answered with"),
  alt: line(500),
  focus: z
    .object({
      x: z.number().min(0, "must be 0 to 1").max(1, "must be 0 to 1"),
      y: z.number().min(0, "must be 0 to 1").max(1, "must be 0 to 1"),
    })
    .nullish()
    .transform((value) => value ?? null),
});

const IMAGE_SUBJECTS = ["event", "venue", "series", "organization"] as const;
export type ImageSubject = (typeof IMAGE_SUBJECTS)[number];

export const setImagesInput = z
  .object({
    eventId: z.string().nullish(),
    venueId: z.string().nullish(),
    seriesId: z.string().nullish(),
    organizationId: z.string().nullish(),
    images: z.array(image).max(20, "must be at most 20"),
  })
  .transform(({ images, ...ids }, context) => {
    const given = IMAGE_SUBJECTS.flatMap((kind) => (ids[`${kind}Id`] == null ? [] : [{ kind, id: ids[`${kind}Id`]! }]));
    if (given.length === 1) return { subject: given[0]!, images };
    const message = "give one of eventId, venueId, seriesId and organizationId";
    context.addIssue({ code: "custom", path: [`${given.at(-1)?.kind ?? "event"}Id`], message });
    return z.NEVER;
  });

export type SetImages = z.infer<typeof setImagesInput>;
