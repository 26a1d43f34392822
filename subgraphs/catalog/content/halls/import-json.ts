// Reads a hall from the JSON document of docs/halls.md: sections as `createVenue` takes them, and optionally what is known of the venue.
import { z } from "zod";
import { line } from "../../../../platform/core/input.ts";
import { CountryCode, TimeZone } from "../../../../platform/graphql/scalars.ts";
import { enclosing, faultsOf, firstIssues, type Faults, type Issue } from "./faults.ts";
import { access, address, coordinates, point, sections } from "./hall-input.ts";
import { placeAt, placesIn, syntaxErrorIn } from "./json-places.ts";

const scalar = (type: { parseValue(value: unknown): unknown }) =>
  z.string().transform((value, context) => {
    try {
      return type.parseValue(value) as string;
    } catch (error) {
      context.addIssue({ code: "custom", message: (error as Error).message });
      return z.NEVER;
    }
  });

const hallDocument = z.strictObject({
  name: line(200).optional(),
  city: line(100).optional(),
  country: scalar(CountryCode).optional(),
  timeZone: scalar(TimeZone).optional(),
  address: address.nullish(),
  coordinates: coordinates.nullish(),
  access: access.nullish(),
  focalPoint: point.nullish(),
  sections,
});

export type HallDocument = z.infer<typeof hallDocument>;

export function hallFromJson(text: string): HallDocument | Faults {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return syntaxFault(text);
  }
  const { data, error } = hallDocument.safeParse(given);
  if (!error) return data;
  const issues = firstIssues(error.issues).flatMap(withNames);
  const places = placesIn(text, new Set(issues.flatMap(({ path }) => [...enclosing(path)])));
  return faultsOf(
    issues.map(({ path, message }) => {
      const nearest = [...enclosing(path)].find((key) => places.has(key))!;
      return { ...places.get(nearest)!, path: pathOf(path), message };
    }),
  );
}

/** An issue for each unknown name of an object. */
function withNames(issue: Issue): Pick<Issue, "path" | "message">[] {
  if (issue.code !== "unrecognized_keys") return [issue];
  return issue.keys.map((name) => ({ path: [...issue.path, name], message: "is not known" }));
}

function syntaxFault(text: string): Faults {
  const offset = syntaxErrorIn(text);
  const what = offset === text.length ? "the text ends too soon, or is empty" : "this is unexpected";
  return faultsOf([{ ...placeAt(text, offset), path: "$", message: `is not JSON: ${what}` }]);
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((at, part) => {
    if (typeof part === "number") return `${at}[${part}]`;
    return /^[A-Za-z_]\w*$/.test(String(part)) ? `${at}.${String(part)}` : `${at}[${JSON.stringify(part)}]`;
  }, "$");
}
