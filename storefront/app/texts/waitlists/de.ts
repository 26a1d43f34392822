// German texts about waiting lists.
import type { Waitlists } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const waitlists: Waitlists = {
  waitlist: {
    heading: "Warteliste",
    title: (event) => `Warteliste: ${event}`,
    offerTitle: (event) => `Plätze für Sie: ${event}`,
    states: { WHEN_SOLD_OUT: "Noch nicht offen", OPEN: "Offen", CLOSED: "Geschlossen", ENDED: "Beendet" },
    texts: {
      WHEN_SOLD_OUT:
        "Zu jedem Preis sind gerade Plätze da. Die Liste öffnet, sobald die Plätze eines Preises vergeben sind.",
      OPEN: "Plätze, die zurückkommen, werden für die Wartenden reserviert: in der Reihenfolge, in der sie sich eingetragen haben.",
      CLOSED:
        "Gerade kann sich niemand eintragen, und nichts wird angeboten. Plätze, die zurückkommen, sind im Verkauf.",
      ENDED: "Der Verkauf für diese Veranstaltung ist vorbei, und damit die Liste.",
    },
    toSale: "Zu den Plätzen im Verkauf",
    entry: {
      WAITING: "Sie stehen auf der Liste",
      OFFERED: "Plätze sind für Sie reserviert",
      BOUGHT: "Sie haben diese Plätze gekauft",
      EXPIRED: "Ihr Platz auf der Liste ist verfallen",
      LEFT: "Sie haben die Liste verlassen",
    },
    waiting:
      "Kommen passende Plätze zurück, werden sie für Sie reserviert. Sie bekommen eine E-Mail, in der steht, bis wann. Sie können diese Seite schließen.",
    waitingClosed: "Sie behalten Ihren Platz. Öffnet die Liste wieder, geht es weiter, wo sie stehen geblieben ist.",
    ordered: "Sie haben diese Plätze bestellt. Sie gehören Ihnen, sobald die Bestellung bezahlt ist.",
    toOrders: "Zu meinen Bestellungen",
    bought: "Sie bleiben Ihre. Die Tickets finden Sie in Ihrem Konto.",
    expired:
      "Die Plätze wurden nicht rechtzeitig gekauft und gingen an die Nächsten. Sie können sich wieder eintragen, am Ende der Liste.",
    expiredAtEnd: "Der Verkauf ist vorbei.",
    left: "Sie können sich wieder eintragen, am Ende der Liste.",
    ahead: "Personen vor Ihnen",
    first: "Sie sind die Ersten",
    mayWant: "Vielleicht möchten sie andere Plätze als Sie.",
    wanted: "Sie möchten",
    seats: (count) => n(count, "Platz", "Plätze"),
    seatsTogether: (count) => `${n(count, "Platz", "Plätze")} nebeneinander`,
    orFewer: (least) => `oder weniger, mindestens ${least}`,
    wheelchairs: (count) => n(count, "Rollstuhlplatz", "Rollstuhlplätze"),
    joined: "Eingetragen",
    prices: "Preise",
    sections: "Bereiche",
    until: "Für Sie reserviert bis",
    timeLeft: (time) => `Noch ${time}, um sie zu kaufen`,
    timeSaid: (minutes) =>
      `Noch ${n(minutes, "Minute", "Minuten")}, um die Plätze zu kaufen, die für Sie reserviert sind.`,
    buy: "Diese Plätze kaufen",
    decline: "Ich möchte diese Plätze nicht",
    declineText:
      "Die Plätze gehen sofort an die Nächsten, und Sie verlassen die Liste. Tragen Sie sich wieder ein, dann am Ende.",
    declineYes: "Ja, ablehnen",
    leave: "Liste verlassen",
    leaveText: "Sie verlieren Ihren Platz. Tragen Sie sich wieder ein, dann am Ende.",
    leaveYes: "Ja, verlassen",
    form: "Worauf möchten Sie warten?",
    again: "Wieder eintragen",
    quantity: "Plätze",
    least: "Wenn es weniger gibt",
    onlyAll: "auf alle warten",
    atLeast: (count) => `ab ${count} nehmen`,
    apart: "Sie müssen nicht nebeneinander sein",
    wheelchairField: "Davon Rollstuhlplätze",
    anyPrice: "Lassen Sie alles frei, um auf jeden Preis zu warten.",
    onSale: "im Verkauf",
    onlySections: "Nur bestimmte Bereiche",
    join: "Auf die Warteliste",
    signIn: "Zum Eintragen anmelden",
    signInText: "Ein Platz gehört zu einem Konto, auf jedem Gerät. Sie kommen auf diese Seite zurück.",
    verify: "Zum Eintragen Adresse bestätigen",
    verifyText:
      "Angebote kommen per E-Mail. Eintragen kann sich darum nur, wer die Adresse bestätigt hat. Sie kommen auf diese Seite zurück.",
    verifyLink: "Adresse bestätigen",
    accountText:
      "Diese Veranstaltung ist nur für Konten mit bestätigter E-Mail-Adresse. Sie kommen auf diese Seite zurück.",
    rules: "So funktioniert es",
    order: "Der Reihe nach",
    orderText:
      "Wer sich zuerst eingetragen hat, wird zuerst gefragt. Passt nichts, behalten Sie Ihren Platz, und die Nächsten werden gefragt.",
    offer: "Ihr Angebot",
    offerText: (time) =>
      `Die besten passenden Plätze werden ${time} für Sie reserviert. Sie bekommen eine E-Mail und bezahlen wie immer.`,
    night: "In der Nacht",
    nightText: "Zwischen 22 und 8 Uhr am Ort der Veranstaltung endet kein Angebot: Es gilt dann bis in den Vormittag.",
    price: "Preis",
    priceText: "Plätze kosten, was sie im Verkauf kosten. Eintragen ist kostenlos, und Sie müssen nicht kaufen.",
    missed: "Wenn Sie nicht kaufen",
    missedText: "Die Plätze gehen an die Nächsten, und Ihr Platz verfällt. Sie können sich wieder eintragen, am Ende.",
    groups: "Gruppen",
    groupsText: (time) =>
      `Für eine Gruppe werden bis zu ${time} lang Plätze gesammelt, aber nicht in den letzten 48 Stunden vor Beginn.`,
    noGroups: "Für Gruppen werden keine Plätze gesammelt: Wer weniger Plätze möchte, kann vorher an die Reihe kommen.",
    end: "Bis",
    endText: "Von da an sind Plätze, die zurückkommen, im Verkauf.",
    hours: (count) => n(count, "Stunde", "Stunden"),
    minutes: (count) => n(count, "Minute", "Minuten"),
    asks: "Diese Seite fragt von selbst nach.",
    asksSlowly: "Diese Seite fragt jede Minute nach.",
    stale: "Die Liste ist gerade nicht erreichbar. Ihr Platz ist sicher, und diese Seite fragt weiter nach.",
    soldOut: "Ausverkauft",
    ofEvent: "Plätze können zurückkommen",
    ofEventText:
      "Wer wartet, bekommt sie zuerst, in der Reihenfolge des Eintragens. Niemand sonst kann sie dazwischen reservieren.",
    ofPart: "Zu Ihrem Preis ausverkauft, oder nicht genug Plätze nebeneinander?",
    see: "Zur Warteliste",
    refusals: {
      WaitlistNotOpen: "Gerade kann sich niemand eintragen.",
      AlreadyWaiting: "Sie stehen schon auf der Liste. Verlassen Sie sie zuerst, um Ihre Wünsche zu ändern.",
      EmailNotVerified:
        "Bestätigen Sie zuerst Ihre E-Mail-Adresse. Kommen Sie dann auf diese Seite zurück und tragen Sie sich ein.",
      NotFound: "Das steht nicht mehr auf der Liste. Sehen Sie sich die Seite noch einmal an.",
      IdempotencyKeyReused: "Das Formular wurde schon mit anderen Wünschen gesendet. Senden Sie es noch einmal.",
      TOO_MANY_NAMED: "Wählen Sie höchstens 20 Preise und 20 Bereiche, oder keine für alle.",
    },
  },
};
