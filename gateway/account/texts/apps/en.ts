// English texts: apps that ask for access, and devices that a person connects.
import { html, type Html } from "../../html.ts";

export const apps = {
  tookTooLong: "This took too long, or was begun in another browser. Go back to the app, and start again.",
  notAskedRight: "The app did not ask in the right way, so nothing was done. Go back to the app, and start again.",
  forDevelopers: (error: string) => `For its developers: ${error}`,
  allow: "Allow",
  deny: "Do not allow",
  signOut: {
    title: "Sign out",
    asks: (app: string) => `${app} asks to sign you out. Do you also want to sign out of Boxoffice in this browser?`,
    asksUnnamed: "An app asks to sign you out. Do you also want to sign out of Boxoffice in this browser?",
    submit: "Sign out of Boxoffice",
    stay: "Stay signed in",
    done: "You are signed out",
    again: "Sign in again",
  },
  consent: {
    title: "Sign in to an app",
    asks: (app: Html, organization: string, site: string): Html =>
      html`${app} of ${organization} asks for access to your account. It is at ${site}.`,
    may: "It will know which account is yours, and may:",
  },
  /** What an app may do, by its scope. */
  scopes: {
    profile: "See your name and language",
    email: "See your e-mail address",
    "orders:read": "See your orders",
    "tickets:read": "See your tickets",
    "tickets:codes": "Get the codes of your tickets, with which anybody can enter",
    "holds:write": "Hold seats for you",
    "orders:write": "Order and cancel tickets for you",
    "org:read": "See the events, sales and members of your organizations",
    "gate:scan": "Check tickets at the entrance of your events",
    offline_access: "Keep this access after you sign out, until you end it",
  },
  device: {
    title: "Connect a device",
    words: "Enter the code that the device shows. Only continue if you have the device in front of you.",
    code: "Code on the device",
    missing: "Enter the code that the device shows.",
    unknown: "This code is wrong, was used, or is older than ten minutes. Check it on the device.",
    tooOften: (seconds: number) => `Too many codes. Please try again in ${seconds} seconds.`,
    connected: "The device is connected. You can go back to it.",
    denied: "The device was not connected.",
    asks: (app: Html, organization: string): Html =>
      html`${app} of ${organization} asks for access to your account on a device.`,
    asked: (time: Html, place: string, device: string): Html => html`Asked ${time} from ${place} by ${device}.`,
    unknownNetwork: "an unknown network",
    warning: "If this is not your device, somebody may want to get into your account: do not allow it. The app may:",
  },
  scanner: {
    title: "Connect a scanner",
    noOrganization:
      "You manage no organization, so you can't connect a scanner. Ask a manager of your organization to enter the code.",
    asks: (app: Html): Html => html`${app} wants to check tickets as a scanner.`,
    careful: "Only continue if you have the device in front of you.",
    organization: "Organization",
    checks: (organization: Html): Html => html`It checks tickets for ${organization}, until a manager disconnects it.`,
    name: "Name of the device",
    gate: "Gate (optional)",
    events: "Events",
    all: "All events of the organization",
    some: "Only these:",
    submit: "Connect the scanner",
    deny: "Do not connect it",
    /** By the name of the field. */
    wrong: {
      organizationId: "Choose an organization that you manage.",
      name: "Enter a name with at most 100 characters.",
      gate: "Enter a gate with at most 100 characters.",
      eventIds: "Choose at least one event, or all events.",
    },
  },
};

export type AppsTexts = typeof apps;
