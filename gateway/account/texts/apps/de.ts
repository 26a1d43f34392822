// German texts: apps that ask for access, and devices that a person connects.
import { html } from "../../html.ts";
import type { AppsTexts } from "./en.ts";

export const apps: AppsTexts = {
  tookTooLong:
    "Das hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Gehen Sie zurück zur App, und beginnen Sie noch einmal.",
  notAskedRight:
    "Die App hat nicht richtig angefragt, daher wurde nichts getan. Gehen Sie zurück zur App, und beginnen Sie noch einmal.",
  forDevelopers: (error) => `Für die Entwickler der App: ${error}`,
  allow: "Erlauben",
  deny: "Nicht erlauben",
  signOut: {
    title: "Abmelden",
    asks: (app) => `${app} bittet, Sie abzumelden. Möchten Sie sich in diesem Browser auch von Boxoffice abmelden?`,
    asksUnnamed: "Eine App bittet, Sie abzumelden. Möchten Sie sich in diesem Browser auch von Boxoffice abmelden?",
    submit: "Von Boxoffice abmelden",
    stay: "Angemeldet bleiben",
    done: "Sie sind abgemeldet",
    again: "Wieder anmelden",
  },
  consent: {
    title: "Bei einer App anmelden",
    asks: (app, organization, site) =>
      html`${app} von ${organization} bittet um Zugriff auf Ihr Konto. Die App ist unter ${site}.`,
    may: "Sie erfährt, welches Konto Ihres ist, und darf:",
  },
  scopes: {
    profile: "Ihren Namen und Ihre Sprache sehen",
    email: "Ihre E-Mail-Adresse sehen",
    "orders:read": "Ihre Bestellungen sehen",
    "tickets:read": "Ihre Tickets sehen",
    "tickets:codes": "Die Codes Ihrer Tickets bekommen, mit denen jeder eintreten kann",
    "holds:write": "Plätze für Sie vormerken",
    "orders:write": "Tickets für Sie bestellen und stornieren",
    "org:read": "Veranstaltungen, Verkäufe und Mitglieder Ihrer Organisationen sehen",
    "gate:scan": "Tickets am Eingang Ihrer Veranstaltungen prüfen",
    offline_access: "Diesen Zugriff nach dem Abmelden behalten, bis Sie ihn beenden",
  },
  device: {
    title: "Gerät verbinden",
    words: "Geben Sie den Code ein, den das Gerät zeigt. Fahren Sie nur fort, wenn Sie das Gerät vor sich haben.",
    code: "Code auf dem Gerät",
    missing: "Geben Sie den Code ein, den das Gerät zeigt.",
    unknown: "Dieser Code ist falsch, wurde benutzt oder ist älter als zehn Minuten. Prüfen Sie ihn auf dem Gerät.",
    tooOften: (seconds) => `Zu viele Codes. Bitte versuchen Sie es in ${seconds} Sekunden noch einmal.`,
    connected: "Das Gerät ist verbunden. Sie können zu ihm zurückkehren.",
    denied: "Das Gerät wurde nicht verbunden.",
    asks: (app, organization) => html`${app} von ${organization} bittet um Zugriff auf Ihr Konto auf einem Gerät.`,
    asked: (time, place, device) => html`Gefragt am ${time} aus ${place} mit ${device}.`,
    unknownNetwork: "einem unbekannten Netz",
    warning: "Wenn das nicht Ihr Gerät ist, will vielleicht jemand in Ihr Konto: Erlauben Sie es nicht. Die App darf:",
  },
  scanner: {
    title: "Scanner verbinden",
    noOrganization:
      "Sie verwalten keine Organisation und können daher keinen Scanner verbinden. Bitten Sie einen Manager Ihrer Organisation, den Code einzugeben.",
    asks: (app) => html`${app} möchte als Scanner Tickets prüfen.`,
    careful: "Fahren Sie nur fort, wenn Sie das Gerät vor sich haben.",
    organization: "Organisation",
    checks: (organization) => html`Es prüft Tickets für ${organization}, bis ein Manager es trennt.`,
    name: "Name des Geräts",
    gate: "Eingang (freiwillig)",
    events: "Veranstaltungen",
    all: "Alle Veranstaltungen der Organisation",
    some: "Nur diese:",
    submit: "Scanner verbinden",
    deny: "Nicht verbinden",
    wrong: {
      organizationId: "Wählen Sie eine Organisation, die Sie verwalten.",
      name: "Geben Sie einen Namen mit höchstens 100 Zeichen ein.",
      gate: "Geben Sie einen Eingang mit höchstens 100 Zeichen ein.",
      eventIds: "Wählen Sie mindestens eine Veranstaltung oder alle.",
    },
  },
};
