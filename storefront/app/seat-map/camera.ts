// The part of the hall that is shown: pixels of the page = centimetres × scale + offset.

export interface Camera {
  scale: number;
  x: number;
  y: number;
}

export interface View {
  width: number;
  height: number;
}

interface Bounds {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

const MARGIN = 24;
/** Height of the buttons below the hall. */
const BUTTONS = 44;
/** Pixels for a centimetre: a seat of 50 cm is then 50 pixels wide. */
const CLOSEST = 1;

/** The whole hall, or a part of it, in the middle above the buttons. */
export function fit({ minX, minY, maxX, maxY }: Bounds, view: View): Camera {
  const [width, height] = [view.width, Math.max(1, view.height - BUTTONS)];
  const scale = Math.min(
    CLOSEST,
    (width - 2 * MARGIN) / Math.max(1, maxX - minX),
    (height - 2 * MARGIN) / Math.max(1, maxY - minY),
  );
  return {
    scale,
    x: width / 2 - ((minX + maxX) / 2) * scale,
    y: height / 2 - ((minY + maxY) / 2) * scale,
  };
}

/** Keeps the point under the fingers where it is. */
export function zoomAt(camera: Camera, factor: number, px: number, py: number, least: number): Camera {
  const scale = Math.min(CLOSEST, Math.max(least, camera.scale * factor));
  const by = scale / camera.scale;
  return { scale, x: px - (px - camera.x) * by, y: py - (py - camera.y) * by };
}

/** At least a third of the view shows the hall. */
export function clamp(camera: Camera, { minX, minY, maxX, maxY }: Bounds, { width, height }: View): Camera {
  const { scale } = camera;
  const limit = (offset: number, low: number, high: number, size: number) =>
    Math.min(size * 0.67 - low * scale, Math.max(size * 0.33 - high * scale, offset));
  return { scale, x: limit(camera.x, minX, maxX, width), y: limit(camera.y, minY, maxY, height) };
}

export const toHall = ({ scale, x, y }: Camera, px: number, py: number) => ({
  x: (px - x) / scale,
  y: (py - y) / scale,
});
