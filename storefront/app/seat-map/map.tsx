// The map of a hall. Screen readers and keyboards use the rows beside it, which are the same seats.
import { useEffect, useRef } from "react";
import { useApp } from "../app-context.ts";
import { readColours } from "./colours.ts";
import { createGestures, type Gestures } from "./gestures.ts";
import type { Hall } from "./hall.ts";
import { createPainter, type Painter } from "./painter.ts";

interface Props {
  hall: Hall;
  /** The seat that has the focus in the rows. */
  focus: number | undefined;
  /** The section whose rows are listed, as an index. */
  section: number;
}

export function SeatMap({ hall, focus, section }: Props) {
  const { texts } = useApp();
  const frame = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const gestures = useRef<Gestures>(undefined);
  const painter = useRef<Painter>(undefined);

  useEffect(() => {
    const element = frame.current!;
    const own = createPainter(below.current!, above.current!, hall, readColours(element));
    const moves = createGestures({ element, hall, painter: own });
    [painter.current, gestures.current] = [own, moves];

    // Changes of one frame are painted together.
    let waiting: number[] = [];
    let request = 0;
    const stopPaint = hall.onPaint((seats) => {
      waiting.push(...seats);
      request ||= requestAnimationFrame(() => {
        request = 0;
        own.repaint(waiting);
        waiting = [];
      });
    });
    const resize = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      own.resize(width, height, Math.min(devicePixelRatio, 2.5));
      moves.resize({ width, height });
    });
    resize.observe(element);
    const schemes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
    const recolour = () => own.recolour(readColours(element));
    for (const scheme of schemes) scheme.addEventListener("change", recolour);
    return () => {
      cancelAnimationFrame(request);
      stopPaint();
      resize.disconnect();
      for (const scheme of schemes) scheme.removeEventListener("change", recolour);
      moves.stop();
    };
  }, [hall]);

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
