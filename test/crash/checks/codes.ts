// Mailed codes: only the right code is accepted, from one request, and a new password replaces everything that could sign in before.
import { WRONG_CODE, type Attempt } from "../history.ts";
import { duplicates, type Check } from "./check.ts";

const CHANGED = /password of your account was changed/;

const isAccepted = ({ operation, answer }: Attempt) =>
  ["verify", "reset"].includes(operation) && ["User", "Session"].includes(answer?.__typename as string);

export const CODES: Check[] = [
  {
    holds: "A4: a code that was not mailed does nothing",
    violations: ({ history }) =>
      history.attempts
        .filter((attempt) => attempt.input.code === WRONG_CODE && isAccepted(attempt))
        .map(({ who, operation }) => `${who} used a code of their own: ${operation}`),
  },
  {
    holds: "A5: one request uses a mailed code, and its repeats get the same answer",
    violations: ({ history }) => {
      const uses = history.attempts
        .filter(isAccepted)
        .map(({ key, input, answer }) => ({ code: String(input.id), use: `${key} ${answer.refreshToken ?? ""}` }));
      const distinct = [...new Map(uses.map((one) => [`${one.code} ${one.use}`, one])).values()];
      return duplicates(distinct, ({ code }) => code).map(([code, all]) => `code ${code} was used ${all.length} times`);
    },
  },
  {
    holds: "A6: a new password ends the old one and all sessions, or nothing has changed",
    violations: ({ history: { resets } }) =>
      resets.flatMap(({ email, isAcknowledged, works: { newPassword, oldPassword, olderSession } }) => [
        ...(isAcknowledged && !newPassword ? [`${email} was told of a new password, which does not work`] : []),
        ...(oldPassword === newPassword
          ? [`${email}: the old password works ${oldPassword ? "still" : "no more"}`]
          : []),
        ...(olderSession === newPassword ? [`${email}: a session ${olderSession ? "has survived" : "was ended"}`] : []),
      ]),
  },
  {
    holds: "A7: the owner of an account is told of its new password",
    violations: ({ history: { resets }, snapshot: { mails } }) =>
      resets
        .filter(({ email, works }) => {
          const told = mails?.some(({ to, subject }) => to === email && CHANGED.test(subject)) ?? true;
          return works.newPassword && !told;
        })
        .map(({ email }) => `${email} was never told`),
  },
];
