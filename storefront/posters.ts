// Posters for events without a picture: drawn from category and ID alone, so the same everywhere and for ever.
import { sendJson, type Route } from "../platform/http/http.ts";
import { FILE_POLICY } from "./security-headers.ts";

const WIDTH = 800;
const HEIGHT = 600;

/** Ground, two shapes, light. */
type Palette = readonly [ground: string, far: string, near: string, light: string];

const PALETTES: readonly Palette[] = [
  ["#231942", "#5e548e", "#e07a5f", "#f4d9c6"],
  ["#0b3c49", "#13717f", "#f2a541", "#fbe8c8"],
  ["#3d1d3a", "#8a3a5b", "#f06449", "#ffd6ba"],
  ["#14342b", "#3c7a5a", "#f3c969", "#fdf3d4"],
  ["#1d2b53", "#4361a8", "#ff8360", "#ffe0d2"],
  ["#42201c", "#a34a28", "#f2b880", "#fff0da"],
  ["#2b2d42", "#686d8f", "#ef476f", "#ffdce4"],
  ["#10323f", "#2f6f73", "#e9c46a", "#fbf1d3"],
];

type Random = () => number;

/** Mulberry32, a small generator of 32 bits, seeded by FNV-1a of the text. */
function randomOf(text: string): Random {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const between = (random: Random, from: number, to: number) => Math.round(from + random() * (to - from));
const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Rows of a hall around a stage. */
function arcs(random: Random, [, far, near, light]: Palette): string {
  const x = between(random, 250, 550);
  const rows = range(7).map((row) => {
    const radius = 130 + row * 72;
    const gap = between(random, 10, 22);
    const colour = row % 3 === 1 ? near : far;
    return `<circle cx="${x}" cy="640" r="${radius}" fill="none" stroke="${colour}" stroke-width="34" stroke-dasharray="26 ${gap}"/>`;
  });
  return `${rows.join("")}${circle(x, 640, 92, light)}`;
}

/** A curtain and a spotlight. */
function curtain(random: Random, [, far, near, light]: Palette): string {
  const folds = between(random, 9, 13);
  const width = WIDTH / folds;
  const cloth = range(folds).map((fold) => {
    const x = fold * width;
    const drop = between(random, 300, 430) + Math.abs(fold - folds / 2) * 34;
    const colour = fold % 2 === 0 ? near : far;
    return `<path d="M${x} 0h${width}v${drop}q${-width / 2} 40 ${-width} 0z" fill="${colour}"/>`;
  });
  const x = between(random, 300, 500);
  return `<path d="M${x} 0L${x - 190} 600h380z" fill="${light}" opacity=".22"/><ellipse cx="${x}" cy="560" rx="200" ry="34" fill="${light}"/>${cloth.join("")}`;
}

/** Lines of a field, and a ball. */
function field(random: Random, [, far, near, light]: Palette): string {
  const turn = between(random, -18, 18);
  const stripes = range(9).map(
    (stripe) => `<rect x="${stripe * 180 - 360}" y="-200" width="90" height="1000" fill="${far}" opacity=".45"/>`,
  );
  const lines = `<g fill="none" stroke="${light}" stroke-width="9"><path d="M400-200V800"/><circle cx="400" cy="300" r="150"/><path d="M-200 60h260v480h-260M1000 60H740v480h260"/></g>`;
  return `<g transform="rotate(${turn} 400 300)">${stripes.join("")}${lines}</g>${circle(between(random, 180, 620), between(random, 130, 450), 64, near)}`;
}

/** Sun, hills, bunting. */
function hills(random: Random, [, far, near, light]: Palette): string {
  const hill = (height: number, colour: string) => {
    const [a, b] = [between(random, -120, 20), between(random, -120, 20)];
    return `<path d="M0 ${height}C200 ${height + a} 300 ${height + b} 430 ${height - 30}S700 ${height + a} 800 ${height + b / 2}V600H0z" fill="${colour}"/>`;
  };
  const flags = range(10).map((flag) => {
    const x = flag * 84 - 20;
    const y = 70 + Math.sin(flag * 0.7) * 26;
    return `<path d="M${x} ${y.toFixed(0)}h62l-31 62z" fill="${flag % 2 === 0 ? light : near}"/>`;
  });
  return `${circle(between(random, 480, 660), 250, 112, near)}${hill(380, far)}${hill(460, light)}${hill(530, far)}${flags.join("")}`;
}

/** A screen of dots. */
function dots(random: Random, [, far, near, light]: Palette): string {
  const [x, y] = [between(random, 200, 600), between(random, 150, 450)];
  const all = range(13).flatMap((column) =>
    range(10).map((line) => {
      const [cx, cy] = [40 + column * 60, 30 + line * 60];
      const distance = Math.hypot(cx - x, cy - y);
      const radius = Math.max(5, 27 - distance / 16);
      return circle(cx, cy, Math.round(radius), distance < 130 ? near : distance < 260 ? light : far);
    }),
  );
  return all.join("");
}

/** Mountains, sun, and a railway that winds through them. */
function mountains(random: Random, [, far, near, light]: Palette): string {
  const peaks = range(5).map((peak) => {
    const x = peak * 190 - 60 + between(random, -40, 40);
    const height = between(random, 170, 330);
    return `<path d="M${x - 210} 470L${x} ${470 - height}L${x + 210} 470z" fill="${far}"/><path d="M${x} ${470 - height}l52 ${Math.round(height * 0.25)}l-40-12l-24 22l-40-18z" fill="${light}"/>`;
  });
  const track = `M${between(random, 60, 240)} 610C300 520 620 560 ${between(random, 540, 640)} 470S420 430 470 396`;
  return `${circle(between(random, 120, 680), 150, 76, near)}${peaks.join("")}<path d="M0 468h800v132H0z" fill="${far}"/><path d="${track}" fill="none" stroke="${light}" stroke-width="34"/><path d="${track}" fill="none" stroke="${near}" stroke-width="34" stroke-dasharray="6 16"/>`;
}

/** Quarter circles, as tiles. */
function tiles(random: Random, [, far, near, light]: Palette): string {
  const colours = [far, near, light];
  return range(12)
    .map((tile) => {
      const [x, y] = [(tile % 4) * 200, Math.floor(tile / 4) * 200];
      const colour = colours[between(random, 0, 2)]!;
      const turn = between(random, 0, 3) * 90;
      return `<path transform="rotate(${turn} ${x + 100} ${y + 100})" d="M${x} ${y}h200a200 200 0 0 1-200 200z" fill="${colour}"/>`;
    })
    .join("");
}

const MOTIFS: Record<string, (random: Random, palette: Palette) => string> = {
  CONCERT: arcs,
  THEATRE: curtain,
  SPORT: field,
  FESTIVAL: hills,
  CONFERENCE: dots,
  JOURNEY: mountains,
};

export function poster(category: string, id: string): string {
  const random = randomOf(id);
  const palette = PALETTES[between(random, 0, PALETTES.length - 1)]!;
  const drawn = (MOTIFS[category] ?? tiles)(random, palette);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${palette[0]}"/>${drawn}</svg>`;
}

const PATH = /^\/posters\/([A-Z]{1,20})\/([\w-]{1,64})\.svg$/;

export const posterRoute: Route = {
  method: "GET",
  path: "/posters/*",
  handle: (_, response, url) => {
    const [, category, id] = PATH.exec(url.pathname) ?? [];
    if (category === undefined || id === undefined) return sendJson(response, 404, { error: "Not found." });
    response.setHeader("content-security-policy", FILE_POLICY);
    response.setHeader("cache-control", "public, max-age=31536000, immutable");
    response.writeHead(200, { "content-type": "image/svg+xml" }).end(poster(category, id));
  },
};
