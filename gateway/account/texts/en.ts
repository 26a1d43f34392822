// English texts of the account pages. They define the keys of all languages.
import type { Locale } from "../../../platform/http/locale.ts";
import { account } from "./account/en.ts";
import { apps } from "./apps/en.ts";
import { orders } from "./orders/en.ts";
import { security } from "./security/en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function wait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) return `in ${n(seconds, "second", "seconds")}`;
  return minutes < 90 ? `in ${n(minutes, "minute", "minutes")}` : "tomorrow";
}

export const texts = {
  locale: "en" as Locale,
  frame: {
    skip: "Skip to the content",
    main: "Main",
    events: "Events",
    tickets: "My tickets",
    account: "Account",
    signOut: "Sign out",
    language: "Language",
    change: "Change",
    goOn: "Continue",
    moving: "One moment",
    or: "or",
  },
  problems: {
    title: "That did not work",
    marked: "Please correct the marked field.",
    notOurForm: "Send the form of the page.",
    foreignForm: "The form came from another site, so nothing was changed. Open the page again.",
    tooLarge: "The form is too large.",
    away: "This is not available at the moment. Please try again in a minute.",
    tooOften: (seconds: number) => `Too many attempts. Please try again ${wait(seconds)}.`,
    /** With the explanation of the API, which is in English. */
    invalid: (message: string) => message,
    /** With the reason of the API, which is in English. */
    weakPassword: (message: string) => message,
  },
  /** By the type or the reason of a refusal. */
  refusals: {
    CredentialsRejected: "The password is wrong, or the session has ended.",
    SecondFactorRequired: "The account has a second factor: it is needed to complete the sign-in.",
    SecondFactorRejected: "This is wrong or was used before, or too much time has passed. Try again, or sign in again.",
    PasskeyRejected: "The passkey was not accepted: try again. An account has at most 20 passkeys.",
    CodeRejected: "The code is wrong or no longer valid: check it, or request a new one.",
    EmailTaken: "An account with this e-mail address already exists: sign in instead.",
    EmailNotVerified: "Verify your e-mail address first, with a code that is mailed to it.",
    LastWayIn: "This is the last way to sign in: set a password or verify the address first.",
    LastOwner:
      "You are the only owner of an organization. Make another member its owner first. You can leave when no valid tickets and no unsettled money remain.",
    ProviderUnavailable: "The provider does not answer: try again in a minute, or sign in another way.",
    ANSWER_REJECTED: "The sign-in there was not completed, has expired or was used before: begin again.",
    ADDRESS_NOT_CONFIRMED:
      "It belongs to no account here. Sign in another way or create an account, then link it among the ways to sign in.",
    IDENTITY_REMOVED: "It was removed from its account: sign in another way, then link it again.",
    IdentityTaken: "It is linked to an account already, or the account has 20 identities: remove one first.",
    ElevationRequired: "Confirm first that it is you, with your password or a second factor.",
    OrderNotRefundable: "The order is not confirmed, nothing is left to refund, or the payment is disputed.",
    RefundOfferEnded: "The offer of a refund has ended, was accepted, or does not exist for this order.",
    IdempotencyKeyReused: "This form was already sent with other values. Open the page again.",
    NotFound: "It does not exist, or does not exist any more.",
  },
  fields: {
    email: "E-mail address",
    emailMissing: "Enter your e-mail address.",
    emailWrong: "Enter an e-mail address, such as name@example.org.",
    password: "Password",
    passwordMissing: "Enter your password.",
    newPassword: "New password",
    newPasswordHint: "At least 8 characters. A few unusual words make a good password.",
    newPasswordMissing: "Choose a new password.",
    name: "Name",
    nameMissing: "Enter your name.",
    code: "Code from the mail",
    codeMissing: "Enter the code from the mail.",
    totp: "Code from your authenticator app",
    totpHint: "Six digits that change every 30 seconds.",
    totpMissing: "Enter the six digits that your authenticator app shows.",
    recoveryCode: "Recovery code",
  },
  signIn: {
    title: "Sign in",
    rejected: "The address or the password is wrong.",
    passkey: "Sign in with a passkey",
    byCode: "Sign in with a mailed code",
    forgotten: "Forgot your password?",
    register: "Create an account",
    findOrders: "Find orders that I placed without an account",
    back: "Back to sign-in",
    continueWith: (provider: string) => `Continue with ${provider}`,
    notBegun: "This browser has not begun a sign-in, or it has taken too long. Begin again.",
    signedOut: "You are signed out.",
  },
  register: {
    title: "Create an account",
    passwordMissing: "Choose a password.",
    submit: "Create the account",
    hasAccount: "I have an account",
  },
  codes: {
    title: "Enter the code",
    mailMe: "Mail me a code",
    mailAnother: "Mail another code",
    byCode: { title: "Sign in with a code", words: "We mail you a code that works for ten minutes." },
    reset: { title: "Choose a new password", words: "We mail you a code. Use it to choose a new password." },
    findOrders: {
      title: "Find my orders",
      words: "For orders without an account: we mail you a code that shows the orders with your address.",
    },
    /** By what the code was requested for. */
    requested: {
      "sign-in": { words: "If the address has an account, a mail with a code is on its way.", submit: "Sign in" },
      reset: {
        words: "If the address has an account, a mail with a code is on its way.",
        submit: "Save the new password",
      },
      register: { words: "A mail with a code is on its way to your address.", submit: "Create the account" },
      guest: {
        words: "If there are orders with the address, a mail with a code is on its way.",
        submit: "Show my orders",
      },
    },
    onlyHere: "The code works for ten minutes, only in this browser.",
    noMail: "No mail after a few minutes? Look in your spam folder, or [request another code].",
    claim: "Add the orders that I placed with this address before",
    notWaiting: "This browser is not waiting for a code. Request a new one.",
    notWaitingHere: "This browser is not waiting for a code. Request a new one where you want to use it.",
    toSignIn: "Go to sign-in",
    elsewhere: "You requested this code in another browser or app. Enter it there:",
    keepSecret: "If you did not request a code, close this page. Do not share the code.",
  },
  secondStep: {
    title: "Second step",
    useRecovery: "Use a recovery code",
    withRecovery: "Continue with the recovery code",
    withPasskey: "Continue with a passkey",
  },
  /** By the parameter `done` of the address. */
  notices: {
    profile: "Your name is changed.",
    password: "Your password is changed. All other sessions have ended.",
    email: "Your address is changed. All other sessions have ended.",
    verified: "Your address is verified.",
    session: "The session has ended.",
    sessions: "All other sessions have ended.",
    app: "The app has no more access to your account.",
    "totp-off": "The authenticator app is off. All other sessions have ended.",
    passkey: "The passkey is added. All other sessions have ended.",
    "passkey-removed": "The passkey is removed. All other sessions have ended.",
    identity: "The account is linked. All other sessions have ended.",
    "identity-removed": "The account is no longer linked. All other sessions have ended.",
    enroll: "Add a second factor first: owners of an organization and platform staff need one for this.",
    proven: "Your address is confirmed. The tickets are on their way to it.",
    claimed: "The orders are being added to your account. This takes a few seconds.",
    kept: "You keep your tickets.",
    refunded: "Your tickets are cancelled, and the money is on its way to you.",
  },
  account,
  security,
  orders,
  apps,
};

export type Texts = typeof texts;
