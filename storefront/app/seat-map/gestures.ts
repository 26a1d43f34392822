// Pointers and wheel on the map: drag, pinch, tap.
import { clamp, fit, toHall, zoomAt, type Camera, type View } from "./camera.ts";
import { createGridIndex, isInside, type GridIndex } from "./grid-index.ts";
import type { Hall } from "./hall.ts";
import { SEAT_CM, type Painter } from "./painter.ts";

/** A seat can be chosen from this width on (WCAG 2.5.8). */
export const CHOOSABLE_PX = 24;
/** A press that moves farther is a drag. */
const TAP_PX = 8;
const SHARP_AFTER_MS = 80;
const STEP = 1.6;

interface Options {
  element: HTMLElement;
  hall: Hall;
  painter: Painter;
}

const boundsOf = (shape: readonly number[]) => {
  const [xs, ys] = [shape.filter((_, at) => at % 2 === 0), shape.filter((_, at) => at % 2 === 1)];
  return { minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys) };
};

interface Place {
  x: number;
  y: number;
}

export class Gestures {
  readonly #element: HTMLElement;
  readonly #hall: Hall;
  readonly #painter: Painter;
  readonly #index: GridIndex;
  readonly #pointers = new Map<number, Place>();
  readonly #ended = new AbortController();
  #view: View = { width: 1, height: 1 };
  #camera: Camera = { scale: 1, x: 0, y: 0 };
  /** Whether the whole hall is shown, also after a change of size. */
  #isWhole = true;
  #pressed: (Place & { isTap: boolean }) | undefined;
  #sharpening: ReturnType<typeof setTimeout> | undefined;

  constructor({ element, hall, painter }: Options) {
    this.#element = element;
    this.#hall = hall;
    this.#painter = painter;
    this.#index = createGridIndex(hall.layout);
    const { signal } = this.#ended;
    element.addEventListener("pointerdown", (event) => this.#onDown(event), { signal });
    element.addEventListener("pointermove", (event) => this.#onMove(event), { signal });
    element.addEventListener("pointerup", (event) => this.#onUp(event), { signal });
    element.addEventListener("pointercancel", (event) => this.#onUp(event), { signal });
    element.addEventListener("wheel", (event) => this.#onWheel(event), { signal, passive: false });
  }

  /** The canvas has a new size: shows the whole hall, or what was shown. */
  resize(view: View): void {
    this.#view = view;
    this.#camera = this.#isWhole ? fit(this.#hall.layout.bounds, view) : this.#clamped(this.#camera);
    clearTimeout(this.#sharpening);
    this.#painter.paint(this.#camera);
  }

  zoom(isIn: boolean): void {
    const { width, height } = this.#view;
    this.#move(this.#zoomed(isIn ? STEP : 1 / STEP, { x: width / 2, y: height / 2 }));
  }

  showAll(): void {
    this.#show(fit(this.#hall.layout.bounds, this.#view));
    this.#isWhole = true;
  }

  showSection(index: number): void {
    this.#show(fit(boundsOf(this.#hall.layout.sections[index]!.shape), this.#view));
  }

  stop(): void {
    clearTimeout(this.#sharpening);
    this.#ended.abort();
  }

  #clamped(camera: Camera): Camera {
    return clamp(camera, this.#hall.layout.bounds, this.#view);
  }

  #zoomed(factor: number, { x, y }: Place): Camera {
    return zoomAt(this.#camera, factor, x, y, fit(this.#hall.layout.bounds, this.#view).scale);
  }

  #move(next: Camera): void {
    this.#show(this.#clamped(next));
  }

  /** At once the last picture, moved and scaled, then a sharp one: painting thousands of seats takes longer than a gesture may wait. */
  #show(next: Camera): void {
    this.#camera = next;
    this.#isWhole = false;
    this.#painter.shift(this.#camera);
    clearTimeout(this.#sharpening);
    this.#sharpening = setTimeout(() => this.#painter.paint(this.#camera), SHARP_AFTER_MS);
  }

  #placeOf(event: MouseEvent): Place {
    const { left, top } = this.#element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  /** Chooses the seat, or comes nearer so that it can be chosen. */
  #tap(place: Place): void {
    const { layout } = this.#hall;
    const { x, y } = toHall(this.#camera, place.x, place.y);
    if (this.#camera.scale * SEAT_CM >= CHOOSABLE_PX) {
      const seat = this.#index.at(x, y, SEAT_CM);
      if (seat !== undefined && layout.row[seat]! >= 0) return this.#hall.toggle(seat);
    }
    const section = layout.sections.findIndex(({ shape }) => isInside(shape, x, y));
    if (section === -1) return;
    const whole = fit(boundsOf(layout.sections[section]!.shape), this.#view).scale;
    const near = (CHOOSABLE_PX * 1.1) / SEAT_CM;
    // First the section, then, if its seats are still too small, the place.
    if (whole >= near || this.#camera.scale < whole * 0.9) return this.showSection(section);
    this.#move(this.#zoomed(near / this.#camera.scale, place));
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#element.setPointerCapture(event.pointerId);
    const place = this.#placeOf(event);
    this.#pointers.set(event.pointerId, place);
    this.#pressed = { ...place, isTap: this.#pointers.size === 1 };
  }

  #onMove(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (!before || !this.#pressed) return;
    const now = this.#placeOf(event);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#pointers.set(event.pointerId, now);
    if (Math.hypot(now.x - this.#pressed.x, now.y - this.#pressed.y) > TAP_PX) this.#pressed.isTap = false;
    const { x, y } = this.#camera;
    if (other) return this.#pinch(before, now, other);
    if (!this.#pressed.isTap) this.#move({ ...this.#camera, x: x + now.x - before.x, y: y + now.y - before.y });
  }

  #pinch(before: Place, now: Place, other: Place): void {
    this.#pressed!.isTap = false;
    const from = Math.hypot(before.x - other.x, before.y - other.y);
    const to = Math.hypot(now.x - other.x, now.y - other.y);
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    const next = this.#zoomed(from === 0 ? 1 : to / from, middle);
    this.#move({ ...next, x: next.x + (now.x - before.x) / 2, y: next.y + (now.y - before.y) / 2 });
  }

  #onUp(event: PointerEvent): void {
    const place = this.#pointers.get(event.pointerId);
    this.#pointers.delete(event.pointerId);
    if (place && this.#pressed?.isTap && event.type === "pointerup") this.#tap(place);
    if (this.#pointers.size === 0) this.#pressed = undefined;
  }

  #onWheel(event: WheelEvent): void {
    const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018));
    const next = this.#zoomed(factor, this.#placeOf(event));
    // At the ends of the zoom the page scrolls on.
    if (next.scale === this.#camera.scale) return;
    event.preventDefault();
    this.#move(next);
  }
}
