// The map of a hall. Screen readers and keyboards use the rows beside it, which are the same seats.
import { useEffect, useRef } from "react";
import { useApp } from "../app-context.ts";
import { readColours } from "./colours.ts";
import { Gestures } from "./gestures.ts";
import type { Hall } from "./hall.ts";
import { Painter } from "./painter.ts";

/** Pixels of the canvas for each of the page, at most: more cost memory and are not seen. */
const MOST_PIXELS = 2.5;

interface Props {
  hall: Hall;
  /** The seat that has the focus in the rows. */
  focus: number | undefined;
  /** The section whose rows are listed, as an index. */
  section: number;
}

interface Shown {
  painter: Painter;
  gestures: Gestures;
  stop(): void;
}

/** Draws the hall, in the size of the frame, until it is stopped. */
function show(
  hall: Hall,
  frame: HTMLElement,
  below: HTMLCanvasElement,
  above: HTMLCanvasElement,
  stage: string,
): Shown {
  const painter = new Painter({ below, above, hall, colours: readColours(frame), stage });
  const gestures = new Gestures({ element: frame, hall, painter });
  const ended = new AbortController();
  // Changes of one frame are painted together.
  let waiting: number[] = [];
  let request = 0;
  const stopPaint = hall.onPaint((seats) => {
    waiting.push(...seats);
    request ||= requestAnimationFrame(() => {
      request = 0;
      painter.repaint(waiting);
      waiting = [];
    });
  });
  const resize = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = frame;
    if (width === 0 || height === 0) return;
    painter.resize(width, height, Math.min(devicePixelRatio, MOST_PIXELS));
    gestures.resize({ width, height });
  });
  resize.observe(frame);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
    matchMedia(query).addEventListener("change", () => painter.recolour(readColours(frame)), { signal: ended.signal });
  return {
    painter,
    gestures,
    stop: () => {
      cancelAnimationFrame(request);
      stopPaint();
      resize.disconnect();
      ended.abort();
      gestures.stop();
    },
  };
}

export function SeatMap({ hall, focus, section }: Props) {
  const { texts } = useApp();
  const frame = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const gestures = useRef<Gestures>(undefined);
  const painter = useRef<Painter>(undefined);

  useEffect(() => {
    const shown = show(hall, frame.current!, below.current!, above.current!, texts.seats.stage);
    [painter.current, gestures.current] = [shown.painter, shown.gestures];
    return shown.stop;
  }, [hall, texts]);

  useEffect(() => painter.current?.setFocus(focus), [focus]);
  const shown = useRef(section);
  useEffect(() => {
    if (section !== shown.current) gestures.current?.showSection(section);
    shown.current = section;
  }, [section]);

  return (
    <div className="map">
      <div className="canvas" ref={frame} aria-hidden="true">
        <canvas ref={below} />
        <canvas ref={above} />
      </div>
      <div className="zoom">
        <button
          type="button"
          className="plain"
          aria-label={texts.seats.zoomIn}
          onClick={() => gestures.current?.zoom(true)}
        >
          +
        </button>
        <button
          type="button"
          className="plain"
          aria-label={texts.seats.zoomOut}
          onClick={() => gestures.current?.zoom(false)}
        >
          −
        </button>
        <button type="button" className="plain" onClick={() => gestures.current?.showAll()}>
          {texts.seats.wholeHall}
        </button>
      </div>
    </div>
  );
}
