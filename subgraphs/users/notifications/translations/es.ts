import type { Translation } from "./words.ts";

export const es: Translation = {
  code: (code, minutes) => ({
    subject: `${code} es su código`,
    paragraphs: [
      "Con este código confirma su dirección de correo electrónico:",
      code,
      `Es válido durante ${minutes} minutos, allí donde lo pidió. No se lo dé a nadie: nunca lo pedimos.`,
      "Si no lo pidió, alguien se ha equivocado de dirección: no tiene que hacer nada.",
    ],
  }),
  signIn: (code, minutes) => ({
    subject: `${code} es su código para iniciar sesión`,
    paragraphs: [
      "Use este código para iniciar sesión:",
      code,
      `Sirve durante ${minutes} minutos, allí donde lo pidió. No se lo dé a nadie: nunca lo pedimos.`,
      "Si no lo ha pedido, no tiene que hacer nada: sin el código nadie puede iniciar sesión.",
    ],
  }),
  reset: (code, minutes) => ({
    subject: `${code} es su código para una contraseña nueva`,
    paragraphs: [
      "Use este código para elegir otra contraseña:",
      code,
      `Sirve durante ${minutes} minutos, allí donde lo pidió. No se lo dé a nadie: nunca lo pedimos.`,
      "Si no lo ha pedido, no tiene que hacer nada: su contraseña no cambia.",
    ],
  }),
  register: (code, minutes) => ({
    subject: `${code} es su código`,
    paragraphs: [
      "Use este código para abrir su cuenta:",
      code,
      `Sirve durante ${minutes} minutos, allí donde lo pidió. No se lo dé a nadie: nunca lo pedimos.`,
      "Si no lo ha pedido, alguien se equivocó de dirección: no tiene que hacer nada.",
    ],
  }),
  invitation: (token, days) => ({
    subject: "Le han invitado a una organización",
    paragraphs: [
      "Le han invitado a trabajar para una organización que vende entradas aquí. Inicie sesión con esta dirección de correo e introduzca este código:",
      token,
      `Sirve una vez, durante ${days} días.`,
      "Si no espera ninguna invitación, no tiene que hacer nada.",
    ],
  }),
  unknown: {
    subject: "No hay ninguna cuenta con su dirección de correo",
    paragraphs: [
      "Alguien quiso iniciar sesión con su dirección de correo o elegir otra contraseña. No hay ninguna cuenta con esta dirección.",
      "Si fue usted: quizá usó otra dirección, o puede abrir una cuenta. Si no, no tiene que hacer nada.",
    ],
  },
  passwordReset: {
    subject: "Su cuenta tiene otra contraseña",
    paragraphs: [
      "La contraseña de su cuenta se cambió con un código que le enviamos. Todas las demás sesiones han terminado.",
      "Si no fue usted, alguien lee su correo: cambie la contraseña de su buzón y elija después otra aquí.",
    ],
  },
  taken: {
    subject: "Ya tiene una cuenta",
    paragraphs: [
      "Alguien quería usar su dirección de correo electrónico para otra cuenta. Es la dirección de su cuenta, así que nada ha cambiado.",
      "Si fue usted: inicie sesión con esta dirección, o use otra para la otra cuenta.",
    ],
  },
  changed: {
    subject: "Su cuenta tiene otra dirección de correo electrónico",
    paragraphs: [
      "La dirección de correo electrónico de su cuenta ha cambiado. Desde ahora inicia sesión con la otra dirección, y el correo va allí. Todas las demás sesiones han terminado.",
      "Si no fue usted, alguien conoce su contraseña: avísenos enseguida.",
    ],
  },
  changedUndo: (code, hours) => ({
    subject: "Su cuenta tiene otra dirección de correo electrónico",
    paragraphs: [
      "La dirección de correo electrónico de su cuenta ha cambiado. Desde ahora inicia sesión con la otra dirección, y el correo va allí. Todas las demás sesiones han terminado.",
      "Si no fue usted, deshaga el cambio con este código:",
      code,
      `Sirve una vez, durante ${hours} horas. Su cuenta vuelve entonces a tener esta dirección, terminan todas las sesiones y usted elige una contraseña nueva.`,
      "Si fue usted, no tiene que hacer nada. No dé el código a nadie.",
    ],
  }),
  newDevice: (code, hours) => ({
    subject: "Un dispositivo nuevo ha iniciado sesión en su cuenta",
    paragraphs: [
      "Alguien ha iniciado sesión en su cuenta con un dispositivo, o desde una red, que es nuevo para ella. Si fue usted, no tiene que hacer nada.",
      "Si no fue usted, avísenos con este código:",
      code,
      `Sirve una vez, durante ${hours} horas. Terminan todas las sesiones y usted elige una contraseña nueva. No dé el código a nadie.`,
    ],
  }),
  tried: {
    subject: "Alguien ha probado contraseñas de su cuenta",
    paragraphs: [
      "Se han escrito varias contraseñas incorrectas para su cuenta. Los siguientes intentos se ralentizan; desde donde ya ha iniciado sesión antes puede hacerlo como siempre.",
      "Si ha sido usted, no tiene que hacer nada. Si no: su cuenta está segura mientras no use su contraseña en ningún otro lugar; de lo contrario, elija otra.",
    ],
  },
};
