import type { Translation } from "./words.ts";

export const fr: Translation = {
  code: (code, minutes) => ({
    subject: `${code} est votre code`,
    paragraphs: [
      "Avec ce code, vous confirmez votre adresse e-mail :",
      code,
      `Il est valable ${minutes} minutes, là où vous l'avez demandé. Ne le donnez à personne : nous ne le demandons jamais.`,
      "Si vous ne l'avez pas demandé, quelqu'un s'est trompé d'adresse : vous n'avez rien à faire.",
    ],
  }),
  signIn: (code, minutes) => ({
    subject: `${code} est votre code de connexion`,
    paragraphs: [
      "Utilisez ce code pour vous connecter :",
      code,
      `Il est valable ${minutes} minutes, là où vous l'avez demandé. Ne le donnez à personne : nous ne le demandons jamais.`,
      "Si vous ne l'avez pas demandé, vous n'avez rien à faire : sans ce code, personne ne peut se connecter.",
    ],
  }),
  reset: (code, minutes) => ({
    subject: `${code} est votre code pour un nouveau mot de passe`,
    paragraphs: [
      "Utilisez ce code pour choisir un autre mot de passe :",
      code,
      `Il est valable ${minutes} minutes, là où vous l'avez demandé. Ne le donnez à personne : nous ne le demandons jamais.`,
      "Si vous ne l'avez pas demandé, vous n'avez rien à faire : votre mot de passe ne change pas.",
    ],
  }),
  register: (code, minutes) => ({
    subject: `${code} est votre code`,
    paragraphs: [
      "Utilisez ce code pour ouvrir votre compte :",
      code,
      `Il est valable ${minutes} minutes, là où vous l'avez demandé. Ne le donnez à personne : nous ne le demandons jamais.`,
      "Si vous ne l'avez pas demandé, quelqu'un s'est trompé d'adresse : vous n'avez rien à faire.",
    ],
  }),
  invitation: (token, days) => ({
    subject: "Vous êtes invité dans une organisation",
    paragraphs: [
      "Vous êtes invité à travailler pour une organisation qui vend des billets ici. Connectez-vous avec cette adresse e-mail et saisissez ce code :",
      token,
      `Il est valable une fois, pendant ${days} jours.`,
      "Si vous n'attendez pas d'invitation, vous n'avez rien à faire.",
    ],
  }),
  unknown: {
    subject: "Il n'y a pas de compte avec votre adresse e-mail",
    paragraphs: [
      "Quelqu'un a voulu se connecter avec votre adresse e-mail ou choisir un autre mot de passe. Il n'y a pas de compte avec cette adresse.",
      "Si c'était vous : vous avez peut-être utilisé une autre adresse, ou vous pouvez ouvrir un compte. Sinon, vous n'avez rien à faire.",
    ],
  },
  passwordReset: {
    subject: "Votre compte a un autre mot de passe",
    paragraphs: [
      "Le mot de passe de votre compte a été changé avec un code que nous vous avons envoyé. Toutes les autres sessions sont terminées.",
      "Si ce n'était pas vous, quelqu'un lit votre courrier : changez le mot de passe de votre messagerie, puis choisissez-en un autre ici.",
    ],
  },
  taken: {
    subject: "Vous avez déjà un compte",
    paragraphs: [
      "Quelqu'un voulait utiliser votre adresse e-mail pour un autre compte. C'est l'adresse de votre compte, donc rien n'a changé.",
      "Si c'était vous : connectez-vous avec cette adresse, ou choisissez-en une autre pour l'autre compte.",
    ],
  },
  changed: {
    subject: "Votre compte a une autre adresse e-mail",
    paragraphs: [
      "L'adresse e-mail de votre compte a été modifiée. Vous vous connectez désormais avec l'autre adresse, et le courrier y est envoyé. Toutes les autres sessions sont terminées.",
      "Si ce n'était pas vous, quelqu'un connaît votre mot de passe : prévenez-nous tout de suite.",
    ],
  },
  changedUndo: (code, hours) => ({
    subject: "Votre compte a une autre adresse e-mail",
    paragraphs: [
      "L'adresse e-mail de votre compte a été modifiée. Vous vous connectez désormais avec l'autre adresse, et le courrier y est envoyé. Toutes les autres sessions sont terminées.",
      "Si ce n'était pas vous, annulez la modification avec ce code :",
      code,
      `Il est valable une fois, pendant ${hours} heures. Votre compte retrouve alors cette adresse, toutes les sessions se terminent et vous choisissez un nouveau mot de passe.`,
      "Si c'était vous, vous n'avez rien à faire. Ne donnez ce code à personne.",
    ],
  }),
  newDevice: (code, hours) => ({
    subject: "Un nouvel appareil s'est connecté à votre compte",
    paragraphs: [
      "Quelqu'un s'est connecté à votre compte avec un appareil, ou depuis un réseau, qui est nouveau pour ce compte. Si c'était vous, vous n'avez rien à faire.",
      "Si ce n'était pas vous, signalez-le avec ce code :",
      code,
      `Il est valable une fois, pendant ${hours} heures. Toutes les sessions se terminent et vous choisissez un nouveau mot de passe. Ne donnez ce code à personne.`,
    ],
  }),
  tried: {
    subject: "Quelqu’un a essayé des mots de passe de votre compte",
    paragraphs: [
      "Plusieurs mots de passe erronés ont été saisis pour votre compte. Les prochains essais sont ralentis ; là où vous vous êtes déjà connecté, vous pouvez le faire comme d’habitude.",
      "Si c’était vous, vous n’avez rien à faire. Sinon : votre compte est en sécurité tant que votre mot de passe ne sert nulle part ailleurs ; dans le cas contraire, choisissez-en un autre.",
    ],
  },
};
