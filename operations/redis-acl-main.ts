// `npm run --silent redis:acl -- FOLDER` prints an ACL file for the operator's Redis: one user for each process, limited to its rights
// under REDIS_PREFIX. The passwords are made once and kept in FOLDER, in `redis-<name>.secret`; the operator's in `redis.secret`.
import { signingNames } from "./environment.ts";
import { ensureKeys } from "./keys.ts";
import { aclFile, redisUsersOf } from "./redis-users.ts";

const [folder] = process.argv.slice(2);
try {
  if (!folder) throw new Error("Pass the folder of the passwords: npm run --silent redis:acl -- FOLDER.");
  const prefix = process.env.REDIS_PREFIX || "boxoffice";
  process.stdout.write(aclFile(redisUsersOf(ensureKeys(folder, signingNames()), prefix)));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
