// Draws a hall on two canvases: areas and labels below, seats above, so that a changed seat is painted alone.
import { createAtlas, type Atlas } from "./atlas.ts";
import type { Camera } from "./camera.ts";
import type { Hall } from "./hall.ts";
import type { Section } from "./layout.ts";
import { STATE } from "./packed.ts";
import type { Colours } from "./colours.ts";

/** Width of a seat in the hall, in centimetres. */
export const SEAT_CM = 44;
/** Smaller seats are dust: sections are shown as areas, with their share of free seats. */
const LEAST_SEAT_PX = 4;
/** From here on seats have room for their labels. */
const LABEL_PX = 20;
const LEAST_ROW_PX = 9;
/** Seats that reach into the view from outside. */
const EDGE_PX = 60;

export const showsSeats = (scale: number) => scale * SEAT_CM >= LEAST_SEAT_PX;

export interface PainterOptions {
  below: HTMLCanvasElement;
  above: HTMLCanvasElement;
  hall: Hall;
  colours: Colours;
  /** Text on the stage. */
  stage: string;
}

export class Painter {
  readonly #canvases: readonly HTMLCanvasElement[];
  readonly #ground: CanvasRenderingContext2D;
  readonly #seats: CanvasRenderingContext2D;
  readonly #hall: Hall;
  readonly #stage: string;
  #width = 0;
  #height = 0;
  /** Pixels of the canvas for each pixel of the page. */
  #ratio = 1;
  #colours: Colours;
  #painted: Camera = { scale: 1, x: 0, y: 0 };
  #atlas: Atlas | undefined;
  #focus: number | undefined;

  constructor({ below, above, hall, colours, stage }: PainterOptions) {
    this.#canvases = [below, above];
    this.#ground = below.getContext("2d")!;
    this.#seats = above.getContext("2d")!;
    this.#hall = hall;
    this.#colours = colours;
    this.#stage = stage;
  }

  resize(width: number, height: number, ratio: number): void {
    [this.#width, this.#height, this.#ratio] = [width, height, ratio];
    for (const canvas of this.#canvases) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    this.#atlas = undefined;
  }

  recolour(colours: Colours): void {
    this.#colours = colours;
    this.#atlas = undefined;
    this.paint(this.#painted);
  }

  /** All of it, sharp. */
  paint(camera: Camera): void {
    this.#painted = camera;
    for (const canvas of this.#canvases) canvas.style.transform = "";
    this.#paintGround();
    this.#paintSeats();
  }

  /** The last painting, moved and scaled: for gestures. */
  shift(camera: Camera): void {
    const by = camera.scale / this.#painted.scale;
    const [x, y] = [camera.x - this.#painted.x * by, camera.y - this.#painted.y * by];
    for (const canvas of this.#canvases) canvas.style.transform = `translate(${x}px, ${y}px) scale(${by})`;
  }

  /** Certain seats only. */
  repaint(seats: readonly number[]): void {
    // An area shows how many seats are free in it.
    if (!showsSeats(this.#painted.scale)) return this.#paintGround();
    for (const seat of seats) if (this.#isVisible(seat)) this.#paintSeat(seat);
  }

  setFocus(seat: number | undefined): void {
    const both = [this.#focus, seat];
    this.#focus = seat;
    if (!this.#atlas || !showsSeats(this.#painted.scale)) return;
    for (const one of both) if (one !== undefined && this.#isVisible(one)) this.#paintSeat(one);
  }

  #x(x: number): number {
    return x * this.#painted.scale + this.#painted.x;
  }

  #y(y: number): number {
    return y * this.#painted.scale + this.#painted.y;
  }

  #outline(shape: readonly number[]): void {
    this.#ground.beginPath();
    for (let at = 0; at < shape.length; at += 2) this.#ground.lineTo(this.#x(shape[at]!), this.#y(shape[at + 1]!));
    this.#ground.closePath();
  }

  #write(text: string, x: number, y: number, size: number, colour: string): void {
    const ground = this.#ground;
    ground.fillStyle = colour;
    ground.font = `650 ${size}px ${this.#colours.font}`;
    ground.fillText(text, this.#x(x), this.#y(y));
  }

  #paintGround(): void {
    const ground = this.#ground;
    ground.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    ground.clearRect(0, 0, this.#width, this.#height);
    ground.textAlign = "center";
    ground.textBaseline = "middle";
    this.#paintStage();
    const isOverview = !showsSeats(this.#painted.scale);
    for (const [index, section] of this.#hall.layout.sections.entries()) this.#paintSection(section, index, isOverview);
    if (!isOverview) this.#paintRowLabels();
  }

  #paintStage(): void {
    const { stage } = this.#hall.layout;
    if (!stage) return;
    this.#outline(stage);
    this.#ground.fillStyle = this.#colours.stage;
    this.#ground.fill();
    const [left, top, right, , , bottom] = stage as [number, number, number, number, number, number];
    const size = Math.max(9, Math.min(18, this.#painted.scale * 150));
    this.#write(this.#stage, (left + right) / 2, (top + bottom) / 2, size, this.#colours.onStage);
  }

  #paintSection({ shape, count, name, middle, kind }: Section, index: number, isOverview: boolean): void {
    const ground = this.#ground;
    const colours = this.#colours;
    this.#outline(shape);
    const isArea = isOverview || kind === "GENERAL_ADMISSION";
    const share = count === 0 ? 0 : this.#hall.free[index]! / count;
    ground.fillStyle = isArea ? colours.shade(share) : colours.area;
    ground.fill();
    ground.strokeStyle = colours.line;
    ground.stroke();
    if (!isArea) return;
    const size = Math.max(10, Math.min(16, this.#painted.scale * 260));
    this.#write(name, middle[0], middle[1], size, share > 0 ? colours.onShade : colours.text);
  }

  #paintRowLabels(): void {
    const size = this.#painted.scale * SEAT_CM;
    if (size < LEAST_ROW_PX) return;
    const { rows, x, y } = this.#hall.layout;
    for (const { label, first, count } of rows) {
      const last = first + count - 1;
      const left = x[first]! <= x[last]! ? first : last;
      this.#write(label, x[left]! - SEAT_CM * 1.15, y[left]!, Math.min(13, size * 0.6), this.#colours.text);
    }
  }

  #spriteOf(seat: number, atlas: Atlas): number {
    const { layout, now } = this.#hall;
    if (this.#hall.isChosen(seat)) return atlas.chosen;
    const state = now.states[seat]!;
    if (state !== STATE.available) return state === STATE.held ? atlas.held : atlas.gone;
    return atlas.free(layout.tier[seat]!, layout.flags[seat]!);
  }

  #paintSeat(seat: number): void {
    const { layout, now } = this.#hall;
    const seats = this.#seats;
    const atlas = this.#atlas!;
    const { size, image } = atlas;
    const ratio = this.#ratio;
    const x = Math.round(this.#x(layout.x[seat]!) * ratio - size / 2);
    const y = Math.round(this.#y(layout.y[seat]!) * ratio - size / 2);
    seats.clearRect(x, y, size, size);
    seats.drawImage(image, atlas.at(this.#spriteOf(seat, atlas)), 0, size, size, x, y, size, size);
    if (size / ratio >= LABEL_PX && now.states[seat] === STATE.available) {
      const { onChosen, onTier } = this.#colours;
      seats.fillStyle = this.#hall.isChosen(seat) ? onChosen : onTier(layout.tier[seat]!);
      seats.fillText(layout.labels[seat]!, x + size / 2, y + size / 2 + ratio);
    }
    if (seat !== this.#focus) return;
    seats.strokeStyle = this.#colours.focus;
    seats.lineWidth = 2 * ratio;
    seats.strokeRect(x + ratio, y + ratio, size - 2 * ratio, size - 2 * ratio);
  }

  /** Places in general admission are in their area. */
  #isVisible(seat: number): boolean {
    const { layout } = this.#hall;
    const [x, y] = [this.#x(layout.x[seat]!), this.#y(layout.y[seat]!)];
    const isInside = x > -EDGE_PX && y > -EDGE_PX && x < this.#width + EDGE_PX && y < this.#height + EDGE_PX;
    return isInside && layout.row[seat]! >= 0;
  }

  #paintSeats(): void {
    const seats = this.#seats;
    seats.setTransform(1, 0, 0, 1, 0, 0);
    seats.clearRect(0, 0, seats.canvas.width, seats.canvas.height);
    if (!showsSeats(this.#painted.scale)) return;
    const { layout } = this.#hall;
    const size = Math.max(2, Math.round(this.#painted.scale * SEAT_CM * this.#ratio));
    if (this.#atlas?.size !== size) this.#atlas = createAtlas(size, this.#ratio, this.#colours, layout.tiers.length);
    seats.textAlign = "center";
    seats.textBaseline = "middle";
    seats.font = `600 ${Math.round(size * 0.36)}px ${this.#colours.font}`;
    for (let seat = 0; seat < layout.seats; seat++) if (this.#isVisible(seat)) this.#paintSeat(seat);
  }
}
