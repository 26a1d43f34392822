// Bugs of accounts: mailed codes, new passwords, erasures.
import { kill, point, type PlantedBug } from "./planted-bug.ts";

const CODES = "subgraphs/users/commands/given-codes.ts";
const ANONYMOUS_CODES = "subgraphs/users/commands/anonymous-codes.ts";
const CODE_SESSIONS = "subgraphs/users/commands/code-sessions.ts";

export const ACCOUNT_BUGS: PlantedBug[] = [
  {
    what: "any code verifies an address",
    found: "A4",
    changes: [
      {
        file: CODES,
        from: `if (mayTry === 0 || !isCode(tokens, input)) throw`,
        to: `if (mayTry === 0) throw`,
      },
    ],
    tried: { story: "verification" },
  },
  {
    what: "any code sets a new password",
    found: "A4",
    changes: [{ file: ANONYMOUS_CODES, from: `if (!isCode(tokens, given)) throw new CodeRejected();`, to: "" }],
    tried: { story: "reset" },
  },
  {
    what: "a mailed code verifies an address twice",
    found: "A5",
    changes: [
      {
        file: CODES,
        from: `    .where("endedAt", "is", null)\n    .returning("email"),`,
        to: `    .returning("email"),`,
      },
      {
        file: CODES,
        from: `    .where("sessionId", "=", of.sessionId)\n    .where("endedAt", "is", null)\n`,
        to: `    .where("sessionId", "=", of.sessionId)\n`,
      },
    ],
    tried: { story: "verification" },
  },
  {
    what: "a mailed code sets a new password twice",
    found: "A5",
    changes: [
      {
        file: ANONYMOUS_CODES,
        from: `    .where("id", "=", of.id)\n    .where("endedAt", "is", null),`,
        to: `    .where("id", "=", of.id),`,
      },
      {
        file: ANONYMOUS_CODES,
        from: `    .where("nonceHash", "=", of.nonceHash)\n    .where("endedAt", "is", null)\n`,
        to: `    .where("nonceHash", "=", of.nonceHash)\n`,
      },
    ],
    tried: { story: "reset" },
  },
  {
    what: "a new password is answered before it is stored",
    found: "A5",
    changes: [
      {
        file: ANONYMOUS_CODES,
        from: "  return database.transaction(async (tx) => {\n    if ((await takeCode",
        to: "  return new Promise<SignInOutcome>((answer, refuse) => void database.transaction(async (tx) => {\n    if ((await takeCode",
      },
      {
        file: ANONYMOUS_CODES,
        from: `    reach("code used, not stored");\n    return outcome;\n  });`,
        to: `    answer(outcome);\n    await new Promise((resolve) => setTimeout(resolve, 500));\n    reach("code used, not stored");\n    return outcome;\n  }).catch(refuse));`,
      },
    ],
    tried: { story: "reset", fault: point("users", "code used, not stored") },
  },
  {
    what: "sessions outlive a new password whose process dies half-way",
    found: "A6",
    changes: [
      {
        file: CODE_SESSIONS,
        from: `  reach("password replaced, sessions not ended");\n  await endSessionsOf(tx, notifier, owner.id);`,
        to: `  setTimeout(() => void endSessionsOf(globalThis.read(), notifier, owner.id), 500);`,
      },
      {
        file: ANONYMOUS_CODES,
        from: "  return database.transaction(async (tx) => {\n    if ((await takeCode",
        to: "  globalThis.read = () => database.read();\n  return database.transaction(async (tx) => {\n    if ((await takeCode",
      },
    ],
    // The first use is that of a wrong code.
    tried: { story: "reset", fault: { ...kill("users", "gateway", "users", "useCode", "after"), nth: 2 } },
  },
  {
    what: "a new password that its owner is not told of",
    found: "A7",
    changes: [
      {
        file: CODE_SESSIONS,
        from: `  await writeNotification(tx, { kind: "PASSWORD_RESET", userId, email });\n`,
        to: "",
      },
    ],
    tried: { story: "reset" },
  },
  {
    what: "a receipt without deletion",
    found: "E1",
    changes: [
      {
        file: "platform/personal-data/erasure.ts",
        from: `const counts = await eraseDeclared(tx, data, userId);`,
        to: `const counts = {};`,
      },
    ],
    tried: { story: "erasure" },
  },
];
