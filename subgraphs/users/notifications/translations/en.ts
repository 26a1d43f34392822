import type { Words } from "./words.ts";

export const en: Words = {
  code: (code, minutes) => ({
    subject: `${code} is your code`,
    paragraphs: [
      "Use this code to verify your e-mail address:",
      code,
      `It is valid for ${minutes} minutes, in the browser or app where you requested it. Do not share it: we never ask for it.`,
      "If you did not request it, someone typed your address by mistake. You do not need to do anything.",
    ],
  }),
  taken: {
    subject: "You already have an account",
    paragraphs: [
      "Someone tried to use your e-mail address for another account. It already belongs to your account, so nothing has changed.",
      "If it was you: sign in with this address, or use another one for the other account.",
    ],
  },
  changed: {
    subject: "The e-mail address of your account was changed",
    paragraphs: [
      "The e-mail address of your account was changed. From now on, sign in with the new address. Mail goes there, too. All other sessions have ended.",
      "If this was not you, someone knows your password: contact us at once.",
    ],
  },
  tried: {
    subject: "Failed sign-ins to your account",
    paragraphs: [
      "Someone entered several wrong passwords for your account. Further attempts are slowed down. Where you have signed in before, you can sign in as usual.",
      "If it was you, you do not need to do anything. If not, your account is safe unless you use the same password elsewhere. In that case, change it.",
    ],
  },
};
