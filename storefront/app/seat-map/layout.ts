// The layout of a hall as arrays: docs/seat-map.md has its format. A seat is its index.

export interface Section {
  id: string;
  name: string;
  kind: string;
  first: number;
  count: number;
  /** Corners, x and y in turn. */
  shape: number[];
  middle: [number, number];
}

export interface Row {
  label: string;
  section: number;
  first: number;
  count: number;
}

interface Bounds {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** As the gateway sends it. */
export interface LayoutDocument {
  version: string;
  seatIds: { prefix: string; first: number };
  bounds: Bounds;
  focalPoint: { x: number; y: number } | null;
  stage: number[] | null;
  sections: Section[];
  tiers: { id: string; name: string }[];
  rows: Row[];
  x: number[];
  y: number[];
  section: number[];
  row: number[];
  tier: number[];
  labels: string[];
  flags: number[];
  notes: { text: string; seats: number[] }[];
}

export const FLAGS = { wheelchair: 1, companion: 2, aisleBefore: 4, aisleAfter: 8, obstructed: 16 } as const;

export interface Layout {
  version: string;
  seats: number;
  bounds: Bounds;
  stage: number[] | null;
  sections: Section[];
  tiers: LayoutDocument["tiers"];
  rows: Row[];
  x: Float32Array;
  y: Float32Array;
  section: Uint16Array;
  row: Int32Array;
  tier: Uint8Array;
  flags: Uint8Array;
  labels: string[];
  notes: ReadonlyMap<number, string>;
  idOf(seat: number): string;
  /** Undefined for a seat of another event. */
  indexOf(id: string): number | undefined;
}

/** A drawn hall has no stage: it stands at the focal point, if that is in front of all seats. */
function withStage({ stage, focalPoint, bounds }: LayoutDocument): Pick<Layout, "stage" | "bounds"> {
  if (stage || !focalPoint || focalPoint.y >= bounds.minY) return { stage, bounds };
  const { x, y } = focalPoint;
  const half = (bounds.maxX - bounds.minX) * STAGE_SHARE;
  const depth = Math.min(half / 2, (bounds.minY - y) / 2);
  const [left, right, top, bottom] = [x - half, x + half, y - depth, y + depth];
  return {
    stage: [left, top, right, top, right, bottom, left, bottom],
    bounds: {
      minX: Math.min(bounds.minX, left),
      minY: top,
      maxX: Math.max(bounds.maxX, right),
      maxY: bounds.maxY,
    },
  };
}

/** Half the width of a stage, of the width of the hall. */
const STAGE_SHARE = 0.17;

export function readLayout(document: LayoutDocument): Layout {
  const { seatIds, x, y, section, row, tier, flags, notes, focalPoint: _, ...rest } = document;
  const { prefix, first } = seatIds;
  const seats = x.length;
  return {
    ...rest,
    ...withStage(document),
    seats,
    x: Float32Array.from(x),
    y: Float32Array.from(y),
    section: Uint16Array.from(section),
    row: Int32Array.from(row),
    tier: Uint8Array.from(tier),
    flags: Uint8Array.from(flags),
    notes: new Map(notes.flatMap(({ text, seats: noted }) => noted.map((seat): [number, string] => [seat, text]))),
    idOf: (seat) => `${prefix}${seat + first}`,
    indexOf: (id) => {
      const seat = id.startsWith(prefix) ? Number(id.slice(prefix.length)) - first : NaN;
      return Number.isInteger(seat) && seat >= 0 && seat < seats ? seat : undefined;
    },
  };
}
