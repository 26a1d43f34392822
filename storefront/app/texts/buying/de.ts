// German texts about prices, baskets and refunds.
import type { Buying } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const buying: Buying = {
  prices: {
    of: (seat) => `Preis für ${seat}`,
    choose: "Für wen sind die Plätze?",
    chooseText: "Wählen Sie für jeden Platz einen Preis. Noch ist nichts reserviert.",
    next: "Weiter: Preise wählen",
    change: "Andere Plätze wählen",
    until: (phase, time) => `${phase} bis ${time}`,
    leftAt: (count) => `noch ${n(count, "Ticket", "Tickets")} zu diesem Preis`,
    then: (price) => `danach ${price}`,
    mostPerHold: (count) => `höchstens ${count} auf einmal`,
    onlyWith: (names) => `nur zusammen mit ${names}`,
    mostForEach: (count, names) => `höchstens ${count} pro ${names}`,
    or: (first, second) => `${first} oder ${second}`,
    needsCode: "nur mit Aktionscode",
    wheelchairOnly: "nur für Rollstuhlplätze",
    soldOut: "ausverkauft",
    notYet: (time) => `ab ${time}`,
    ended: "nicht mehr im Verkauf",
    tickets: "Wie viele von jeder Art?",
    changed: (total) =>
      `Die Preise haben sich geändert: Diese Plätze kosten jetzt ${total}. Noch ist nichts reserviert, und Ihre Auswahl ist noch da.`,
    refusals: {
      UNKNOWN: (price) => `Den Preis „${price}“ gibt es nicht für alle diese Plätze. Wählen Sie einen anderen.`,
      NOT_YET: (price) => `Der Preis „${price}“ ist noch nicht im Verkauf. Wählen Sie einen anderen.`,
      ENDED: (price) => `Der Preis „${price}“ ist nicht mehr im Verkauf. Wählen Sie einen anderen.`,
      SOLD_OUT: (price) => `Alle Tickets zum Preis „${price}“ sind vergeben. Wählen Sie einen anderen.`,
      TOO_MANY: (price) => `Das sind zu viele Plätze zum Preis „${price}“. Wählen Sie weniger.`,
      NOT_ALONE: (price) => `Zum Preis „${price}“ gehören mehr Plätze zu einem Preis, mit dem er gilt.`,
      NEEDS_CODE: (price) => `Der Preis „${price}“ gilt nur mit einem passenden Aktionscode. Geben Sie ihn ein.`,
      WHEELCHAIR_PLACES_ONLY: (price) => `Der Preis „${price}“ gilt nur für Rollstuhlplätze.`,
    },
  },
  basket: {
    link: "Ihre Plätze",
    title: "Ihre Plätze",
    empty: "Sie haben keine Plätze reserviert.",
    emptyText:
      "Ausgewählte Plätze bleiben einige Minuten reserviert, damit Sie mehrere Veranstaltungen zusammen bezahlen können.",
    events: (count) => `Plätze für ${n(count, "Veranstaltung", "Veranstaltungen")}.`,
    all: "Alle werden eine Bestellung, oder keiner.",
    more: "Plätze einer weiteren Veranstaltung",
    alone: "Nur diese Plätze bezahlen",
    together: "Alle Plätze zusammen bezahlen",
    others: "Sie haben noch andere Plätze reserviert",
    othersText:
      "Sie gehören zu einem anderen Veranstalter oder einer anderen Währung und werden deshalb getrennt bestellt.",
    waiting: "Sie bleiben reserviert, bis ihre Zeit abläuft.",
    pay: "Diese bezahlen",
    gone: (event) =>
      `Die Reservierung für ${event} ist abgelaufen. Es wurde nichts bestellt und nichts abgebucht; Ihre übrigen Plätze stehen unten.`,
    NOT_COMBINABLE: "Diese Plätze können nicht eine Bestellung werden. Bezahlen Sie die Veranstaltungen nacheinander.",
  },
  refund: {
    title: "Tickets behalten oder Geld zurück",
    moved: (event, time) => `${event} wurde verlegt und beginnt jetzt am ${time}.`,
    until: (time) => `Sie können bis ${time} wählen. Wenn Sie nichts tun, behalten Sie Ihre Tickets.`,
    tickets: (count) => `Es geht um ${n(count, "Ticket", "Tickets")}`,
    keep: "Tickets behalten",
    keepText: "Ihre Tickets gelten am neuen Termin. Bis zum Ende der Frist können Sie sich umentscheiden.",
    refund: "Geld zurück",
    refundText: "Die Tickets werden sofort storniert. Das ist endgültig.",
    others:
      "Tickets, die jemand anderes von Ihnen übernommen hat, bleiben gültig. Tickets für andere Veranstaltungen behalten Sie.",
    submit: "Wahl bestätigen",
    kept: "Sie behalten Ihre Tickets",
    keptText: "Mehr ist nicht zu tun: Die Codes Ihrer Tickets gelten am neuen Termin.",
    refunded: "Ihr Geld ist unterwegs",
    refundedText:
      "Die Tickets sind storniert. Das Geld kommt auf die Karte zurück, mit der Sie bezahlt haben, meist in fünf bis zehn Tagen. Den Betrag schicken wir Ihnen per E-Mail.",
    ended: "Dieses Angebot ist beendet",
    endedText: "Sie behalten Ihre Tickets.",
    none: "Für diese Bestellung gibt es kein Angebot.",
    change: "Wahl ändern",
    details: "Wie es weitergeht",
    back: "Zurück zur Bestellung",
    choose: "Wählen Sie, was Sie möchten.",
    RefundOfferEnded: "Das Angebot ist beendet oder wurde schon angenommen.",
    OrderNotRefundable:
      "Diese Bestellung kann gerade nicht erstattet werden. Vielleicht wurde eine Zahlung beanstandet: Fragen Sie den Veranstalter.",
  },
  questions: {
    title: "Der Veranstalter fragt",
    yes: "Ja",
    no: "Nein",
    choose: "Bitte wählen",
    refused: "Einige Antworten fehlen oder passen nicht. Die Fragen sind unten markiert.",
    faults: {
      MISSING: "Bitte beantworten Sie diese Frage.",
      MUST_BE_YES: "Hier ist Ihre Zustimmung nötig.",
      NOT_VALID: "Diese Antwort passt nicht zur Frage.",
      NOT_ASKED: "Danach wird nicht mehr gefragt.",
    },
    invoice: {
      title: "Rechnungsanschrift",
      faulty: "Geben Sie Name, Straße, Postleitzahl, Ort und Land an.",
      faultyVatId: "Eine USt-IdNr. beginnt mit dem Länderkürzel, etwa DE123456789.",
      fields: {
        name: "Vor- und Nachname",
        company: "Firma",
        vatId: "USt-IdNr.",
        street: "Straße und Hausnummer",
        postalCode: "Postleitzahl",
        city: "Ort",
        country: "Land",
      },
    },
  },
};
