// Draws a hall on two canvases: areas and labels below, seats above, so that a changed seat is painted alone.
import { createAtlas, type Atlas } from "./atlas.ts";
import type { Camera } from "./camera.ts";
import type { Hall } from "./hall.ts";
import { STATE } from "./packed.ts";
import type { Colours } from "./colours.ts";

/** Width of a seat in the hall, in centimetres. */
export const SEAT_CM = 44;
/** Smaller seats are dust: sections are shown as areas, with their share of free seats. */
const LEAST_SEAT_PX = 4;
/** From here on seats have room for their labels. */
const LABEL_PX = 20;

export const showsSeats = (scale: number) => scale * SEAT_CM >= LEAST_SEAT_PX;

export interface Painter {
  resize(width: number, height: number, ratio: number): void;
  recolour(colours: Colours): void;
  /** All of it, sharp. */
  paint(camera: Camera): void;
  /** The last painting, moved and scaled: for gestures. */
  shift(camera: Camera): void;
  /** Certain seats only. */
  repaint(seats: readonly number[]): void;
  setFocus(seat: number | undefined): void;
}

export function createPainter(below: HTMLCanvasElement, above: HTMLCanvasElement, hall: Hall, first: Colours): Painter {
  const ground = below.getContext("2d")!;
  const seats = above.getContext("2d")!;
  const { layout } = hall;
  let [width, height, ratio] = [0, 0, 1];
  let colours = first;
  let painted: Camera = { scale: 1, x: 0, y: 0 };
  let atlas: Atlas | undefined;
  let focus: number | undefined;

  const px = (x: number) => x * painted.scale + painted.x;
  const py = (y: number) => y * painted.scale + painted.y;

  function outline(shape: readonly number[]): void {
    ground.beginPath();
    for (let at = 0; at < shape.length; at += 2) ground.lineTo(px(shape[at]!), py(shape[at + 1]!));
    ground.closePath();
  }

  function paintGround(): void {
    ground.setTransform(ratio, 0, 0, ratio, 0, 0);
    ground.clearRect(0, 0, width, height);
    ground.textAlign = "center";
    ground.textBaseline = "middle";
    if (layout.stage) {
      outline(layout.stage);
      ground.fillStyle = colours.stage;
      ground.fill();
    }
    const isOverview = !showsSeats(painted.scale);
    for (const [index, { shape, count, name, middle, kind }] of layout.sections.entries()) {
      outline(shape);
      const isArea = isOverview || kind === "GENERAL_ADMISSION";
      const share = count === 0 ? 0 : hall.free[index]! / count;
      ground.fillStyle = isArea ? colours.shade(share) : colours.area;
      ground.fill();
      ground.strokeStyle = colours.line;
      ground.stroke();
      if (!isArea) continue;
      ground.fillStyle = share > 0 && isArea ? colours.onShade : colours.text;
      ground.font = `650 ${Math.max(10, Math.min(16, painted.scale * 260))}px ${colours.font}`;
      ground.fillText(name, px(middle[0]), py(middle[1]));
    }
    if (!isOverview) paintRowLabels();
  }

  function paintRowLabels(): void {
    const size = painted.scale * SEAT_CM;
    if (size < 9) return;
    ground.fillStyle = colours.text;
    ground.font = `600 ${Math.min(13, size * 0.6)}px ${colours.font}`;
    for (const { label, first, count } of layout.rows) {
      const last = first + count - 1;
      const left = layout.x[first]! <= layout.x[last]! ? first : last;
      ground.fillText(label, px(layout.x[left]!) - size * 1.15, py(layout.y[left]!));
    }
  }

  function spriteOf(seat: number): number {
    if (hall.isChosen(seat)) return atlas!.chosen;
    const state = hall.now.states[seat]!;
    if (state !== STATE.available) return state === STATE.held ? atlas!.held : atlas!.gone;
    return atlas!.free(layout.tier[seat]!, layout.flags[seat]!);
  }

  function paintSeat(seat: number): void {
    const { size, image, at } = atlas!;
    const x = Math.round(px(layout.x[seat]!) * ratio - size / 2);
    const y = Math.round(py(layout.y[seat]!) * ratio - size / 2);
    seats.clearRect(x, y, size, size);
    seats.drawImage(image, at(spriteOf(seat)), 0, size, size, x, y, size, size);
    const cell = size / ratio;
    if (cell >= LABEL_PX && hall.now.states[seat] === STATE.available) {
      seats.fillStyle = hall.isChosen(seat) ? colours.onChosen : colours.onTier(layout.tier[seat]!);
      seats.fillText(layout.labels[seat]!, x + size / 2, y + size / 2 + ratio);
    }
    if (seat === focus) {
      seats.strokeStyle = colours.focus;
      seats.lineWidth = 2 * ratio;
      seats.strokeRect(x + ratio, y + ratio, size - 2 * ratio, size - 2 * ratio);
    }
  }

  function isVisible(seat: number): boolean {
    const [x, y] = [px(layout.x[seat]!), py(layout.y[seat]!)];
    return x > -60 && y > -60 && x < width + 60 && y < height + 60 && layout.row[seat]! >= 0;
  }

  function paintSeats(): void {
    seats.setTransform(1, 0, 0, 1, 0, 0);
    seats.clearRect(0, 0, above.width, above.height);
    if (!showsSeats(painted.scale)) return;
    const size = Math.max(2, Math.round(painted.scale * SEAT_CM * ratio));
    if (atlas?.size !== size) atlas = createAtlas(size, ratio, colours, layout.tiers.length);
    seats.textAlign = "center";
    seats.textBaseline = "middle";
    seats.font = `600 ${Math.round(size * 0.36)}px ${colours.font}`;
    for (let seat = 0; seat < layout.seats; seat++) if (isVisible(seat)) paintSeat(seat);
  }

  function paint(camera: Camera): void {
    painted = camera;
    for (const canvas of [below, above]) canvas.style.transform = "";
    paintGround();
    paintSeats();
  }

  return {
    resize: (w, h, r) => {
      [width, height, ratio] = [w, h, r];
      for (const canvas of [below, above]) {
        canvas.width = Math.round(w * r);
        canvas.height = Math.round(h * r);
      }
      atlas = undefined;
    },
    recolour: (next) => {
      colours = next;
      atlas = undefined;
      paint(painted);
    },
    paint,
    shift: (camera) => {
      const by = camera.scale / painted.scale;
      const [x, y] = [camera.x - painted.x * by, camera.y - painted.y * by];
      for (const canvas of [below, above]) canvas.style.transform = `translate(${x}px, ${y}px) scale(${by})`;
    },
    repaint: (changed) => {
      // An area shows how many seats are free in it.
      if (!showsSeats(painted.scale)) return paintGround();
      for (const seat of changed) if (isVisible(seat)) paintSeat(seat);
    },
    setFocus: (seat) => {
      const before = focus;
      focus = seat;
      if (!showsSeats(painted.scale)) return;
      for (const one of [before, seat]) if (one !== undefined && isVisible(one)) paintSeat(one);
    },
  };
}
