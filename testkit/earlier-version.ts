// An earlier version of the code next to this one, with the packages of this one: for compatibility tests, and for comparative
// measurements.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../operations/topology.ts";

/** Whether the history is here that the commit is in. */
export function knowsCommit(commit: string): boolean {
  return spawnSync("git", ["cat-file", "-e", `${commit}^{commit}`], { cwd: ROOT }).status === 0;
}

/** Checks a commit out, hands on the folder, and leaves nothing of it behind. */
export async function withEarlierVersion<T>(commit: string, work: (root: string) => Promise<T>): Promise<T> {
  const root = path.join(mkdtempSync(path.join(tmpdir(), "boxoffice-")), "before");
  const git = (...args: string[]) => execFileSync("git", args, { cwd: ROOT, stdio: "pipe" });
  git("worktree", "add", "--detach", root, commit);
  symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
  try {
    return await work(root);
  } finally {
    git("worktree", "remove", "--force", root);
    rmSync(path.dirname(root), { recursive: true });
  }
}
