// German texts: orders of guests and of accounts, and the pages that letters lead to.
import { html } from "../../html.ts";
import type { OrdersTexts } from "./en.ts";

export const orders: OrdersTexts = {
  title: "Meine Bestellungen",
  list: "Bestellungen",
  none: "Hier sind noch keine Bestellungen. Bestellungen der letzten Sekunden brauchen einen Moment.",
  event: "Veranstaltung",
  placed: (number, time, price) => html`Bestellung ${number} vom ${time}: ${price}`,
  tickets: (count) => (count === 1 ? "1 Ticket" : `${count} Tickets`),
  earlier: "Frühere Bestellungen",
  mailedLater: "Wir schicken die Tickets an Ihre Adresse, [sobald sie bestätigt ist].",
  statuses: {
    AWAITING_PAYMENT: "wartet auf Zahlung",
    PROCESSING: "wird bearbeitet",
    IN_REVIEW: "wird geprüft",
    CONFIRMED: "bestätigt",
    PARTIALLY_REFUNDED: "teilweise erstattet",
    REFUNDED: "erstattet",
    CANCELLED: "storniert",
    EXPIRED: "abgelaufen",
    DECLINED: "abgelehnt",
  },
  guest: {
    home: "Sie kaufen ohne Konto.",
    enterCode: "Code aus der E-Mail eingeben",
    otherBrowser:
      "In diesem Browser haben Sie nicht gekauft. Fordern Sie einen neuen Code an, um Ihre Bestellungen hier zu sehen.",
    find: "Meine Bestellungen finden",
  },
  prove: {
    title: "E-Mail-Adresse bestätigen",
    proven: "Ihre Adresse ist bestätigt.",
    mailed: (address) =>
      `Eine E-Mail mit einem Code ist an ${address} unterwegs. Wenn Sie ihn eingeben, schicken wir Ihnen die Tickets.`,
    submit: "Bestätigen",
  },
  claim: {
    title: "Bestellungen zu Ihrem Konto hinzufügen",
    signInFirst: "Melden Sie sich zuerst bei einem Konto an.",
    words: (address) => `Bestellungen ohne Konto mit der Adresse ${address} werden Bestellungen Ihres Kontos.`,
    mailed: (address) =>
      `Eine E-Mail ist an ${address} unterwegs. Wenn es solche Bestellungen gibt, enthält sie einen Code. Der Code gilt zehn Minuten.`,
    submit: "Bestellungen hinzufügen",
  },
  refund: {
    title: "Tickets behalten oder Geld zurück",
    nowOn: (event, time) => html`${event}, jetzt am ${time}`,
    order: (number, tickets) => `Bestellung ${number}: ${tickets}`,
    none: "Für diese Bestellung gibt es kein Angebot einer Erstattung.",
    ended: "Das Angebot ist beendet. Sie behalten Ihre Tickets.",
    until: (time) => html`Sie können bis ${time} wählen. Wenn Sie nichts tun, behalten Sie Ihre Tickets.`,
    keep: "Tickets behalten",
    refund: "Tickets stornieren, Geld zurück",
    accepted: "Tickets, die jemand von Ihnen übernommen hat, bleiben gültig.",
    answered: { KEEP: "Sie haben gewählt, Ihre Tickets zu behalten.", REFUND: "Sie haben Ihr Geld zurück gewählt." },
    otherAccount:
      "Diese Bestellung gehört zu einem anderen Konto. Melden Sie sich als die Person an, die die Tickets gekauft hat.",
    asGuest: "Ich habe ohne Konto gekauft",
  },
  letters: {
    title: "Briefe eines Veranstalters",
    broken: "Der Link ist nicht vollständig. Öffnen Sie ihn noch einmal aus dem Brief.",
    subscribed: (organization) => `Sie bekommen Briefe, die ${organization} an Leute mit Tickets schreibt.`,
    unsubscribed: (organization) => `Sie bekommen keine Briefe mehr, die ${organization} schreibt.`,
    stop: "Keine Briefe mehr",
    start: "Wieder Briefe bekommen",
    always: "Briefe zu Ihren eigenen Bestellungen, etwa über einen neuen Termin, werden immer geschickt.",
  },
};
