// Reads the sections of a hall from CSV: a line for each seat, or for each general-admission section (docs/halls.md).
import { readCsv, type Field } from "./csv.ts";
import { enclosing, faultsOf, firstIssues, type Fault, type Faults, type Issue } from "./faults.ts";
import { sections as sectionsSchema, type Sections } from "./hall-input.ts";

const COLUMNS = [
  "section",
  "rank",
  "capacity",
  "row",
  "seat",
  "x",
  "y",
  "aisle",
  "wheelchair",
  "companion",
  "obstructed",
  "view",
] as const;
type Column = (typeof COLUMNS)[number];

interface DraftRow {
  label: string;
  labels: string[];
  aislesAfter: number[];
  wheelchair: number[];
  companion: number[];
  views: { seats: number[]; obstructed: boolean; note: string | null }[];
  points: { x: number; y: number }[];
}

interface DraftSection {
  name: string;
  kind: "SEATED" | "GENERAL_ADMISSION";
  rank?: number;
  capacity?: number;
  rows?: DraftRow[];
}

type Place = Pick<Fault, "line" | "column">;

/** The hall so far, and where each of its parts was found. */
interface Draft {
  sections: DraftSection[];
  sectionNos: Map<string, number>;
  rowNos: Map<string, number>;
  seats: Map<string, number>;
  places: Map<string, Place>;
  faults: Fault[];
}

export function sectionsFromCsv(text: string): { sections: Sections } | Faults {
  const { records, broken } = readCsv(text);
  const draft: Draft = {
    sections: [],
    sectionNos: new Map(),
    rowNos: new Map(),
    seats: new Map(),
    places: new Map([["", { line: 1, column: 1 }]]),
    faults: broken ? [{ ...broken, path: null }] : [],
  };
  const [header, ...lines] = records;
  const columns = columnsOf(header ?? [], draft.faults);
  if (draft.faults.length === 0 || broken)
    for (const record of lines) addLine(draft, new Line(record, columns, header!.length, draft.faults));
  if (draft.faults.length > 0) return faultsOf(draft.faults);
  const { data, error } = sectionsSchema.safeParse(draft.sections.map(withoutEmpty));
  return error ? faultsOf(firstIssues(error.issues).map((issue) => faultOf(issue, draft.places))) : { sections: data };
}

/** No seat of a row has a point: then the row has no geometry. */
function withoutEmpty({ rows, ...section }: DraftSection): unknown {
  const drawn = rows?.map(({ points, ...row }) => (points.length > 0 ? { ...row, points } : row));
  return drawn ? { ...section, rows: drawn } : section;
}

function faultOf({ path, message }: Issue, places: Map<string, Place>): Fault {
  const [nearest] = [...enclosing(path)].filter((key) => places.has(key));
  const what =
    path.length === 0 ? "sections" : path.filter((part) => typeof part === "string" && part !== "rows").at(-1);
  return { ...places.get(nearest!)!, path: null, message: what ? `${String(what)}: ${message}` : message };
}

function columnsOf(header: Field[], faults: Fault[]): Map<Column, number> {
  const columns = new Map<Column, number>();
  header.forEach(({ text, line, column }, index) => {
    const name = text.trim().toLowerCase() as Column;
    const problem = (message: string) => faults.push({ line, column, path: null, message });
    if (!COLUMNS.includes(name)) problem(`unknown column "${text}": the columns are ${COLUMNS.join(", ")}`);
    else if (columns.has(name)) problem(`column "${name}" is there twice`);
    else columns.set(name, index);
  });
  if (!columns.has("section"))
    faults.push({ line: 1, column: 1, path: null, message: 'the first line needs a column "section"' });
  return columns;
}

/** A record, by the names of its columns. */
class Line {
  readonly #record: Field[];
  readonly #columns: Map<Column, number>;
  readonly #faults: Fault[];

  constructor(record: Field[], columns: Map<Column, number>, length: number, faults: Fault[]) {
    this.#record = record;
    this.#columns = columns;
    this.#faults = faults;
    const extra = record[length];
    if (extra) this.#problemAt(extra, "the line has more fields than the first");
  }

  #fieldOf(name: Column): Field | undefined {
    const index = this.#columns.get(name);
    return index === undefined ? undefined : this.#record[index];
  }

  #problemAt({ line, column }: Place, message: string): void {
    this.#faults.push({ line, column, path: null, message });
  }

  placeOf(name: Column): Place {
    const { line, column } = this.#fieldOf(name) ?? { line: this.#record[0]!.line, column: 1 };
    return { line, column };
  }

  problem(name: Column, message: string): void {
    this.#problemAt(this.placeOf(name), `${name}: ${message}`);
  }

  text(name: Column): string {
    return this.#fieldOf(name)?.text.trim() ?? "";
  }

  number(name: Column): number | undefined {
    const text = this.text(name);
    if (text === "") return undefined;
    if (/^[+-]?\d{1,9}$/.test(text)) return Number(text);
    this.problem(name, "must be a whole number");
    return undefined;
  }

  isSet(name: Column): boolean {
    const text = this.text(name).toLowerCase();
    if (["yes", "true", "1", "x"].includes(text)) return true;
    if (!["", "no", "false", "0"].includes(text)) this.problem(name, "must be yes or no");
    return false;
  }
}

function addLine(draft: Draft, line: Line): void {
  const name = line.text("section");
  if (name === "") return line.problem("section", "must not be empty");
  const capacity = line.number("capacity");
  const isFloor = line.text("capacity") !== "";
  const known = draft.sectionNos.get(name);
  const no = known ?? draft.sections.length;
  const place = (path: string, column: Column) => {
    if (!draft.places.has(path)) draft.places.set(path, line.placeOf(column));
  };
  if (known === undefined) {
    draft.sectionNos.set(name, no);
    draft.sections.push(isFloor ? { name, kind: "GENERAL_ADMISSION" } : { name, kind: "SEATED", rows: [] });
    place(`${no}`, "section");
  } else if (isFloor || draft.sections[no]!.kind === "GENERAL_ADMISSION")
    return line.problem("capacity", `section "${name}" has another line: general admission has one, and no seats`);
  const section = draft.sections[no]!;
  const rank = line.number("rank");
  if (rank !== undefined) {
    if (section.rank !== undefined && section.rank !== rank)
      line.problem("rank", `section "${name}" has rank ${section.rank} on another line`);
    section.rank ??= rank;
    place(`${no}.rank`, "rank");
  }
  if (!isFloor) return addSeat(draft, line, no, section.rows!);
  if (capacity !== undefined) section.capacity = capacity;
  place(`${no}.capacity`, "capacity");
  if (line.text("row") !== "" || line.text("seat") !== "")
    line.problem("capacity", "a line has a capacity, or a row and a seat");
}

function addSeat(draft: Draft, line: Line, sectionNo: number, rows: DraftRow[]): void {
  const [label, seat] = [line.text("row"), line.text("seat")];
  if (label === "") return line.problem("row", "must not be empty");
  if (seat === "") return line.problem("seat", "must not be empty");
  const rowKey = `${sectionNo}\n${label}`;
  const rowNo = draft.rowNos.get(rowKey) ?? rows.length;
  const path = `${sectionNo}.rows.${rowNo}`;
  if (!draft.rowNos.has(rowKey)) {
    draft.rowNos.set(rowKey, rowNo);
    rows.push({ label, labels: [], aislesAfter: [], wheelchair: [], companion: [], views: [], points: [] });
    draft.places.set(path, line.placeOf("row"));
  }
  const seatKey = `${rowKey}\n${seat.normalize("NFKC")}`;
  const before = draft.seats.get(seatKey);
  if (before !== undefined) return line.problem("seat", `row "${label}" has the seat "${seat}" on line ${before}`);
  draft.seats.set(seatKey, line.placeOf("seat").line);
  const row = rows[rowNo]!;
  const position = row.labels.push(seat);
  draft.places.set(`${path}.labels.${position - 1}`, line.placeOf("seat"));
  if (line.isSet("aisle")) row.aislesAfter.push(position);
  if (line.isSet("wheelchair")) row.wheelchair.push(position);
  if (line.isSet("companion")) row.companion.push(position);
  const [obstructed, note] = [line.isSet("obstructed"), line.text("view") || null];
  if (obstructed || note !== null) {
    draft.places.set(`${path}.views.${row.views.length}`, line.placeOf("view"));
    row.views.push({ seats: [position], obstructed, note });
  }
  addPoint(draft, line, path, row);
}

function addPoint(draft: Draft, line: Line, path: string, row: DraftRow): void {
  const [x, y] = [line.number("x"), line.number("y")];
  const isGiven = line.text("x") !== "" || line.text("y") !== "";
  if (x !== undefined && y !== undefined) {
    draft.places.set(`${path}.points.${row.points.length}`, line.placeOf("x"));
    row.points.push({ x, y });
  } else if (isGiven && (line.text("x") === "" || line.text("y") === "")) line.problem("x", "needs both x and y");
}
