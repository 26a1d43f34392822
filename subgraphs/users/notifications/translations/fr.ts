import type { Translation } from "./words.ts";

export const fr: Translation = {
  code: (code, minutes) => ({
    subject: `${code} est votre code`,
    paragraphs: [
      "Utilisez ce code pour confirmer votre adresse e-mail :",
      code,
      `Il est valable ${minutes} minutes, uniquement dans le navigateur ou l’application où vous l’avez demandé. Ne le communiquez à personne : nous ne le demandons jamais.`,
      "Si vous ne l’avez pas demandé, quelqu’un s’est trompé d’adresse : vous n’avez rien à faire.",
    ],
  }),
  signIn: (code, minutes) => ({
    subject: `${code} est votre code de connexion`,
    paragraphs: [
      "Utilisez ce code pour vous connecter :",
      code,
      `Il est valable ${minutes} minutes, uniquement dans le navigateur ou l’application où vous l’avez demandé. Ne le communiquez à personne : nous ne le demandons jamais.`,
      "Si vous ne l’avez pas demandé, vous n’avez rien à faire : sans ce code, personne ne peut se connecter.",
    ],
  }),
  reset: (code, minutes) => ({
    subject: `${code} est votre code pour un nouveau mot de passe`,
    paragraphs: [
      "Utilisez ce code pour choisir un nouveau mot de passe :",
      code,
      `Il est valable ${minutes} minutes, uniquement dans le navigateur ou l’application où vous l’avez demandé. Ne le communiquez à personne : nous ne le demandons jamais.`,
      "Si vous ne l’avez pas demandé, vous n’avez rien à faire : votre mot de passe ne change pas.",
    ],
  }),
  register: (code, minutes) => ({
    subject: `${code} est votre code`,
    paragraphs: [
      "Utilisez ce code pour créer votre compte :",
      code,
      `Il est valable ${minutes} minutes, uniquement dans le navigateur ou l’application où vous l’avez demandé. Ne le communiquez à personne : nous ne le demandons jamais.`,
      "Si vous ne l’avez pas demandé, quelqu’un s’est trompé d’adresse : vous n’avez rien à faire.",
    ],
  }),
  invitation: (token, days) => ({
    subject: "Vous êtes invité dans une organisation",
    paragraphs: [
      "Vous êtes invité à travailler pour une organisation qui vend des billets ici. Connectez-vous avec cette adresse e-mail et saisissez ce code :",
      token,
      `Il est utilisable une seule fois, pendant ${days} jours.`,
      "Si vous n’attendez pas d’invitation, vous n’avez rien à faire.",
    ],
  }),
  guest: (code, hours) => ({
    subject: `${code} est votre code`,
    paragraphs: [
      "Un achat a été fait avec cette adresse e-mail. Confirmez l’adresse avec ce code, et nous vous enverrons les billets :",
      code,
      `Il est valable ${hours} heures, dans le navigateur ou l’application où vous avez acheté. Ailleurs, choisissez « Find my orders ». Ne le communiquez à personne : nous ne le demandons jamais.`,
      "Si vous n’avez rien acheté, quelqu’un s’est trompé d’adresse. Vous n’avez rien à faire.",
    ],
  }),
  guestOrders: (code, minutes) => ({
    subject: `${code} est votre code`,
    paragraphs: [
      "Avec ce code, vous voyez les commandes passées avec cette adresse e-mail :",
      code,
      `Il est valable ${minutes} minutes, dans le navigateur ou l’application où vous l’avez demandé. Ne le communiquez à personne : nous ne le demandons jamais.`,
      "Si vous ne l’avez pas demandé, vous n’avez rien à faire : personne ne peut voir les commandes sans le code.",
    ],
  }),
  claim: (code, minutes) => ({
    subject: `${code} est votre code`,
    paragraphs: [
      "Avec ce code, vous ajoutez à votre compte les commandes passées avec cette adresse e-mail :",
      code,
      `Il est valable ${minutes} minutes, dans le navigateur ou l’application où vous l’avez demandé. Ne le communiquez à personne : nous ne le demandons jamais.`,
      "Si vous ne l’avez pas demandé, une autre personne utilise votre compte : changez votre mot de passe.",
    ],
  }),
  noGuestOrders: {
    subject: "Il n’y a pas de commande avec votre adresse e-mail",
    paragraphs: [
      "Quelqu’un a cherché des commandes passées avec votre adresse e-mail sans compte. Il n’y en a pas dans la dernière année.",
      "Si c’était vous, vous avez peut-être utilisé une autre adresse, ou un compte : connectez-vous. Sinon, vous n’avez rien à faire.",
    ],
  },
  unknown: {
    subject: "Aucun compte n’utilise votre adresse e-mail",
    paragraphs: [
      "Quelqu’un a essayé de se connecter avec votre adresse e-mail ou de réinitialiser le mot de passe. Aucun compte n’utilise cette adresse.",
      "Si c’était vous : vous avez peut-être utilisé une autre adresse, ou vous pouvez créer un compte. Sinon, vous n’avez rien à faire.",
    ],
  },
  passwordReset: {
    subject: "Le mot de passe de votre compte a été modifié",
    paragraphs: [
      "Le mot de passe de votre compte a été modifié avec un code que nous vous avons envoyé. Toutes les autres sessions sont terminées.",
      "Si ce n’était pas vous, quelqu’un lit vos e-mails : changez le mot de passe de votre messagerie, puis choisissez-en un nouveau ici.",
    ],
  },
  taken: {
    subject: "Vous avez déjà un compte",
    paragraphs: [
      "Quelqu’un a essayé d’utiliser votre adresse e-mail pour un autre compte. C’est déjà l’adresse de votre compte, donc rien n’a changé.",
      "Si c’était vous : connectez-vous avec cette adresse, ou choisissez-en une autre pour l’autre compte.",
    ],
  },
  changed: {
    subject: "L’adresse e-mail de votre compte a été modifiée",
    paragraphs: [
      "L’adresse e-mail de votre compte a été modifiée. Connectez-vous désormais avec la nouvelle adresse. Les e-mails y sont aussi envoyés. Toutes les autres sessions sont terminées.",
      "Si ce n’était pas vous, quelqu’un connaît votre mot de passe : prévenez-nous tout de suite.",
    ],
  },
  changedUndo: (code, hours) => ({
    subject: "L’adresse e-mail de votre compte a été modifiée",
    paragraphs: [
      "L’adresse e-mail de votre compte a été modifiée. Connectez-vous désormais avec la nouvelle adresse. Les e-mails y sont aussi envoyés. Toutes les autres sessions sont terminées.",
      "Si ce n’était pas vous, annulez la modification avec ce code :",
      code,
      `Il est utilisable une seule fois, pendant ${hours} heures. Votre compte retrouve alors cette adresse, toutes les sessions se terminent et vous choisissez un nouveau mot de passe.`,
      "Si c’était vous, vous n’avez rien à faire. Ne communiquez ce code à personne.",
    ],
  }),
  newDevice: (code, hours) => ({
    subject: "Un nouvel appareil s’est connecté à votre compte",
    paragraphs: [
      "Quelqu’un s’est connecté à votre compte avec un nouvel appareil ou depuis un nouveau réseau. Si c’était vous, vous n’avez rien à faire.",
      "Si ce n’était pas vous, signalez-le avec ce code :",
      code,
      `Il est utilisable une seule fois, pendant ${hours} heures. Toutes les sessions se terminent et vous choisissez un nouveau mot de passe. Ne communiquez ce code à personne.`,
    ],
  }),
  viewed: (minutes) => ({
    subject: "Notre support consulte votre compte",
    paragraphs: [
      `Un membre de notre support consulte votre compte, pendant ${minutes} minutes au maximum, pour répondre à une question ou examiner un problème.`,
      "Cette personne peut lire votre profil, vos commandes et vos billets. Elle ne peut rien modifier, et ne voit ni les codes des billets ni votre adresse complète.",
      "La liste de vos sessions l’indique, et vous pouvez y mettre fin. Si vous avez des questions, contactez-nous.",
    ],
  }),
  factorAdded: (code, hours) => ({
    subject: "Un moyen de connexion a été ajouté à votre compte",
    paragraphs: [
      "Une clé d’accès, une application d’authentification ou un compte chez un autre fournisseur a été ajouté à votre compte. Si c’était vous, vous n’avez rien à faire.",
      "Si ce n’était pas vous, signalez-le avec ce code :",
      code,
      `Il est utilisable une seule fois, pendant ${hours} heures. Toutes les sessions se terminent, ce qui a été ajouté est retiré et vous choisissez un nouveau mot de passe. Ne communiquez ce code à personne.`,
    ],
  }),
  factorRemoved: (code, hours) => ({
    subject: "Un moyen de connexion a été retiré de votre compte",
    paragraphs: [
      "Une clé d’accès, une application d’authentification ou un compte chez un autre fournisseur a été retiré de votre compte. Si c’était vous, vous n’avez rien à faire.",
      "Si ce n’était pas vous, signalez-le avec ce code :",
      code,
      `Il est utilisable une seule fois, pendant ${hours} heures. Toutes les sessions se terminent, ce qui a été ajouté est retiré et vous choisissez un nouveau mot de passe. Ne communiquez ce code à personne.`,
    ],
  }),
  factorTried: (code, hours) => ({
    subject: "Codes erronés pour votre compte",
    paragraphs: [
      "Quelqu’un s’est connecté à votre compte avec le bon mot de passe ou une preuve semblable, puis a saisi plusieurs codes erronés du second facteur. Si c’était vous, vous n’avez rien à faire.",
      "Si ce n’était pas vous, signalez-le avec ce code :",
      code,
      `Il est utilisable une seule fois, pendant ${hours} heures. Toutes les sessions se terminent, ce qui a été ajouté est retiré et vous choisissez un nouveau mot de passe. Ne communiquez ce code à personne.`,
    ],
  }),
  factorsAtReset: (code, hours) => ({
    subject: "Le mot de passe de votre compte a été modifié",
    paragraphs: [
      "Le mot de passe de votre compte a été modifié avec un code que nous vous avons envoyé. Toutes les autres sessions sont terminées. Une clé d’accès ou un compte chez un autre fournisseur a été ajouté dans les trois jours précédents : il fonctionne toujours. Si c’était vous, vous n’avez rien à faire.",
      "Si ce n’était pas vous, retirez-le avec ce code :",
      code,
      `Il est utilisable une seule fois, pendant ${hours} heures. Toutes les sessions se terminent, ce qui a été ajouté est retiré et vous choisissez un nouveau mot de passe. Ne communiquez ce code à personne.`,
    ],
  }),
  tried: {
    subject: "Échecs de connexion à votre compte",
    paragraphs: [
      "Plusieurs mots de passe erronés ont été saisis pour votre compte. Les essais suivants sont ralentis. Là où vous vous êtes déjà connecté, vous pouvez vous connecter comme d’habitude.",
      "Si c’était vous, vous n’avez rien à faire. Sinon, votre compte est en sécurité si vous n’utilisez ce mot de passe nulle part ailleurs. Si vous l’utilisez ailleurs, choisissez-en un autre.",
    ],
  },
};
