// German texts about tickets that are given back.
import type { Returns } from "./en.ts";

export const returns: Returns = {
  returns: {
    link: "Tickets zurückgeben",
    linkOne: "Dieses Ticket zurückgeben",
    title: "Tickets zurückgeben",
    until: (time) => `Zurückgeben können Sie bis ${time}.`,
    fee: (amount) => `Der Veranstalter behält für jedes Ticket eine Gebühr von ${amount}.`,
    noFee: "Es gibt keine Gebühr.",
    forList: "Der Veranstalter nimmt Tickets zurück, solange Leute auf der Warteliste die Plätze möchten.",
    terms: (time) => `Tickets können bis ${time} zurückgegeben werden.`,
    termsForList: (time) =>
      `Tickets können bis ${time} zurückgegeben werden, solange Leute auf der Warteliste die Plätze möchten.`,
    needsAccount:
      "Tickets von Gästen können hier nicht zurückgegeben werden. Legen Sie mit derselben E-Mail-Adresse ein Konto an: Es übernimmt Ihre Bestellungen.",
    nextText: "Noch wird nichts zurückgegeben. Sie sehen vor der Bestätigung, was Sie bekommen.",
    none: "Diese Tickets können nicht zurückgegeben werden.",
    quote: "Rückgabe bestätigen",
    quoteText: "Die Tickets gehören Ihnen, bis Sie bestätigen.",
    nothingBack: "Für diese Tickets kommt kein Geld zurück.",
    final: "Die Tickets gelten sofort nicht mehr, und andere können die Plätze kaufen. Das ist endgültig.",
    confirm: (amount) => `Zurückgeben und ${amount} bekommen`,
    confirmNothing: "Ohne Erstattung zurückgeben",
    change: "Andere Tickets wählen",
    refused: "Diese Tickets können nicht zurückgegeben werden",
    stillValid: "Es hat sich nichts geändert: Sie haben Ihre Tickets noch.",
    done: "Sie haben diese Tickets zurückgegeben",
    doneText: "Für sie kommt kein Geld zurück.",
    reasons: {
      DISPUTED:
        "Die Zahlung dieser Tickets wurde beanstandet. Bis das entschieden ist, können sie nicht zurückgegeben werden.",
      EVENT_CANCELLED: "Die Veranstaltung ist abgesagt. Sie bekommen Ihr Geld zurück, ohne etwas zu tun.",
      EXCHANGE_IN_PROGRESS:
        "Diese Tickets werden gerade umgetauscht. Bezahlen oder stornieren Sie zuerst die andere Bestellung: Sie finden sie bei Ihren Tickets.",
      NOBODY_WAITS:
        "Zurzeit möchte niemand auf der Warteliste alle diese Plätze. Versuchen Sie es später noch einmal, oder geben Sie weniger Tickets zurück.",
      NOT_ALLOWED: "Der Veranstalter nimmt für diese Veranstaltung keine Tickets zurück.",
      REFUNDED: "Diese Tickets wurden schon erstattet oder umgetauscht, oder ihre Bestellung ist nicht bestätigt.",
      SOLD_AT_COUNTER: "Diese Tickets wurden an der Kasse verkauft. Zurückgeben können Sie sie nur dort.",
      TOO_LATE: "Es ist zu spät: Die Frist für die Rückgabe ist vorbei.",
      TRANSFERRED: "Ein Ticket gehört jetzt jemand anderem. Zurückgeben können Sie nur Ihre eigenen Tickets.",
      USED: "Ein Ticket wurde am Einlass benutzt und kann darum nicht zurückgegeben werden.",
    },
    problems: {
      ReturnTotalChanged:
        "Die Erstattung hat sich geändert. Sehen Sie sie sich an, bevor Sie bestätigen: Es wurde nichts zurückgegeben.",
    },
  },
};
