// French texts about waiting lists.
import type { Waitlists } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const waitlists: Waitlists = {
  waitlist: {
    heading: "Liste d’attente",
    title: (event) => `Liste d’attente : ${event}`,
    offerTitle: (event) => `Des places pour vous : ${event}`,
    states: { WHEN_SOLD_OUT: "Pas encore ouverte", OPEN: "Ouverte", CLOSED: "Fermée", ENDED: "Terminée" },
    texts: {
      WHEN_SOLD_OUT:
        "Il y a des places à tous les prix. La liste ouvre dès que toutes les places d’un prix sont prises.",
      OPEN: "Les places qui reviennent sont réservées aux personnes qui attendent, dans l’ordre des inscriptions.",
      CLOSED:
        "Personne ne peut s’inscrire pour l’instant, et rien n’est proposé. Les places qui reviennent sont en vente.",
      ENDED: "La vente pour cet événement est terminée, et la liste aussi.",
    },
    toSale: "Vers les places en vente",
    entry: {
      WAITING: "Vous êtes sur la liste",
      OFFERED: "Des places vous sont réservées",
      BOUGHT: "Vous avez acheté ces places",
      EXPIRED: "Votre inscription a pris fin",
      LEFT: "Vous avez quitté la liste",
    },
    waiting:
      "Si des places qui vous conviennent reviennent, elles vous sont réservées. Un e-mail vous dit jusqu’à quand. Vous pouvez fermer cette page.",
    waitingClosed: "Vous gardez votre rang. Si la liste rouvre, elle reprend là où elle s’est arrêtée.",
    ordered: "Vous avez commandé ces places. Elles seront à vous quand la commande sera payée.",
    toOrders: "Vers mes commandes",
    bought: "Elles restent à vous. Vous trouvez les billets dans votre compte.",
    expired:
      "Les places n’ont pas été achetées à temps et sont allées à la personne suivante. Vous pouvez vous inscrire à nouveau, à la fin de la liste.",
    expiredAtEnd: "La vente est terminée.",
    left: "Vous pouvez vous inscrire à nouveau, à la fin de la liste.",
    ahead: "Personnes avant vous",
    first: "Vous êtes en tête de liste",
    mayWant: "Elles veulent peut-être d’autres places que vous.",
    wanted: "Vous voulez",
    seats: (count) => n(count, "place", "places"),
    seatsTogether: (count) => `${n(count, "place", "places")} côte à côte`,
    orFewer: (least) => `ou moins, au moins ${least}`,
    wheelchairs: (count) => n(count, "place pour fauteuil roulant", "places pour fauteuil roulant"),
    joined: "Inscription",
    prices: "Prix",
    sections: "Zones",
    until: "Réservées pour vous jusqu’au",
    timeLeft: (time) => `Encore ${time} pour les acheter`,
    timeSaid: (minutes) => `Encore ${n(minutes, "minute", "minutes")} pour acheter les places qui vous sont réservées.`,
    buy: "Acheter ces places",
    decline: "Je ne veux pas de ces places",
    declineText:
      "Les places vont tout de suite à la personne suivante, et vous quittez la liste. Une nouvelle inscription se place à la fin.",
    declineYes: "Oui, y renoncer",
    leave: "Quitter la liste",
    leaveText: "Vous perdez votre rang. Une nouvelle inscription se place à la fin.",
    leaveYes: "Oui, quitter",
    form: "Qu’attendez-vous ?",
    again: "S’inscrire à nouveau",
    quantity: "Places",
    least: "S’il y en a moins",
    onlyAll: "attendre toutes les places",
    atLeast: (count) => `en prendre ${count} ou plus`,
    apart: "Elles peuvent être séparées",
    wheelchairField: "Dont places pour fauteuil roulant",
    anyPrice: "Laissez tout vide pour attendre à n’importe quel prix.",
    onSale: "en vente",
    onlySections: "Seulement certaines zones",
    join: "S’inscrire sur la liste d’attente",
    signIn: "Connectez-vous pour vous inscrire",
    signInText: "Une inscription appartient à un compte, sur tous les appareils. Vous revenez ensuite à cette page.",
    verify: "Confirmez votre adresse pour vous inscrire",
    verifyText:
      "Les offres arrivent par e-mail : il faut donc une adresse confirmée pour s’inscrire. Vous revenez ensuite à cette page.",
    verifyLink: "Confirmer mon adresse",
    accountText:
      "Cet événement est réservé aux comptes avec une adresse e-mail confirmée. Vous revenez ensuite à cette page.",
    rules: "Comment cela marche",
    order: "Dans l’ordre",
    orderText:
      "La première personne inscrite est servie la première. Si rien ne convient, vous gardez votre rang, et la personne suivante est servie.",
    offer: "Votre offre",
    offerText: (time) =>
      `Les meilleures places qui conviennent vous sont réservées pendant ${time}. Vous recevez un e-mail et payez comme toujours.`,
    price: "Prix de la place",
    priceText: "Les places coûtent ce qu’elles coûtent en vente. L’inscription est gratuite et n’oblige à rien.",
    missed: "Si vous n’achetez pas",
    missedText:
      "Les places vont à la personne suivante, et votre inscription prend fin. Vous pouvez vous inscrire à nouveau, à la fin.",
    groups: "Groupes",
    groupsText: (time) =>
      `Pour un groupe, des places sont rassemblées pendant ${time} au plus, mais pas dans les dernières 48 heures avant le début.`,
    noGroups: "Aucune place n’est rassemblée pour un groupe : qui veut moins de places peut être servi avant.",
    end: "Jusqu’au",
    endText: "Ensuite, les places qui reviennent sont en vente.",
    hours: (count) => n(count, "heure", "heures"),
    minutes: (count) => n(count, "minute", "minutes"),
    asks: "Cette page se met à jour toute seule.",
    asksSlowly: "Cette page se met à jour chaque minute.",
    stale: "La liste n’est pas joignable pour l’instant. Votre rang est gardé, et cette page continue de demander.",
    soldOut: "Complet",
    ofEvent: "Des places peuvent revenir",
    ofEventText:
      "Qui attend les reçoit en premier, dans l’ordre des inscriptions. Personne d’autre ne peut les réserver entre-temps.",
    ofPart: "Complet à votre prix, ou pas assez de places côte à côte ?",
    see: "Vers la liste d’attente",
    refusals: {
      WaitlistNotOpen: "Personne ne peut s’inscrire sur la liste pour l’instant.",
      AlreadyWaiting: "Vous êtes déjà sur la liste. Pour changer vos souhaits, quittez-la d’abord.",
      EmailNotVerified: "Confirmez d’abord votre adresse e-mail. Revenez ensuite à cette page pour vous inscrire.",
      NotFound: "Cela n’est plus sur la liste. Regardez la page à nouveau.",
      IdempotencyKeyReused: "Le formulaire a déjà été envoyé avec d’autres souhaits. Envoyez-le encore une fois.",
      TOO_MANY_NAMED: "Choisissez au plus 20 prix et 20 zones, ou rien pour tout accepter.",
    },
  },
};
