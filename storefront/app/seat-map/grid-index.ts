// Finds the seat at a point: a grid of squares, each with the seats in it.
import type { Layout } from "./layout.ts";

/** Centimetres: wider than a seat, so that a point's neighbours are in nine squares. */
const SQUARE = 120;

export interface GridIndex {
  /** The nearest seat within so many centimetres. */
  at(x: number, y: number, within: number): number | undefined;
}

export function createGridIndex({ x, y, seats, bounds }: Layout): GridIndex {
  const columns = Math.floor((bounds.maxX - bounds.minX) / SQUARE) + 1;
  const squares = new Map<number, number[]>();
  const squareOf = (px: number, py: number) =>
    Math.floor((py - bounds.minY) / SQUARE) * columns + Math.floor((px - bounds.minX) / SQUARE);
  for (let seat = 0; seat < seats; seat++) {
    const square = squareOf(x[seat]!, y[seat]!);
    const there = squares.get(square);
    if (there) there.push(seat);
    else squares.set(square, [seat]);
  }
  return {
    at: (px, py, within) => {
      let nearest: number | undefined;
      let least = within ** 2;
      for (let dy = -SQUARE; dy <= SQUARE; dy += SQUARE)
        for (let dx = -SQUARE; dx <= SQUARE; dx += SQUARE)
          for (const seat of squares.get(squareOf(px + dx, py + dy)) ?? []) {
            const distance = (x[seat]! - px) ** 2 + (y[seat]! - py) ** 2;
            if (distance <= least) [nearest, least] = [seat, distance];
          }
      return nearest;
    },
  };
}

/** Whether a point is inside of a polygon, by the number of edges to its right (even-odd rule). */
export function isInside(shape: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = shape.length - 2; i < shape.length; j = i, i += 2) {
    const [xi, yi, xj, yj] = [shape[i]!, shape[i + 1]!, shape[j]!, shape[j + 1]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
