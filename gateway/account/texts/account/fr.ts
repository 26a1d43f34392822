// French texts: the overview of an account, changes to it, and its deletion.
import { html } from "../../html.ts";
import type { AccountTexts } from "./en.ts";

export const account: AccountTexts = {
  title: "Votre compte",
  home: {
    profile: "Profil et connexion",
    verified: "confirmée",
    notVerified: "non confirmée",
    verify: "La confirmer",
    pending: (address) => `Deviendra ${address} quand vous [saisirez le code].`,
    changeName: "Modifier le nom",
    changeAddress: "Modifier l’adresse",
    changePassword: "Modifier le mot de passe",
    factors: "Seconds facteurs",
    factorsText: "Application d’authentification, clés d’accès et codes de secours",
    orders: "Commandes",
    myOrders: "Mes commandes",
    claim: "Ajouter des commandes passées sans compte",
    delete: "Supprimer le compte",
  },
  sessions: {
    title: "Vos connexions",
    current: "ce navigateur",
    since: (time, place) => (place === null ? html`Connexion le ${time}` : html`Connexion le ${time} depuis ${place}`),
    lastSeen: (time) => html`Dernière activité le ${time}`,
    end: "Terminer",
    endOf: (device) => `la session sur ${device}`,
    endOthers: "Terminer toutes les autres sessions",
  },
  device: {
    unknown: "Appareil inconnu",
    on: (browser, system) => `${browser} sur ${system}`,
  },
  apps: {
    title: "Applications ayant accès à votre compte",
    offline: (organization) => `${organization}, même après votre déconnexion`,
    end: "Terminer",
    endOf: (app) => `l’accès de ${app}`,
  },
  name: {
    title: "Modifier votre nom",
    hint: "Les membres de vos organisations le voient.",
    submit: "Enregistrer",
  },
  password: {
    title: "Modifier votre mot de passe",
    words: "Toutes les autres sessions seront terminées.",
    current: "Mot de passe actuel",
    currentMissing: "Saisissez votre mot de passe actuel.",
    submit: "Enregistrer le nouveau mot de passe",
    forgotten: "Oublié ? Déconnectez-vous, et [choisissez-en un nouveau par e-mail].",
  },
  email: {
    title: "Modifier votre adresse e-mail",
    words: "Nous envoyons un code à la nouvelle adresse. Le changement prend effet quand vous le saisissez.",
    label: "Nouvelle adresse e-mail",
    missing: "Saisissez la nouvelle adresse.",
    submit: "Continuer",
  },
  verify: {
    title: "Confirmer votre adresse e-mail",
    willMail: (address) => `Nous envoyons un code à ${address}.`,
    mailed: (address) => `Un e-mail avec un code est en route vers ${address}. Le code est valable dix minutes.`,
    submit: "Confirmer",
  },
  deletion: {
    title: "Supprimer votre compte",
    words:
      "Votre nom, votre adresse et vos sessions sont effacés définitivement. Les commandes et les paiements restent dans les comptes, sans votre nom.",
    tickets: (count) =>
      `Vous avez ${count === 1 ? "1 billet valable" : `${count} billets valables`}. Ensuite, vous ne pourrez plus ouvrir vos billets et vous ne saurez pas si un événement change ou est annulé.`,
    ticketsFirst: "Les billets restent valables : imprimez-les ou donnez-les à quelqu’un avant de supprimer le compte.",
    openOrders: (count) =>
      `${count === 1 ? "1 commande n’est pas terminée" : `${count} commandes ne sont pas terminées`}. Attendez d’avoir les billets.`,
    unknown: "Impossible de savoir pour le moment si vous avez des billets valables. Réessayez plus tard.",
    submit: "Supprimer le compte",
    keep: "Garder le compte",
  },
  erasure: {
    title: "Votre compte est supprimé",
    none: "Aucun reçu n’a ce numéro et cette clé. Les deux sont dans votre dernier e-mail. L’adresse de leur page est :",
    number: "NUMÉRO",
    key: "CLÉ",
    erased: (time) => html`Vos données personnelles ont été effacées le ${time}.`,
    complete: "Chaque partie du système a signé un reçu.",
    missing: (parts) => `Pas encore confirmé par : ${parts}. Ouvrez cette page à nouveau plus tard.`,
    keepAddress: "Gardez l’adresse de cette page : elle montre les reçus sans compte.",
  },
  alerts: {
    report: {
      title: "Signaler une connexion",
      words:
        "Si ce n’est pas vous qui vous êtes connecté, protégez le compte : toutes les sessions se terminent, et le mot de passe ne fonctionne plus avant que vous en choisissiez un nouveau.",
      submit: "Ce n’était pas moi : protéger le compte",
    },
    undo: {
      title: "Reprendre votre adresse",
      words:
        "Le compte retrouve cette adresse. Toutes ses sessions se terminent, et son mot de passe ne fonctionne plus avant que vous en choisissiez un nouveau.",
      submit: "Reprendre l’adresse",
    },
    works: "Le code est valable 72 heures.",
    safe: "Votre compte est protégé",
    ended: (address) => `Toutes les sessions de ${address} sont terminées, et le mot de passe n’est plus valable.`,
    choose: "Choisissez un nouveau mot de passe, que vous n’utilisez nulle part ailleurs.",
    chooseLink: "Choisir un nouveau mot de passe",
  },
};
