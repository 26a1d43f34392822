// npm runs it after an installation, and minds neither if it can't do this nor if it is not there. It removes what nothing here reads: the C
// headers, 67 MB, that the package with Node.js brings for building native modules, and the packages' source maps, 41 MB. What is a link, and
// so lies elsewhere, is left alone.
import { lstatSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
const isFolder = (folder) => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

function removeSourceMaps(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const whole = path.join(folder, entry.name);
    if (entry.isDirectory()) removeSourceMaps(whole);
    else if (entry.isFile() && entry.name.endsWith(".map")) rmSync(whole);
  }
}

if (isFolder(modules)) {
  for (const name of readdirSync(modules).filter((one) => /^node-(linux|darwin|win)-/.test(one))) {
    const headers = path.join(modules, name, "include");
    if (isFolder(path.dirname(headers)) && isFolder(headers)) rmSync(headers, { recursive: true });
  }
  removeSourceMaps(modules);
}
