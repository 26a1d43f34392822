// German texts about exchanges of tickets.
import type { Exchanges } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const exchanges: Exchanges = {
  exchange: {
    link: "Tickets umtauschen",
    linkOne: "Dieses Ticket umtauschen",
    title: "Tickets umtauschen",
    until: (time) => `Umtauschen können Sie bis ${time}.`,
    fee: (amount) => `Der Veranstalter behält für jedes Ticket eine Gebühr von ${amount}.`,
    needsAccount:
      "Tickets von Gästen können hier nicht getauscht werden. Legen Sie mit derselben E-Mail-Adresse ein Konto an: Es übernimmt Ihre Bestellungen.",
    noFee: "Es gibt keine Gebühr.",
    which: "Welche Tickets geben Sie zurück?",
    to: "Was möchten Sie stattdessen?",
    same: "Andere Plätze am selben Termin",
    sameText: "Bessere oder günstigere.",
    held: "Ihre reservierten Plätze",
    more: "Spätere Veranstaltungen zeigen",
    next: "Weiter",
    nextText: "Noch wird nichts umgetauscht. Sie sehen vor der Bestätigung, was es kostet.",
    none: "Diese Tickets können nicht umgetauscht werden.",
    otherTickets: "Tickets für andere Veranstaltungen",
    ticketReasons: {
      USED: "Schon benutzt.",
      DISPUTED: "Die Zahlung wurde beanstandet.",
      TRANSFERRED: "Gehört jemand anderem.",
      EXCHANGE_IN_PROGRESS: "Wird gerade umgetauscht:",
    },
    choosing: (count) => `Sie tauschen ${n(count, "Ticket", "Tickets")} um.`,
    choosingText: "Wählen Sie die neuen Plätze. Die alten Tickets bezahlen sie, soweit ihr Wert reicht.",
    back: "Umtausch ändern",
    quote: "Umtausch bestätigen",
    quoteText: "Ihre neuen Plätze sind reserviert. Umgetauscht wird erst, wenn Sie bestätigen.",
    give: "Sie geben zurück",
    get: "Sie bekommen",
    lessFee: (paid, fee) => `bezahlt ${paid}, abzüglich ${fee} Gebühr`,
    worth: "Zahlt für die neuen Plätze",
    toPay: "Sie zahlen",
    refund: "Sie bekommen zurück",
    even: "Die Differenz",
    refundText: (amount) =>
      `${amount} kommen auf die Karte zurück, mit der Sie bezahlt haben, meist in fünf bis zehn Tagen.`,
    afterPayment: "Ihre alten Tickets gelten, bis die Zahlung erfolgt ist. Dann treten die neuen an ihre Stelle.",
    atOnce: "Die neuen Tickets treten sofort an die Stelle der alten. Das ist endgültig.",
    confirm: {
      pay: (amount) => `Umtauschen und ${amount} zahlen`,
      refund: (amount) => `Umtauschen und ${amount} zurückbekommen`,
      even: "Jetzt umtauschen",
    },
    endedText: "Die Plätze sind wieder im Verkauf. Ihre alten Tickets haben Sie noch.",
    refused: "Dieser Umtausch ist nicht möglich",
    stillHeld: (time) => `Ihre alten Tickets bleiben, wie sie sind. Die neuen Plätze sind bis ${time} reserviert.`,
    buy: (total) => `Neue Plätze für ${total} kaufen`,
    payWith: "Mit Tickets bezahlen, die Sie haben",
    payWithText: "Wählen Sie die Tickets, die Sie für die reservierten Plätze zurückgeben.",
    payWithNone: "Keines Ihrer Tickets kann gegen diese Plätze umgetauscht werden.",
    tickets: (count) => n(count, "Ticket", "Tickets"),
    backToSeats: "Zurück zu den Plätzen",
    from: (number) => `Bezahlt mit Tickets der Bestellung ${number}`,
    due: "Differenz zu zahlen",
    paid: "Bezahlte Differenz",
    surplus: "Kommt auf Ihre Karte zurück",
    open: "Ihre alten Tickets gelten, bis die Differenz bezahlt ist. Wenn Sie diese Bestellung stornieren, behalten Sie sie.",
    gave: (amount) => `${amount} für eine andere Bestellung verwendet`,
    exchanged: "Diese Tickets wurden umgetauscht",
    exchangedText: "Sie haben eine andere Bestellung bezahlt. Deren Tickets finden Sie bei den Ihren.",
    partly: "Sie sind dabei! Einige Tickets wurden umgetauscht",
    limit: (limit) =>
      `Für diese Veranstaltung gibt es höchstens ${n(limit, "Platz", "Plätze")} pro Person, und Ihre alten Tickets zählen bis zum Umtausch mit. Tauschen Sie weniger Tickets auf einmal um.`,
    reasons: {
      DISPUTED:
        "Die Zahlung dieser Tickets wurde beanstandet. Bis das entschieden ist, können sie nicht umgetauscht werden.",
      EVENT_CANCELLED:
        "Die Veranstaltung ist abgesagt. Sie bekommen Ihr Geld zurück, darum gibt es nichts umzutauschen.",
      EXCHANGE_IN_PROGRESS:
        "Diese Tickets werden schon umgetauscht. Bezahlen oder stornieren Sie die andere Bestellung: Sie finden sie bei Ihren Tickets.",
      NOT_ALLOWED: "Der Veranstalter tauscht für diese Veranstaltung keine Tickets um.",
      OTHER_CURRENCY:
        "Die neuen Plätze werden in einer anderen Währung verkauft. Wählen Sie Plätze einer anderen Veranstaltung.",
      OTHER_EVENT: "Der Veranstalter tauscht diese Tickets nur gegen Plätze derselben Veranstaltung um.",
      OTHER_ORGANIZATION:
        "Die neuen Plätze verkauft ein anderer Veranstalter. Wählen Sie Plätze desselben Veranstalters.",
      REFUNDED: "Diese Tickets wurden schon erstattet oder umgetauscht, oder ihre Bestellung ist nicht bestätigt.",
      SEATS_OF_PACKAGE:
        "Die neuen Plätze gehören zu einem Abonnement, das es nur als Ganzes gibt. Wählen Sie andere Plätze.",
      SOLD_AT_COUNTER: "Diese Tickets wurden an der Kasse verkauft. Umtauschen können Sie sie nur dort.",
      TOO_LATE: "Es ist zu spät: Die Frist für den Umtausch ist vorbei.",
      TRANSFERRED: "Ein Ticket gehört jetzt jemand anderem. Umtauschen können Sie nur Ihre eigenen Tickets.",
      USED: "Ein Ticket wurde am Einlass benutzt und kann darum nicht umgetauscht werden.",
    },
    problems: {
      NO_TICKETS_CHOSEN: "Wählen Sie mindestens ein Ticket, das Sie zurückgeben.",
      SEATS_GONE: "Was Sie gewählt haben, gibt es nicht mehr. Wählen Sie neu, was Sie stattdessen möchten.",
      DIFFERENCE_CHANGED:
        "Die Differenz hat sich geändert. Sehen Sie sie sich an, bevor Sie bestätigen: Es wurde nichts umgetauscht.",
      ExchangeTotalChanged:
        "Die Differenz hat sich geändert, darum wurde nichts umgetauscht. Die neuen Plätze sind wieder im Verkauf, und Ihre alten Tickets haben Sie noch.",
      IdempotencyKeyReused: "Dieses Formular wurde schon mit anderem Inhalt gesendet. Laden Sie die Seite neu.",
    },
  },
};
