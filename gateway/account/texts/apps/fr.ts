// French texts: apps that ask for access, and devices that a person connects.
import { html } from "../../html.ts";
import type { AppsTexts } from "./en.ts";

export const apps: AppsTexts = {
  tookTooLong:
    "Cela a pris trop de temps, ou a commencé dans un autre navigateur. Retournez dans l’application, et recommencez.",
  notAskedRight:
    "L’application n’a pas fait sa demande correctement, rien n’a donc été fait. Retournez dans l’application, et recommencez.",
  forDevelopers: (error) => `Pour ses développeurs : ${error}`,
  allow: "Autoriser",
  deny: "Ne pas autoriser",
  signOut: {
    title: "Se déconnecter",
    asks: (app) =>
      `${app} demande à vous déconnecter. Voulez-vous aussi vous déconnecter de Boxoffice dans ce navigateur ?`,
    asksUnnamed:
      "Une application demande à vous déconnecter. Voulez-vous aussi vous déconnecter de Boxoffice dans ce navigateur ?",
    submit: "Se déconnecter de Boxoffice",
    stay: "Rester connecté",
    done: "Vous êtes déconnecté",
    again: "Se reconnecter",
  },
  consent: {
    title: "Se connecter à une application",
    asks: (app, organization, site) =>
      html`${app} de ${organization} demande l’accès à votre compte. Elle se trouve sur ${site}.`,
    may: "Elle saura quel compte est le vôtre, et pourra :",
  },
  scopes: {
    profile: "Voir votre nom et votre langue",
    email: "Voir votre adresse e-mail",
    "orders:read": "Voir vos commandes",
    "tickets:read": "Voir vos billets",
    "tickets:codes": "Obtenir les codes de vos billets, avec lesquels n’importe qui peut entrer",
    "holds:write": "Bloquer des places pour vous",
    "orders:write": "Commander et annuler des billets pour vous",
    "org:read": "Voir les événements, les ventes et les membres de vos organisations",
    "gate:scan": "Contrôler les billets à l’entrée de vos événements",
    offline_access: "Garder cet accès après votre déconnexion, jusqu’à ce que vous y mettiez fin",
  },
  device: {
    title: "Connecter un appareil",
    words: "Saisissez le code que l’appareil affiche. Ne continuez que si l’appareil est devant vous.",
    code: "Code affiché sur l’appareil",
    missing: "Saisissez le code que l’appareil affiche.",
    unknown: "Ce code est incorrect, a été utilisé ou date de plus de dix minutes. Vérifiez-le sur l’appareil.",
    tooOften: (seconds) => `Trop de codes. Réessayez dans ${seconds} secondes.`,
    connected: "L’appareil est connecté. Vous pouvez y retourner.",
    denied: "L’appareil n’a pas été connecté.",
    asks: (app, organization) => html`${app} de ${organization} demande l’accès à votre compte sur un appareil.`,
    asked: (time, place, device) => html`Demandé le ${time} depuis ${place} par ${device}.`,
    unknownNetwork: "un réseau inconnu",
    warning:
      "Si ce n’est pas votre appareil, quelqu’un essaie peut-être d’entrer dans votre compte : n’autorisez pas. L’application pourra :",
  },
  scanner: {
    title: "Connecter un lecteur de billets",
    noOrganization:
      "Vous ne gérez aucune organisation, vous ne pouvez donc pas connecter de lecteur. Demandez à un responsable de votre organisation de saisir le code.",
    asks: (app) => html`${app} veut contrôler des billets comme lecteur.`,
    careful: "Ne continuez que si l’appareil est devant vous.",
    organization: "Organisation",
    checks: (organization) =>
      html`Il contrôle les billets de ${organization}, jusqu’à ce qu’un responsable le déconnecte.`,
    name: "Nom de l’appareil",
    gate: "Entrée (facultatif)",
    events: "Événements",
    all: "Tous les événements de l’organisation",
    some: "Seulement ceux-ci :",
    submit: "Connecter le lecteur",
    deny: "Ne pas le connecter",
    wrong: {
      organizationId: "Choisissez une organisation que vous gérez.",
      name: "Saisissez un nom de 100 caractères au plus.",
      gate: "Saisissez une entrée de 100 caractères au plus.",
      eventIds: "Choisissez au moins un événement, ou tous les événements.",
    },
  },
};
