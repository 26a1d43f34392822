// What events say about themselves besides name, time and place: links, tags, ages; and dates that are given as a list or by a rule.
import { z } from "zod";
import { MAX_DATES } from "./recurrence.ts";

export interface Link {
  label: string;
  url: string;
}

const MAX_URL = 2_000;

/** With a host, and without a user or password. */
const httpsUrl = z
  .string()
  .max(MAX_URL, `must have at most ${MAX_URL} characters`)
  .transform((given, context) => {
    const url = URL.parse(given);
    if (url?.protocol === "https:" && url.hostname.includes(".") && !url.username && !url.password) return url.href;
    context.addIssue({ code: "custom", message: "must be a URL that begins with https://, without a password" });
    return z.NEVER;
  });

/** As it is stored and compared: NFKC, in lower case, with single spaces. */
export function tagKey(tag: string): string {
  return tag.normalize("NFKC").toLowerCase().trim().replaceAll(/\s+/g, " ");
}

const MAX_LINKS = 20;
const MAX_TAGS = 20;

/** @param line text of one line with at most so many characters */
export function detailInputs(line: (maxLength: number) => z.ZodType<string>) {
  return {
    links: z.array(z.object({ label: line(100), url: httpsUrl })).max(MAX_LINKS, `must be at most ${MAX_LINKS}`),
    tags: z
      .array(line(40).transform(tagKey))
      .max(MAX_TAGS, `must be at most ${MAX_TAGS}`)
      .transform((tags) => [...new Set(tags)]),
    minimumAge: z.int().min(0, "must be 0 to 99").max(99, "must be 0 to 99"),
    ageRating: line(50),
  };
}

/** Either a list or a rule, of which local days are left out. @param time a point in time that an event may have */
export function dateInputs(time: z.ZodType<Date>) {
  return {
    startsAt: z
      .array(time)
      .min(1, `must be 1 to ${MAX_DATES}`)
      .max(MAX_DATES, `must be 1 to ${MAX_DATES}`)
      .nullish()
      .transform((value) => value ?? null),
    rule: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
    // Absent from the request if it was not given: the version before did not know it.
    exceptDates: z
      .array(z.iso.date("must be a day such as 2027-12-24"))
      .max(MAX_DATES, `must be at most ${MAX_DATES}`)
      .nullish()
      .transform((value) => value ?? undefined),
  };
}
