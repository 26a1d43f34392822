// Sections, rows and seats of a hall, as a client or an imported file describes them.
import { z } from "zod";
import { isStorable, line, text } from "../../../../platform/core/input.ts";
import { blocksOf, givenPositions, MAX_COORDINATE, type Point } from "../../../../domain/hall.ts";

export const MAX_PLACES = 50_000;
const MAX_SEATS_IN_ROW = 1_000;
const MAX_NOTES = 200_000;
const MAX_RANK = 1_000;

export function unique(values: string[]): boolean {
  return new Set(values.map((value) => value.normalize("NFKC"))).size === values.length;
}

const label = z
  .string()
  .refine((value) => value.length >= 1 && value.length <= 20 && isStorable(value), "must have 1 to 20 characters")
  .pipe(line(20));

const coordinate = z
  .int()
  .min(-MAX_COORDINATE, `must be ${-MAX_COORDINATE} to ${MAX_COORDINATE}`)
  .max(MAX_COORDINATE, `must be ${-MAX_COORDINATE} to ${MAX_COORDINATE}`);

export const point = z.strictObject({ x: coordinate, y: coordinate });

const curve = z
  .strictObject({ start: point, end: point, bow: coordinate })
  .refine(({ start, end, bow }) => Math.abs(bow) <= Math.hypot(end.x - start.x, end.y - start.y), {
    path: ["bow"],
    message: "must be at most the distance between start and end",
  });

const seatsOfRow = z.array(z.int()).max(MAX_SEATS_IN_ROW, `must be at most ${MAX_SEATS_IN_ROW}`);

const view = z
  .strictObject({
    seats: seatsOfRow.min(1, "must name at least one seat"),
    obstructed: z
      .boolean()
      .nullish()
      .transform((given) => given ?? false),
    note: text(200)
      .nullish()
      .transform((given) => given ?? null),
  })
  .refine(({ obstructed, note }) => obstructed || note !== null, "needs a note, or is obstructed");

const isWithin = (last: number) => (position: number) => position >= 1 && position <= last;
const once = (positions: number[]) => [...new Set(positions)].sort((a, b) => a - b);
const areApart = (points: Point[]) => new Set(points.map(({ x, y }) => `${x} ${y}`)).size === points.length;

type Problems = (path: (string | number)[], message: string) => void;

/** A row as far as it is valid by itself. */
const looseRow = z.strictObject({
  label,
  seats: z.int().min(1, "must be 1 to 1000").max(MAX_SEATS_IN_ROW, "must be 1 to 1000").nullish(),
  labels: z
    .array(label)
    .min(1, "must name 1 to 1000 seats")
    .max(MAX_SEATS_IN_ROW, "must name 1 to 1000 seats")
    .nullish(),
  aislesAfter: seatsOfRow.nullish(),
  wheelchair: seatsOfRow.nullish(),
  companion: seatsOfRow.nullish(),
  views: z.array(view).max(MAX_SEATS_IN_ROW, `must be at most ${MAX_SEATS_IN_ROW}`).nullish(),
  curve: curve.nullish(),
  points: z.array(point).max(MAX_SEATS_IN_ROW, `must be at most ${MAX_SEATS_IN_ROW}`).nullish(),
});

function checkGeometry(given: z.infer<typeof looseRow>, seats: number, problem: Problems): void {
  const { points, curve: arc } = given;
  if (points && arc) return problem(["points"], "give either `points` or `curve`");
  if (points && points.length !== seats) return problem(["points"], `must be one for each of the ${seats} seats`);
  const placed = givenPositions({ blocks: blocksOf(seats, []), points, curve: arc });
  if (placed && !areApart(placed))
    problem([points ? "points" : "curve"], points ? "must be unique" : "is too short for its seats");
}

function checkSeats(given: z.infer<typeof looseRow>, seats: number, problem: Problems): void {
  const named: [string, number[] | null | undefined][] = [
    ["wheelchair", given.wheelchair],
    ["companion", given.companion],
  ];
  for (const [name, positions] of named)
    if (!(positions ?? []).every(isWithin(seats))) problem([name], "must be positions of the row");
  const wheelchair = new Set(given.wheelchair ?? []);
  if ((given.companion ?? []).some((position) => wheelchair.has(position)))
    problem(["companion"], "a wheelchair place is no companion seat");
  const seen = new Set<number>();
  for (const [index, { seats: positions }] of (given.views ?? []).entries()) {
    if (!positions.every(isWithin(seats))) problem(["views", index, "seats"], "must be positions of the row");
    if (positions.some((position) => seen.has(position) || (seen.add(position), false)))
      problem(["views", index, "seats"], "a seat has one view");
  }
}

const row = looseRow.transform((given, context) => {
  const problem: Problems = (path, message) => context.addIssue({ code: "custom", path, message });
  if ((given.seats == null) === (given.labels == null)) {
    problem(["seats"], "give either `seats` or `labels`");
    return z.NEVER;
  }
  const labels = given.labels ?? Array.from({ length: given.seats! }, (_, index) => String(index + 1));
  if (!unique(labels)) problem(["labels"], "must be unique");
  if (!(given.aislesAfter ?? []).every(isWithin(labels.length - 1)))
    problem(["aislesAfter"], "must be positions between two seats of the row");
  checkSeats(given, labels.length, problem);
  checkGeometry(given, labels.length, problem);
  return {
    label: given.label,
    labels,
    aislesAfter: once(given.aislesAfter ?? []),
    wheelchair: [...new Set(given.wheelchair ?? [])],
    ...(given.companion?.length && { companion: once(given.companion) }),
    ...(given.views?.length && { views: given.views }),
    ...(given.curve && { curve: given.curve }),
    ...(given.points && { points: given.points }),
  };
});

type Row = z.infer<typeof row>;

const looseSection = z.strictObject({
  name: line(100),
  kind: z.enum(["SEATED", "GENERAL_ADMISSION"]),
  rows: z.array(row).max(1_000, "must be at most 1000").nullish(),
  capacity: z.int().min(1, "must be at least 1").max(MAX_PLACES, `must be at most ${MAX_PLACES}`).nullish(),
  shape: z.array(point).min(3, "must have 3 to 200 corners").max(200, "must have 3 to 200 corners").nullish(),
  rank: z.int().min(1, `must be 1 to ${MAX_RANK}`).max(MAX_RANK, `must be 1 to ${MAX_RANK}`).nullish(),
});

function checkRows(rows: Row[], problem: Problems): void {
  if (!unique(rows.map((one) => one.label))) problem(["rows"], "labels of rows must be unique");
  const drawn = rows.filter((one) => one.curve ?? one.points);
  if (drawn.length > 0 && drawn.length < rows.length)
    problem(
      ["rows", rows.findIndex((one) => !(one.curve ?? one.points))],
      "needs `points` or a `curve`, as other rows of the section have",
    );
}

const section = looseSection.transform(({ rows, capacity, shape = null, rank = null, ...given }, context) => {
  const problem: Problems = (path, message) => context.addIssue({ code: "custom", path, message });
  if (given.kind === "SEATED") {
    if (!rows?.length) problem(["rows"], "a SEATED section needs rows");
    else checkRows(rows, problem);
    if (capacity != null)
      problem(["capacity"], "is for GENERAL_ADMISSION only: a SEATED section has as many places as seats");
    const seats = (rows ?? []).reduce((sum, one) => sum + one.labels.length, 0);
    return { ...given, capacity: seats, seatRows: rows ?? null, shape, rank };
  }
  if (rows?.length) problem(["rows"], "are for SEATED sections only");
  if (capacity == null) problem(["capacity"], "a GENERAL_ADMISSION section needs a capacity");
  return { ...given, capacity: capacity ?? 0, seatRows: null, shape, rank };
});

function lengthOfNotes(rows: Row[]): number {
  const notes = new Set(rows.flatMap(({ views = [] }) => views.map(({ note }) => note ?? "")));
  return [...notes].reduce((sum, note) => sum + note.length, 0);
}

export const sections = z
  .array(section)
  .min(1, "must be 1 to 200")
  .max(200, "must be 1 to 200")
  .refine((all) => unique(all.map((one) => one.name)), "names of sections must be unique")
  .refine(
    // NaN with invalid rows, which have issues of their own.
    (all) => !(all.reduce((sum, one) => sum + one.capacity, 0) > MAX_PLACES),
    `must have at most ${MAX_PLACES} places in total`,
  )
  .refine(
    (all) => all.reduce((sum, one) => sum + lengthOfNotes(one.seatRows ?? []), 0) <= MAX_NOTES,
    `notes about views must have at most ${MAX_NOTES} characters in total; a text counts once in a section`,
  );

export type Sections = z.infer<typeof sections>;

export const address = z.strictObject({
  lines: z.array(line(200)).min(1, "must be 1 to 4").max(4, "must be 1 to 4"),
  postalCode: line(20)
    .nullish()
    .transform((given) => given ?? null),
});

export const coordinates = z.strictObject({
  latitude: z.number().min(-90, "must be -90 to 90").max(90, "must be -90 to 90"),
  longitude: z.number().min(-180, "must be -180 to 180").max(180, "must be -180 to 180"),
});

export const access = text(2_000);
