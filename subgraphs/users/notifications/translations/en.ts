import type { Translation } from "./words.ts";

export const en: Translation = {
  code: (code, minutes) => ({
    subject: `${code} is your code`,
    paragraphs: [
      "Use this code to verify your e-mail address:",
      code,
      `It is valid for ${minutes} minutes, in the browser or app where you requested it. Do not share it: we never ask for it.`,
      "If you did not request it, someone typed your address by mistake. You do not need to do anything.",
    ],
  }),
  signIn: (code, minutes) => ({
    subject: `${code} is your code to sign in`,
    paragraphs: [
      "Use this code to sign in:",
      code,
      `It is valid for ${minutes} minutes, in the browser or app where you requested it. Do not share it: we never ask for it.`,
      "If you did not request it, you do not need to do anything: no one can sign in without the code.",
    ],
  }),
  reset: (code, minutes) => ({
    subject: `${code} is your code for a new password`,
    paragraphs: [
      "Use this code to choose a new password:",
      code,
      `It is valid for ${minutes} minutes, in the browser or app where you requested it. Do not share it: we never ask for it.`,
      "If you did not request it, you do not need to do anything: your password stays the same.",
    ],
  }),
  register: (code, minutes) => ({
    subject: `${code} is your code`,
    paragraphs: [
      "Use this code to create your account:",
      code,
      `It is valid for ${minutes} minutes, in the browser or app where you requested it. Do not share it: we never ask for it.`,
      "If you did not request it, someone typed your address by mistake. You do not need to do anything.",
    ],
  }),
  invitation: (token, days) => ({
    subject: "You are invited to an organization",
    paragraphs: [
      "You are invited to work for an organization that sells tickets here. Sign in with this e-mail address and enter this code:",
      token,
      `It works once, within ${days} days.`,
      "If you do not expect an invitation, you do not need to do anything.",
    ],
  }),
  guest: (code, hours) => ({
    subject: `${code} is your code`,
    paragraphs: [
      "Your purchase was made with this e-mail address. Use this code to confirm the address, and we mail you the tickets:",
      code,
      `It is valid for ${hours} hours, in the browser or app where you bought. Elsewhere, choose “Find my orders”. Do not share it: we never ask for it.`,
      "If you did not buy anything, someone typed your address by mistake. You do not need to do anything.",
    ],
  }),
  guestOrders: (code, minutes) => ({
    subject: `${code} is your code`,
    paragraphs: [
      "Use this code to see the orders that were placed with this e-mail address:",
      code,
      `It is valid for ${minutes} minutes, in the browser or app where you requested it. Do not share it: we never ask for it.`,
      "If you did not request it, you do not need to do anything: no one can see the orders without the code.",
    ],
  }),
  claim: (code, minutes) => ({
    subject: `${code} is your code`,
    paragraphs: [
      "Use this code to add orders that were placed with this e-mail address to your account:",
      code,
      `It is valid for ${minutes} minutes, in the browser or app where you requested it. Do not share it: we never ask for it.`,
      "If you did not request it, someone else is using your account: change your password.",
    ],
  }),
  noGuestOrders: {
    subject: "There are no orders with your e-mail address",
    paragraphs: [
      "Someone looked for orders that were placed with your e-mail address without an account. There are none from the last year.",
      "If it was you, you may have used another address, or an account: sign in. If not, you do not need to do anything.",
    ],
  },
  unknown: {
    subject: "There is no account with your e-mail address",
    paragraphs: [
      "Someone tried to sign in with your e-mail address, or to reset the password. There is no account with this address.",
      "If it was you, you may have used another address, or you can create an account. If not, you do not need to do anything.",
    ],
  },
  passwordReset: {
    subject: "The password of your account was changed",
    paragraphs: [
      "The password of your account was changed with a code that we mailed to you. All other sessions have ended.",
      "If it was not you, someone can read your mail: change the password of your mailbox, then choose a new one here.",
    ],
  },
  taken: {
    subject: "You already have an account",
    paragraphs: [
      "Someone tried to use your e-mail address for another account. It already belongs to your account, so nothing has changed.",
      "If it was you, sign in with this address, or use another one for the other account.",
    ],
  },
  changed: {
    subject: "The e-mail address of your account was changed",
    paragraphs: [
      "The e-mail address of your account was changed. From now on, sign in with the new address. Mail goes there, too. All other sessions have ended.",
      "If this was not you, someone knows your password: contact us at once.",
    ],
  },
  changedUndo: (code, hours) => ({
    subject: "The e-mail address of your account was changed",
    paragraphs: [
      "The e-mail address of your account was changed. From now on, sign in with the new address. Mail goes there, too. All other sessions have ended.",
      "If this was not you, undo the change with this code:",
      code,
      `It works once, within ${hours} hours. Your account then has this address again, all sessions end, and you choose a new password.`,
      "If this was you, you do not need to do anything. Do not share the code.",
    ],
  }),
  newDevice: (code, hours) => ({
    subject: "A new device signed in to your account",
    paragraphs: [
      "Someone signed in to your account from a new device or network. If this was you, you do not need to do anything.",
      "If this was not you, report it with this code:",
      code,
      `It works once, within ${hours} hours. All sessions end, and you choose a new password. Do not share the code.`,
    ],
  }),
  viewed: (minutes) => ({
    subject: "Our support is viewing your account",
    paragraphs: [
      `A member of our support staff is viewing your account, for at most ${minutes} minutes, to answer a question or to examine a problem.`,
      "They can read your profile, orders and tickets. They can't change anything, and they see neither ticket codes nor your whole address.",
      "The list of your sessions shows it, and you can end it there. If you have questions, contact us.",
    ],
  }),
  factorAdded: (code, hours) => ({
    subject: "A way to sign in was added to your account",
    paragraphs: [
      "A passkey, an authenticator app or an account at another provider was added to your account. If this was you, you do not need to do anything.",
      "If this was not you, report it with this code:",
      code,
      `It works once, within ${hours} hours. All sessions end, what was added is removed, and you choose a new password. Do not share the code.`,
    ],
  }),
  factorRemoved: (code, hours) => ({
    subject: "A way to sign in was removed from your account",
    paragraphs: [
      "A passkey, an authenticator app or an account at another provider was removed from your account. If this was you, you do not need to do anything.",
      "If this was not you, report it with this code:",
      code,
      `It works once, within ${hours} hours. All sessions end, what was added is removed, and you choose a new password. Do not share the code.`,
    ],
  }),
  factorTried: (code, hours) => ({
    subject: "Wrong codes for your account",
    paragraphs: [
      "Someone signed in to your account with a right password or a similar proof, and then entered several wrong codes of the second factor. If this was you, you do not need to do anything.",
      "If this was not you, report it with this code:",
      code,
      `It works once, within ${hours} hours. All sessions end, what was added is removed, and you choose a new password. Do not share the code.`,
    ],
  }),
  factorsAtReset: (code, hours) => ({
    subject: "The password of your account was changed",
    paragraphs: [
      "The password of your account was changed with a code that we mailed to you. All other sessions have ended. A passkey or an account at another provider was added in the three days before: it still works. If you added it, you do not need to do anything.",
      "If you did not add it, remove it with this code:",
      code,
      `It works once, within ${hours} hours. All sessions end, what was added is removed, and you choose a new password. Do not share the code.`,
    ],
  }),
  tried: {
    subject: "Failed sign-ins to your account",
    paragraphs: [
      "Someone entered several wrong passwords for your account. Further attempts are slowed down. Where you have signed in before, you can sign in as usual.",
      "If it was you, you do not need to do anything. If not, your account is safe unless you use the same password elsewhere. In that case, change it.",
    ],
  },
};
