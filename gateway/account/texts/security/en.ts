// English texts: ways to sign in, second factors, and the proof of identity that changes to them need.
import { html, type Html } from "../../html.ts";

export const security = {
  title: "Ways to sign in",
  words: "With a second factor, your password alone does not open your account.",
  back: "Back to your account",
  done: "Done",
  remove: "Remove",
  added: (time: Html): Html => html`Added ${time}`,
  addedAndUsed: (time: Html, used: Html): Html => html`Added ${time}, last used ${used}`,
  app: {
    title: "Authenticator app",
    on: "on",
    off: "off",
    words: "An app on your phone shows a new code every 30 seconds.",
    setUp: "Set up an app",
    setUpAnother: "Set up another app",
    turnOff: "Turn off",
  },
  totp: {
    title: "Set up an authenticator app",
    show: "Show the QR code",
    scan: "Scan this with your authenticator app:",
    picture: "QR code of the secret",
    byHand: "Enter the secret by hand",
    submit: "Turn on",
    missing: "Enter the six digits that the authenticator app shows.",
    isOn: "The authenticator app is on",
  },
  passkeys: {
    title: "Passkeys",
    words: "Sign in with your fingerprint, your face or the screen lock of your device, without a password.",
    backedUp: "backed up",
    name: "Name of the new passkey",
    nameHint: "For example, the device that keeps it.",
    add: "Add a passkey",
    needsScript: "Adding a passkey needs JavaScript.",
    choose: "Choose a passkey.",
    cancelled: "No passkey was used.",
    codes:
      "The passkey is added. Keep these recovery codes: each works once, if you lose your device. They are not shown again.",
  },
  recovery: {
    title: "Recovery codes",
    left: (count: number) => `Unused codes: ${count}. Each replaces the second factor once, if you lose your device.`,
    create: "Create new codes",
    created: "New recovery codes",
    keep: "Print these recovery codes, or store them in your password manager. Each works once, if you lose your device.",
    notAgain: "They are not shown again.",
    unchanged: "Your recovery codes stay valid.",
  },
  elsewhere: {
    title: "Accounts elsewhere",
    words: "Sign in with an account that you have at another provider.",
    gone: "Provider that is no longer available",
    linked: (time: Html): Html => html`Linked ${time}`,
    linkedAndUsed: (time: Html, used: Html): Html => html`Linked ${time}, last used ${used}`,
    link: (provider: string) => `Link ${provider}`,
  },
  confirm: {
    title: "Confirm that it is you",
    words: "You are about to change how your account is protected.",
    withPasskey: "Confirm with a passkey",
    withApp: "Confirm with the app",
    withPassword: "Confirm with the password",
    withRecovery: "Confirm with a recovery code",
    others: "Use the password or a recovery code",
    totpMissing: "Enter the code from your authenticator app.",
  },
};

export type SecurityTexts = typeof security;
