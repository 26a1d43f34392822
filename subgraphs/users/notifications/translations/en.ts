import type { Words } from "./words.ts";

export const en: Words = {
  code: (code, minutes) => ({
    subject: `${code} is your code`,
    paragraphs: [
      "Use this code to verify your e-mail address:",
      code,
      `It works for ${minutes} minutes, where you asked for it. Give it to nobody: we never ask for it.`,
      "If you did not ask for it, somebody has typed your address by mistake: you need not do anything.",
    ],
  }),
  taken: {
    subject: "You already have an account",
    paragraphs: [
      "Somebody wanted to use your e-mail address for another account. It is the address of your account, so nothing has changed.",
      "If it was you: sign in with this address, or use another one for the other account.",
    ],
  },
  changed: {
    subject: "Your account has another e-mail address",
    paragraphs: [
      "The e-mail address of your account was changed. From now on you sign in with the other address, and mail goes there. All other sessions have ended.",
      "If it was not you, somebody knows your password: tell us at once.",
    ],
  },
  tried: {
    subject: "Somebody tried passwords of your account",
    paragraphs: [
      "Several wrong passwords were typed for your account. Further tries are slowed down; where you have signed in before you can sign in as usual.",
      "If it was you, you need not do anything. If not: your account is safe as long as your password is used nowhere else; otherwise choose another one.",
    ],
  },
};
