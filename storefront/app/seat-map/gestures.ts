// Pointers and wheel on the map: drag, pinch, tap.
import { clamp, fit, toHall, zoomAt, type Camera, type View } from "./camera.ts";
import { createGridIndex, isInside } from "./grid-index.ts";
import type { Hall } from "./hall.ts";
import { SEAT_CM, type Painter } from "./painter.ts";

/** A seat can be chosen from this width on (WCAG 2.5.8). */
export const CHOOSABLE_PX = 24;
/** A press that moves farther is a drag. */
const TAP_PX = 8;
const SHARP_AFTER_MS = 80;
const STEP = 1.6;

export interface Gestures {
  /** The canvas has a new size: shows the whole hall, or what was shown. */
  resize(view: View): void;
  zoom(isIn: boolean): void;
  showAll(): void;
  showSection(index: number): void;
  stop(): void;
}

interface Options {
  element: HTMLElement;
  hall: Hall;
  painter: Painter;
}

const boundsOf = (shape: readonly number[]) => {
  const [xs, ys] = [shape.filter((_, at) => at % 2 === 0), shape.filter((_, at) => at % 2 === 1)];
  return { minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys) };
};

export function createGestures({ element, hall, painter }: Options): Gestures {
  const { layout } = hall;
  const { bounds } = layout;
  const index = createGridIndex(layout);
  const pointers = new Map<number, { x: number; y: number }>();
  let view: View = { width: 1, height: 1 };
  let camera: Camera = { scale: 1, x: 0, y: 0 };
  let isWhole = true;
  let pressed: { x: number; y: number; isTap: boolean } | undefined;
  let sharpening: ReturnType<typeof setTimeout> | undefined;
  const least = () => fit(bounds, view).scale;

  /** At once a picture that moves, then a sharp one. */
  function move(next: Camera): void {
    camera = clamp(next, bounds, view);
    isWhole = false;
    painter.shift(camera);
    clearTimeout(sharpening);
    sharpening = setTimeout(() => painter.paint(camera), SHARP_AFTER_MS);
  }

  function show(next: Camera): void {
    camera = next;
    clearTimeout(sharpening);
    painter.paint(camera);
  }

  const placeOf = (event: MouseEvent) => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };

  function sectionAt(x: number, y: number): number | undefined {
    const found = layout.sections.findIndex(({ shape }) => isInside(shape, x, y));
    return found === -1 ? undefined : found;
  }

  /** Chooses the seat, or comes nearer so that it can be chosen. */
  function tap(px: number, py: number): void {
    const { x, y } = toHall(camera, px, py);
    if (camera.scale * SEAT_CM >= CHOOSABLE_PX) {
      const seat = index.at(x, y, SEAT_CM);
      if (seat !== undefined && layout.row[seat]! >= 0) return hall.toggle(seat);
    }
    const section = sectionAt(x, y);
    if (section === undefined) return;
    const whole = fit(boundsOf(layout.sections[section]!.shape), view);
    const near = Math.max(whole.scale, (CHOOSABLE_PX * 1.1) / SEAT_CM);
    if (whole.scale >= near || camera.scale < whole.scale * 0.9) return showSection(section);
    show(clamp(zoomAt(camera, near / camera.scale, px, py, least()), bounds, view));
    isWhole = false;
  }

  function showSection(section: number): void {
    show(fit(boundsOf(layout.sections[section]!.shape), view));
    isWhole = false;
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, placeOf(event));
    pressed = { ...placeOf(event), isTap: pointers.size === 1 };
  }

  function onMove(event: PointerEvent): void {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = placeOf(event);
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    pointers.set(event.pointerId, now);
    if (pressed && Math.hypot(now.x - pressed.x, now.y - pressed.y) > TAP_PX) pressed.isTap = false;
    const [other] = others;
    if (other) {
      if (pressed) pressed.isTap = false;
      const [from, to] = [
        Math.hypot(before.x - other.x, before.y - other.y),
        Math.hypot(now.x - other.x, now.y - other.y),
      ];
      const next = zoomAt(camera, from === 0 ? 1 : to / from, (now.x + other.x) / 2, (now.y + other.y) / 2, least());
      return move({ ...next, x: next.x + (now.x - before.x) / 2, y: next.y + (now.y - before.y) / 2 });
    }
    if (!pressed?.isTap) move({ ...camera, x: camera.x + now.x - before.x, y: camera.y + now.y - before.y });
  }

  function onUp(event: PointerEvent): void {
    const place = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    if (place && pressed?.isTap && event.type === "pointerup") tap(place.x, place.y);
    if (pointers.size === 0) pressed = undefined;
  }

  function onWheel(event: WheelEvent): void {
    // Without a key the page scrolls on at the edges of the zoom.
    const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018));
    const next = zoomAt(camera, factor, placeOf(event).x, placeOf(event).y, least());
    if (next.scale === camera.scale) return;
    event.preventDefault();
    move(next);
  }

  element.addEventListener("pointerdown", onDown);
  element.addEventListener("pointermove", onMove);
  element.addEventListener("pointerup", onUp);
  element.addEventListener("pointercancel", onUp);
  element.addEventListener("wheel", onWheel, { passive: false });
  return {
    resize: (next) => {
      view = next;
      show(isWhole ? fit(bounds, view) : clamp(camera, bounds, view));
    },
    zoom: (isIn) => {
      show(clamp(zoomAt(camera, isIn ? STEP : 1 / STEP, view.width / 2, view.height / 2, least()), bounds, view));
      isWhole = false;
    },
    showAll: () => {
      show(fit(bounds, view));
      isWhole = true;
    },
    showSection,
    stop: () => {
      clearTimeout(sharpening);
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", onUp);
      element.removeEventListener("wheel", onWheel);
    },
  };
}
