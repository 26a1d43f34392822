// npm runs it after an installation, and minds neither if it can't do this nor if it is not there. The package that brings Node.js also
// brings its C headers, 67 MB for building native modules: nothing is built here. What is a link, and so lies elsewhere, is left alone.
import { lstatSync, readdirSync, rmSync } from "node:fs";

const modules = new URL("../node_modules", import.meta.url);
const isFolder = (url) => lstatSync(url, { throwIfNoEntry: false })?.isDirectory() ?? false;
const brought = isFolder(modules) ? readdirSync(modules).filter((name) => /^node-(linux|darwin|win)-/.test(name)) : [];
for (const name of brought) {
  const from = new URL(`${modules}/${name}`);
  const headers = new URL(`${from}/include`);
  if (isFolder(from) && isFolder(headers)) rmSync(headers, { recursive: true });
}
