// Pictures of the README, which `npm run readme:pictures` and the playground's test make.
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../operations/topology.ts";
import { read } from "../testkit/project-files.ts";

const pictures = [...read("README.md").matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file!);
/** Chunk of a WebP file for each frame of an animation: https://developers.google.com/speed/webp/docs/riff_container */
const FRAME = "ANMF";

test("the README shows the playground, and a purchase step by step", () => {
  const frames = pictures.map((file) => readFileSync(path.join(ROOT, file)).toString("latin1").split(FRAME).length - 1);
  expect(Object.fromEntries(pictures.map((file, index) => [file, frames[index]! > 3]))).toEqual({
    "docs/playground.png": false,
    "docs/purchase.webp": true,
  });
});
