// English texts: the overview of an account, changes to it, and its deletion.
import { html, type Html } from "../../html.ts";

export const account = {
  title: "Your account",
  home: {
    profile: "Profile and sign-in",
    verified: "verified",
    notVerified: "not verified",
    verify: "Verify it",
    pending: (address: string) => `Changes to ${address} when you [enter the code].`,
    changeName: "Change the name",
    changeAddress: "Change the address",
    changePassword: "Change the password",
    factors: "Second factors",
    factorsText: "Authenticator app, passkeys and recovery codes",
    orders: "Orders",
    myOrders: "My orders",
    claim: "Add orders that you placed without an account",
    delete: "Delete the account",
  },
  sessions: {
    title: "Where you are signed in",
    current: "this browser",
    since: (time: Html, place: string | null): Html =>
      place === null ? html`Signed in ${time}` : html`Signed in ${time} from ${place}`,
    lastSeen: (time: Html): Html => html`Last seen ${time}`,
    end: "End",
    /** Only read aloud, after `end`. */
    endOf: (device: string) => `the session on ${device}`,
    endOthers: "End all other sessions",
  },
  device: {
    unknown: "Unknown device",
    on: (browser: string, system: string) => `${browser} on ${system}`,
  },
  apps: {
    title: "Apps with access to your account",
    offline: (organization: string) => `${organization}, also after you sign out`,
    end: "End",
    /** Only read aloud, after `end`. */
    endOf: (app: string) => `the access of ${app}`,
  },
  name: {
    title: "Change your name",
    hint: "Members of your organizations see it.",
    submit: "Save",
  },
  password: {
    title: "Change your password",
    words: "All other sessions end.",
    current: "Current password",
    currentMissing: "Enter your current password.",
    submit: "Save the new password",
    forgotten: "Forgot it? Sign out, and [choose a new one by mail].",
  },
  email: {
    title: "Change your e-mail address",
    words: "We mail a code to the new address. The change takes effect when you enter it.",
    label: "New e-mail address",
    missing: "Enter the new address.",
    submit: "Continue",
  },
  verify: {
    title: "Verify your e-mail address",
    willMail: (address: string) => `We mail a code to ${address}.`,
    mailed: (address: string) => `A mail with a code is on its way to ${address}. The code works for ten minutes.`,
    submit: "Verify",
  },
  deletion: {
    title: "Delete your account",
    words:
      "Your name, address and sessions are erased for good. Orders and payments stay in the financial records, without your name.",
    tickets: (count: number) =>
      `You have ${count === 1 ? "1 valid ticket" : `${count} valid tickets`}. Afterwards you can't open tickets, and you hear nothing if an event changes or is cancelled.`,
    ticketsFirst: "The tickets still admit: print them, or give them to somebody, before you delete the account.",
    openOrders: (count: number) =>
      `${count === 1 ? "1 order is" : `${count} orders are`} not finished yet. Wait until you have the tickets.`,
    unknown: "Whether you have valid tickets can't be looked up at the moment. Try again later.",
    submit: "Delete the account",
    keep: "Keep the account",
  },
  erasure: {
    title: "Your account is deleted",
    none: "No receipts have this number and key. Both are in your last mail. The address of their page is:",
    number: "NUMBER",
    key: "KEY",
    erased: (time: Html): Html => html`Your personal data was erased ${time}.`,
    complete: "Every part of the system has signed a receipt.",
    missing: (parts: string) => `Not yet confirmed by: ${parts}. Open this page again later.`,
    keepAddress: "Keep the address of this page: it shows the receipts without an account.",
  },
  alerts: {
    report: {
      title: "Report a sign-in",
      words:
        "If it was not you who signed in, secure the account: all sessions end, and the password stops working until you choose a new one.",
      submit: "It was not me: secure the account",
    },
    undo: {
      title: "Take your address back",
      words:
        "The account gets this address back. All its sessions end, and its password stops working until you choose a new one.",
      submit: "Take the address back",
    },
    works: "The code works for 72 hours.",
    safe: "Your account is safe",
    ended: (address: string) => `All sessions of ${address} have ended, and the password is no longer valid.`,
    choose: "Choose a new password, one that you use nowhere else.",
    chooseLink: "Choose a new password",
  },
};

export type AccountTexts = typeof account;
