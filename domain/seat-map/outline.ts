// Outlines of sections whose seats have positions, but no drawn shape.
import type { Point } from "../hall.ts";

/** Distance from the middle of a seat to the outline, in centimetres. */
const MARGIN = 45;

/** Convex outline around squares at the points, in order. */
export function outlineOf(points: readonly Point[]): Point[] {
  const corners = points.flatMap(({ x, y }) =>
    [-MARGIN, MARGIN].flatMap((dx) => [-MARGIN, MARGIN].map((dy) => ({ x: x + dx, y: y + dy }))),
  );
  const sorted = corners.sort((one, other) => one.x - other.x || one.y - other.y);
  // Andrew's monotone chain.
  const half = (list: Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

/** Positive for a turn to the left. */
const turn = (from: Point, over: Point, to: Point) =>
  (over.x - from.x) * (to.y - from.y) - (over.y - from.y) * (to.x - from.x);

export interface Bounds {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

export function boundsOf(points: readonly Point[]): Bounds {
  const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const { x, y } of points) {
    bounds.minX = Math.min(bounds.minX, x);
    bounds.minY = Math.min(bounds.minY, y);
    bounds.maxX = Math.max(bounds.maxX, x);
    bounds.maxY = Math.max(bounds.maxY, y);
  }
  return bounds;
}
