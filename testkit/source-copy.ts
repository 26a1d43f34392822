// A copy of the source, for tests that change it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../operations/topology.ts";

/** All files in git, with the packages and downloads of this folder. @returns the copy's folder, which the caller removes */
export function copySource(): string {
  const copy = mkdtempSync(path.join(tmpdir(), "boxoffice-source-"));
  const files = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
  for (const file of files) cpSync(path.join(ROOT, file), path.join(copy, file));
  mkdirSync(path.join(copy, ".data"));
  for (const link of ["node_modules", ".data/cache"]) symlinkSync(path.join(ROOT, link), path.join(copy, link));
  return copy;
}
