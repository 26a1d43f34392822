// French texts: ways to sign in, second factors, and the proof of identity that changes to them need.
import { html } from "../../html.ts";
import type { SecurityTexts } from "./en.ts";

export const security: SecurityTexts = {
  title: "Moyens de connexion",
  words: "Avec un second facteur, votre mot de passe ne suffit pas pour ouvrir votre compte.",
  back: "Retour à votre compte",
  done: "Terminé",
  remove: "Retirer",
  added: (time) => html`Ajoutée le ${time}`,
  addedAndUsed: (time, used) => html`Ajoutée le ${time}, utilisée la dernière fois le ${used}`,
  app: {
    title: "Application d’authentification",
    on: "activée",
    off: "désactivée",
    words: "Une application sur votre téléphone affiche un nouveau code toutes les 30 secondes.",
    setUp: "Configurer une application",
    setUpAnother: "Configurer une autre application",
    turnOff: "Désactiver",
  },
  totp: {
    title: "Configurer une application d’authentification",
    show: "Afficher le code QR",
    scan: "Scannez ceci avec votre application d’authentification :",
    picture: "Code QR du secret",
    byHand: "Saisir le secret à la main",
    submit: "Activer",
    missing: "Saisissez les six chiffres que l’application d’authentification affiche.",
    isOn: "L’application d’authentification est activée",
  },
  passkeys: {
    title: "Clés d’accès",
    words:
      "Connectez-vous avec votre empreinte, votre visage ou le verrouillage d’écran de votre appareil, sans mot de passe.",
    backedUp: "sauvegardée",
    name: "Nom de la nouvelle clé d’accès",
    nameHint: "Par exemple, l’appareil qui la conserve.",
    add: "Ajouter une clé d’accès",
    needsScript: "L’ajout d’une clé d’accès nécessite JavaScript.",
    choose: "Choisissez une clé d’accès.",
    cancelled: "Aucune clé d’accès n’a été utilisée.",
    codes:
      "La clé d’accès est ajoutée. Conservez ces codes de secours : chacun sert une fois, si vous perdez votre appareil. Ils ne seront plus affichés.",
  },
  recovery: {
    title: "Codes de secours",
    left: (count) =>
      `Codes non utilisés : ${count}. Chacun remplace une fois le second facteur, si vous perdez votre appareil.`,
    create: "Créer de nouveaux codes",
    created: "Nouveaux codes de secours",
    keep: "Imprimez ces codes de secours, ou enregistrez-les dans votre gestionnaire de mots de passe. Chacun sert une fois, si vous perdez votre appareil.",
    notAgain: "Ils ne seront plus affichés.",
    unchanged: "Vos codes de secours restent valables.",
  },
  elsewhere: {
    title: "Comptes chez d’autres fournisseurs",
    words: "Connectez-vous avec un compte que vous avez chez un autre fournisseur.",
    gone: "Fournisseur qui n’est plus disponible",
    linked: (time) => html`Associé le ${time}`,
    linkedAndUsed: (time, used) => html`Associé le ${time}, utilisé la dernière fois le ${used}`,
    link: (provider) => `Associer ${provider}`,
  },
  confirm: {
    title: "Confirmez que c’est bien vous",
    words: "Vous allez modifier la protection de votre compte.",
    withPasskey: "Confirmer avec une clé d’accès",
    withApp: "Confirmer avec l’application",
    withPassword: "Confirmer avec le mot de passe",
    withRecovery: "Confirmer avec un code de secours",
    others: "Utiliser le mot de passe ou un code de secours",
    totpMissing: "Saisissez le code de votre application d’authentification.",
  },
};
