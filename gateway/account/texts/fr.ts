// French texts of the account pages. They address people as "vous". The blanks before ? ! : ; and inside « » do not break.
import { account } from "./account/fr.ts";
import { apps } from "./apps/fr.ts";
import type { Texts } from "./en.ts";
import { orders } from "./orders/fr.ts";
import { security } from "./security/fr.ts";

const n = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

function wait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) return `dans ${n(seconds, "seconde", "secondes")}`;
  return minutes < 90 ? `dans ${n(minutes, "minute", "minutes")}` : "demain";
}

export const texts: Texts = {
  locale: "fr",
  frame: {
    skip: "Aller au contenu",
    main: "Menu principal",
    events: "Événements",
    tickets: "Mes billets",
    account: "Compte",
    signOut: "Se déconnecter",
    language: "Langue",
    change: "Changer",
    goOn: "Continuer",
    moving: "Un instant",
    or: "ou",
  },
  problems: {
    title: "Cela n’a pas fonctionné",
    marked: "Corrigez le champ signalé.",
    notOurForm: "Envoyez le formulaire de la page.",
    foreignForm: "Le formulaire venait d’un autre site, rien n’a donc été modifié. Ouvrez la page à nouveau.",
    tooLarge: "Le formulaire est trop grand.",
    away: "Ce service n’est pas disponible pour le moment. Réessayez dans une minute.",
    tooOften: (seconds) => `Trop de tentatives. Réessayez ${wait(seconds)}.`,
    invalid: (message) => `Vérifiez votre saisie : ${message}`,
    weakPassword: () =>
      "Ce mot de passe est facile à deviner. Choisissez-en un autre, par exemple trois ou quatre mots.",
  },
  refusals: {
    CredentialsRejected: "Le mot de passe est incorrect, ou la session est terminée.",
    SecondFactorRequired: "Le compte a un second facteur, nécessaire pour terminer la connexion.",
    SecondFactorRejected:
      "C’est incorrect ou déjà utilisé, ou trop de temps s’est écoulé. Réessayez, ou connectez-vous à nouveau.",
    PasskeyRejected: "La clé d’accès n’a pas été acceptée. Réessayez. Un compte a au plus 20 clés d’accès.",
    CodeRejected: "Le code est incorrect ou n’est plus valable. Vérifiez-le, ou demandez-en un nouveau.",
    EmailTaken: "Un compte existe déjà avec cette adresse e-mail. Connectez-vous plutôt.",
    EmailNotVerified: "Confirmez d’abord votre adresse e-mail, avec un code que nous vous envoyons.",
    LastWayIn: "C’est votre dernier moyen de connexion. Choisissez d’abord un mot de passe ou confirmez l’adresse.",
    LastOwner:
      "Vous êtes l’unique propriétaire d’une organisation. Nommez d’abord un autre membre propriétaire. Vous pourrez partir quand il ne restera ni billet valable ni argent à régler.",
    ProviderUnavailable: "Le fournisseur ne répond pas. Réessayez dans une minute, ou connectez-vous autrement.",
    ANSWER_REJECTED: "La connexion là-bas n’a pas abouti, a expiré ou a déjà été utilisée. Recommencez.",
    ADDRESS_NOT_CONFIRMED:
      "Il n’appartient à aucun compte ici. Connectez-vous autrement ou créez un compte, puis associez-le dans les moyens de connexion.",
    IDENTITY_REMOVED: "Il a été retiré de son compte. Connectez-vous autrement, puis associez-le à nouveau.",
    IdentityTaken: "Il est déjà associé à un compte, ou le compte a 20 associations. Retirez-en une d’abord.",
    ElevationRequired: "Confirmez d’abord que c’est bien vous, avec votre mot de passe ou un second facteur.",
    OrderNotRefundable: "La commande n’est pas confirmée, il ne reste rien à rembourser, ou le paiement est contesté.",
    RefundOfferEnded: "L’offre de remboursement est terminée, a été acceptée, ou n’existe pas pour cette commande.",
    IdempotencyKeyReused: "Ce formulaire a déjà été envoyé avec d’autres valeurs. Ouvrez la page à nouveau.",
    NotFound: "Cela n’existe pas, ou n’existe plus.",
  },
  fields: {
    email: "Adresse e-mail",
    emailMissing: "Saisissez votre adresse e-mail.",
    emailWrong: "Saisissez une adresse e-mail, par exemple nom@example.org.",
    password: "Mot de passe",
    passwordMissing: "Saisissez votre mot de passe.",
    newPassword: "Nouveau mot de passe",
    newPasswordHint: "Au moins 8 caractères. Quelques mots inhabituels font un bon mot de passe.",
    newPasswordMissing: "Choisissez un nouveau mot de passe.",
    name: "Nom",
    nameMissing: "Saisissez votre nom.",
    code: "Code reçu par e-mail",
    codeMissing: "Saisissez le code reçu par e-mail.",
    totp: "Code de votre application d’authentification",
    totpHint: "Six chiffres qui changent toutes les 30 secondes.",
    totpMissing: "Saisissez les six chiffres que votre application d’authentification affiche.",
    recoveryCode: "Code de secours",
  },
  signIn: {
    title: "Se connecter",
    rejected: "L’adresse ou le mot de passe est incorrect.",
    passkey: "Se connecter avec une clé d’accès",
    byCode: "Se connecter avec un code par e-mail",
    forgotten: "Mot de passe oublié ?",
    register: "Créer un compte",
    findOrders: "Retrouver des commandes passées sans compte",
    back: "Retour à la connexion",
    continueWith: (provider) => `Continuer avec ${provider}`,
    notBegun: "Ce navigateur n’a pas commencé de connexion, ou cela a pris trop de temps. Recommencez.",
    signedOut: "Vous êtes déconnecté.",
  },
  register: {
    title: "Créer un compte",
    passwordMissing: "Choisissez un mot de passe.",
    submit: "Créer le compte",
    hasAccount: "J’ai déjà un compte",
  },
  codes: {
    title: "Saisir le code",
    mailMe: "Envoyez-moi un code",
    mailAnother: "Envoyez-moi un autre code",
    byCode: {
      title: "Se connecter avec un code",
      words: "Nous vous envoyons par e-mail un code valable dix minutes.",
    },
    reset: {
      title: "Choisir un nouveau mot de passe",
      words: "Nous vous envoyons un code par e-mail. Il vous permet de choisir un nouveau mot de passe.",
    },
    findOrders: {
      title: "Retrouver mes commandes",
      words:
        "Pour les commandes sans compte : nous vous envoyons un code qui montre les commandes passées avec votre adresse.",
    },
    requested: {
      "sign-in": {
        words: "Si un compte existe avec cette adresse, un e-mail avec un code est en route.",
        submit: "Se connecter",
      },
      reset: {
        words: "Si un compte existe avec cette adresse, un e-mail avec un code est en route.",
        submit: "Enregistrer le nouveau mot de passe",
      },
      register: { words: "Un e-mail avec un code est en route vers votre adresse.", submit: "Créer le compte" },
      guest: {
        words: "S’il y a des commandes avec cette adresse, un e-mail avec un code est en route.",
        submit: "Voir mes commandes",
      },
    },
    onlyHere: "Le code est valable dix minutes, dans ce navigateur seulement.",
    noMail:
      "Toujours pas d’e-mail après quelques minutes ? Regardez dans vos courriers indésirables, ou [demandez un autre code].",
    claim: "Ajouter les commandes que j’ai déjà passées avec cette adresse",
    notWaiting: "Ce navigateur n’attend pas de code. Demandez-en un nouveau.",
    notWaitingHere: "Ce navigateur n’attend pas de code. Demandez-en un nouveau là où vous voulez l’utiliser.",
    toSignIn: "Aller à la connexion",
    elsewhere: "Vous avez demandé ce code dans un autre navigateur ou une autre application. Saisissez-le là-bas :",
    keepSecret: "Si vous n’avez pas demandé de code, fermez cette page. Ne communiquez ce code à personne.",
  },
  secondStep: {
    title: "Deuxième étape",
    useRecovery: "Utiliser un code de secours",
    withRecovery: "Continuer avec le code de secours",
    withPasskey: "Continuer avec une clé d’accès",
  },
  notices: {
    profile: "Votre nom est modifié.",
    password: "Votre mot de passe est modifié. Toutes les autres sessions sont terminées.",
    email: "Votre adresse est modifiée. Toutes les autres sessions sont terminées.",
    verified: "Votre adresse est confirmée.",
    session: "La session est terminée.",
    sessions: "Toutes les autres sessions sont terminées.",
    app: "L’application n’a plus accès à votre compte.",
    "totp-off": "L’application d’authentification est désactivée. Toutes les autres sessions sont terminées.",
    passkey: "La clé d’accès est ajoutée. Toutes les autres sessions sont terminées.",
    "passkey-removed": "La clé d’accès est retirée. Toutes les autres sessions sont terminées.",
    identity: "Le compte est associé. Toutes les autres sessions sont terminées.",
    "identity-removed": "Le compte n’est plus associé. Toutes les autres sessions sont terminées.",
    enroll:
      "Ajoutez d’abord un second facteur : les propriétaires d’une organisation et le personnel de la plateforme en ont besoin pour cela.",
    proven: "Votre adresse est confirmée. Les billets y sont envoyés.",
    claimed: "Les commandes sont ajoutées à votre compte. Cela prend quelques secondes.",
    kept: "Vous gardez vos billets.",
    refunded: "Vos billets sont annulés, et l’argent est en route vers vous.",
  },
  account,
  security,
  orders,
  apps,
};
