import type { Translation } from "./words.ts";

export const de: Translation = {
  greeting: (name) => `Guten Tag ${name},`,
  closing: "Viel Vergnügen!",
  order: "Bestellung",
  total: "Summe",
  included: "enthalten",
  section: "Block",
  row: "Reihe",
  seat: "Platz",
  holder: "Name",
  rule: "Einlass für eine Person, einmal. Den Code am Eingang vorzeigen, auf Papier oder Bildschirm, und vorher niemandem.",
  confirmed: {
    subject: (event) => `Ihre Karten für ${event}`,
    body: "Ihre Bestellung ist bestätigt.",
    attached: "Ihre Karten hängen an, ebenso ein Kalendereintrag.",
  },
  ended: {
    subject: (event) => `Ihre Bestellung für ${event} kam nicht zustande`,
    body: "Ihre Bestellung konnte nicht abgeschlossen werden. Ihnen wurde nichts berechnet: Was auf Ihrer Karte vorgemerkt war, ist in einigen Tagen wieder frei.",
  },
  cancelled: {
    subject: (event) => `Karten für ${event} sind storniert`,
    body: (tickets) => (tickets === 1 ? "Eine Ihrer Karten ist storniert." : `${tickets} Ihrer Karten sind storniert.`),
    refund: (amount) => `Sie erhalten ${amount} zurück, auf dem Weg, auf dem Sie bezahlt haben.`,
    reason: (reason) => `Grund: ${reason}`,
  },
  ticketAttached: "Die Karte hängt an.",
  ticketsAttached: "Ihre Karten hängen an.",
  codesLater: (event, time) =>
    `Die Codes Ihrer Karten für ${event} werden ab ${time} gezeigt. Ohne ihren Code gilt eine Karte nicht am Einlass.`,
  received: {
    subject: (event) => `Eine Karte für ${event} gehört jetzt Ihnen`,
    body: "Sie haben eine Karte übernommen, die Ihnen angeboten wurde. Die bisherige ist wertlos.",
  },
  changed: {
    subject: (event) => `Änderung: ${event}`,
    time: "Die Veranstaltung hat einen neuen Termin. Ihre Karten gelten dafür.",
    place: "Die Veranstaltung findet an einem anderen Ort statt. Ihre Karten gelten dort.",
    before: (old) => `Bisher: ${old}`,
    refund: (until) =>
      `Sie können Ihre Karten behalten oder Ihr Geld zurückbekommen, bis ${until}. Wenn Sie nichts tun, behalten Sie Ihre Karten.`,
    choose: "Hier wählen Sie:",
  },
  reminder: {
    subject: (event) => `Bald ist es so weit: ${event}`,
    body: "Ihre Veranstaltung beginnt bald. Halten Sie Ihre Karten bereit, auf Papier oder Bildschirm.",
  },
  unsubscribe: (organizer) =>
    `Sie erhalten diesen Brief von ${organizer}, weil Sie eine Karte haben. Keine solchen Briefe mehr:`,
  organizer: "Veranstalter",
  contact: "Kontakt",
  terms: "Bedingungen",
  invoice: {
    invoice: "Rechnung",
    creditNote: "Gutschrift (Rechnungskorrektur)",
    corrects: (number) => `Korrigiert Rechnung ${number}`,
    date: "Datum",
    vatId: "USt-IdNr.",
    net: "Netto",
    tax: (name, net) => `${name} auf ${net}`,
  },
  moved: {
    subject: (event) => `Ihr neuer Platz für ${event}`,
    body: "Die Kasse hat Ihre Karte auf einen anderen Platz umgebucht. Ihre bisherige Karte ist wertlos.",
  },
  exchanged: {
    subject: (event) => `Ihre neuen Karten für ${event}`,
    body: (tickets, order) =>
      `Ihr Umtausch ist bestätigt. ${tickets === 1 ? "Eine Karte" : `${tickets} Karten`} der Bestellung ${order} ${tickets === 1 ? "gilt" : "gelten"} nicht mehr.`,
    credit: "Mit den bisherigen Karten bezahlt",
    paid: "Bezahlt",
  },
  returned: {
    subject: (event) => `Sie haben Karten für ${event} zurückgegeben`,
    body: (tickets) =>
      tickets === 1
        ? "Sie haben eine Karte zurückgegeben. Sie gilt nicht mehr."
        : `Sie haben ${tickets} Karten zurückgegeben. Sie gelten nicht mehr.`,
    fee: (amount) => `Der Veranstalter behält eine Gebühr von ${amount}.`,
  },
  handedOn: {
    subject: (event) => `Ihre Karte für ${event} wurde übernommen`,
    body: "Wem Sie den Code gegeben haben, hat Ihre Karte übernommen. Mit Ihrer kommt niemand mehr hinein.",
  },
  offered: {
    subject: (event) => `Plätze für ${event} sind für Sie frei`,
    body: (seats, until) =>
      `Sie stehen auf der Warteliste, und ${seats === 1 ? "ein Platz ist" : `${seats} Plätze sind`} wieder frei. ${seats === 1 ? "Er ist" : "Sie sind"} für Sie zurückgelegt bis ${until}.`,
    order: "Hier bestellen:",
    decline:
      "Wenn Sie die Plätze nicht möchten, geben Sie sie zurück oder tun Sie nichts. Dann gehen sie an die nächste Person.",
    list: "Ihr Platz auf der Warteliste, wo Sie auch ablehnen können:",
  },
};
