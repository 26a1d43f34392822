// Pictures of a seat in each of its looks, drawn once for each size. Looks differ by shape as well as by colour.
import type { Colours } from "./colours.ts";
import { FLAGS } from "./layout.ts";

export interface Atlas {
  /** Pixels of the canvas, of a square with some room around the seat. */
  size: number;
  image: HTMLCanvasElement;
  /** Left edge of a sprite in the image. */
  at(sprite: number): number;
  free(tier: number, flags: number): number;
  chosen: number;
  held: number;
  gone: number;
}

/** Below this size in pixels of the page details are noise. */
const DETAIL_PX = 9;

export function createAtlas(size: number, ratio: number, colours: Colours, tiers: number): Atlas {
  const image = document.createElement("canvas");
  const sprites = tiers * 2 + 3;
  image.width = size * sprites;
  image.height = size;
  const context = image.getContext("2d")!;
  const gap = Math.max(0.5, size * 0.09);
  const side = size - 2 * gap;
  const hasDetail = size / ratio >= DETAIL_PX;
  const at = (sprite: number) => sprite * size;

  function body(sprite: number, isRound = false): void {
    const [x, y] = [at(sprite) + gap, gap];
    context.beginPath();
    if (isRound) context.arc(x + side / 2, y + side / 2, side / 2, 0, 2 * Math.PI);
    else context.roundRect(x, y, side, side, [side * 0.34, side * 0.34, side * 0.14, side * 0.14]);
  }

  function fill(sprite: number, colour: string, isRound = false): void {
    body(sprite, isRound);
    context.fillStyle = colour;
    context.fill();
  }

  for (let tier = 0; tier < tiers; tier++) {
    fill(tier * 2, colours.tier(tier));
    fill(tier * 2 + 1, colours.tier(tier), true);
    if (!hasDetail) continue;
    // A wheelchair place: a ring.
    context.beginPath();
    context.arc(at(tier * 2 + 1) + size / 2, size / 2, side * 0.3, 0, 2 * Math.PI);
    context.strokeStyle = colours.onTier(tier);
    context.lineWidth = Math.max(1, size * 0.07);
    context.stroke();
  }
  const [chosen, held, gone] = [tiers * 2, tiers * 2 + 1, tiers * 2 + 2];
  fill(chosen, colours.chosen);
  context.lineWidth = Math.max(1, size * 0.06);
  context.strokeStyle = colours.ring;
  context.stroke();
  for (const [sprite, isHeld] of [
    [held, true],
    [gone, false],
  ] as const) {
    if (!hasDetail) {
      fill(sprite, colours.gone);
      continue;
    }
    body(sprite);
    context.strokeStyle = colours.gone;
    context.lineWidth = Math.max(1, size * 0.06);
    if (isHeld) context.setLineDash([size * 0.14, size * 0.1]);
    context.stroke();
    context.setLineDash([]);
    if (isHeld) continue;
    context.beginPath();
    context.moveTo(at(sprite) + size * 0.32, size * 0.32);
    context.lineTo(at(sprite) + size * 0.68, size * 0.68);
    context.moveTo(at(sprite) + size * 0.68, size * 0.32);
    context.lineTo(at(sprite) + size * 0.32, size * 0.68);
    context.stroke();
  }
  return { size, image, at, free: (tier, flags) => tier * 2 + (flags & FLAGS.wheelchair ? 1 : 0), chosen, held, gone };
}
