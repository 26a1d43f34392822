// German texts: the overview of an account, changes to it, and its deletion.
import { html } from "../../html.ts";
import type { AccountTexts } from "./en.ts";

export const account: AccountTexts = {
  title: "Ihr Konto",
  home: {
    profile: "Profil und Anmeldung",
    verified: "bestätigt",
    notVerified: "nicht bestätigt",
    verify: "Bestätigen",
    pending: (address) => `Wird zu ${address}, sobald Sie [den Code eingeben].`,
    changeName: "Namen ändern",
    changeAddress: "Adresse ändern",
    changePassword: "Passwort ändern",
    factors: "Zweite Faktoren",
    factorsText: "Authenticator-App, Passkeys und Wiederherstellungscodes",
    orders: "Bestellungen",
    myOrders: "Meine Bestellungen",
    claim: "Bestellungen ohne Konto hinzufügen",
    delete: "Konto löschen",
  },
  sessions: {
    title: "Wo Sie angemeldet sind",
    current: "dieser Browser",
    since: (time, place) => (place === null ? html`Angemeldet am ${time}` : html`Angemeldet am ${time} aus ${place}`),
    lastSeen: (time) => html`Zuletzt gesehen am ${time}`,
    end: "Beenden",
    endOf: (device) => `der Sitzung auf ${device}`,
    endOthers: "Alle anderen Sitzungen beenden",
  },
  device: {
    unknown: "Unbekanntes Gerät",
    on: (browser, system) => `${browser} auf ${system}`,
  },
  apps: {
    title: "Apps mit Zugriff auf Ihr Konto",
    offline: (organization) => `${organization}, auch nach dem Abmelden`,
    end: "Beenden",
    endOf: (app) => `des Zugriffs von ${app}`,
  },
  name: {
    title: "Namen ändern",
    hint: "Mitglieder Ihrer Organisationen sehen ihn.",
    submit: "Speichern",
  },
  password: {
    title: "Passwort ändern",
    words: "Alle anderen Sitzungen werden beendet.",
    current: "Aktuelles Passwort",
    currentMissing: "Geben Sie Ihr aktuelles Passwort ein.",
    submit: "Neues Passwort speichern",
    forgotten: "Vergessen? Melden Sie sich ab, und [wählen Sie per E-Mail ein neues].",
  },
  email: {
    title: "E-Mail-Adresse ändern",
    words: "Wir schicken einen Code an die neue Adresse. Die Änderung gilt, sobald Sie ihn eingeben.",
    label: "Neue E-Mail-Adresse",
    missing: "Geben Sie die neue Adresse ein.",
    submit: "Weiter",
  },
  verify: {
    title: "E-Mail-Adresse bestätigen",
    willMail: (address) => `Wir schicken einen Code an ${address}.`,
    mailed: (address) => `Eine E-Mail mit einem Code ist an ${address} unterwegs. Der Code gilt zehn Minuten.`,
    submit: "Bestätigen",
  },
  deletion: {
    title: "Konto löschen",
    words:
      "Ihr Name, Ihre Adresse und Ihre Sitzungen werden endgültig gelöscht. Bestellungen und Zahlungen bleiben ohne Ihren Namen in den Büchern.",
    tickets: (count) =>
      `Sie haben ${count === 1 ? "1 gültiges Ticket" : `${count} gültige Tickets`}. Danach können Sie Tickets nicht mehr öffnen und erfahren nicht, wenn eine Veranstaltung geändert oder abgesagt wird.`,
    ticketsFirst:
      "Die Tickets gelten weiter: Drucken Sie sie aus oder geben Sie sie weiter, bevor Sie das Konto löschen.",
    openOrders: (count) =>
      `${count === 1 ? "1 Bestellung ist" : `${count} Bestellungen sind`} noch nicht abgeschlossen. Warten Sie, bis Sie die Tickets haben.`,
    unknown: "Ob Sie gültige Tickets haben, lässt sich gerade nicht feststellen. Versuchen Sie es später noch einmal.",
    submit: "Konto löschen",
    keep: "Konto behalten",
  },
  erasure: {
    title: "Ihr Konto ist gelöscht",
    none: "Zu dieser Nummer und diesem Schlüssel gibt es keine Quittungen. Beides steht in Ihrer letzten E-Mail. Die Adresse der Seite lautet:",
    number: "NUMMER",
    key: "SCHLÜSSEL",
    erased: (time) => html`Ihre persönlichen Daten wurden am ${time} gelöscht.`,
    complete: "Jeder Teil des Systems hat eine Quittung unterschrieben.",
    missing: (parts) => `Noch nicht bestätigt von: ${parts}. Öffnen Sie diese Seite später noch einmal.`,
    keepAddress: "Bewahren Sie die Adresse dieser Seite auf: Sie zeigt die Quittungen ohne Konto.",
  },
  alerts: {
    report: {
      title: "Anmeldung melden",
      words:
        "Wenn nicht Sie sich angemeldet haben, sichern Sie das Konto: Alle Sitzungen enden, und das Passwort gilt nicht mehr, bis Sie ein neues wählen.",
      submit: "Das war ich nicht: Konto sichern",
    },
    undo: {
      title: "Adresse zurückholen",
      words:
        "Das Konto bekommt diese Adresse zurück. Alle seine Sitzungen enden, und sein Passwort gilt nicht mehr, bis Sie ein neues wählen.",
      submit: "Adresse zurückholen",
    },
    works: "Der Code gilt 72 Stunden.",
    safe: "Ihr Konto ist sicher",
    ended: (address) => `Alle Sitzungen von ${address} sind beendet, und das Passwort gilt nicht mehr.`,
    choose: "Wählen Sie ein neues Passwort, das Sie sonst nirgends verwenden.",
    chooseLink: "Neues Passwort wählen",
  },
};
