// npm runs it after an installation; it does no harm if it fails or is missing. It removes what nothing here reads: the C headers of the package that
// brings Node.js (67 MB, for building native modules) and the source maps of packages (33 MB). Links are left alone.
import { lstatSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
const isFolder = (file) => lstatSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
const entries = isFolder(modules) ? readdirSync(modules, { withFileTypes: true }) : [];

for (const { name } of entries.filter((entry) => /^node-(linux|darwin|win)-/.test(entry.name))) {
  const [node, headers] = [path.join(modules, name), path.join(modules, name, "include")];
  if (isFolder(node) && isFolder(headers)) rmSync(headers, { recursive: true });
}
if (entries.length > 0)
  for (const entry of readdirSync(modules, { withFileTypes: true, recursive: true }))
    if (entry.isFile() && /\.[cm]?[jt]s\.map$/.test(entry.name))
      rmSync(path.join(entry.parentPath ?? entry.path, entry.name));
