import type { Translation } from "./words.ts";

export const es: Translation = {
  code: (code, minutes) => ({
    subject: `${code} es su código`,
    paragraphs: [
      "Use este código para confirmar su dirección de correo electrónico:",
      code,
      `Es válido durante ${minutes} minutos, solo en el navegador o la aplicación donde lo pidió. No lo comparta: nunca se lo pediremos.`,
      "Si no lo ha pedido, alguien se equivocó de dirección: no tiene que hacer nada.",
    ],
  }),
  signIn: (code, minutes) => ({
    subject: `${code} es su código para iniciar sesión`,
    paragraphs: [
      "Use este código para iniciar sesión:",
      code,
      `Es válido durante ${minutes} minutos, solo en el navegador o la aplicación donde lo pidió. No lo comparta: nunca se lo pediremos.`,
      "Si no lo ha pedido, no tiene que hacer nada: sin el código nadie puede iniciar sesión.",
    ],
  }),
  reset: (code, minutes) => ({
    subject: `${code} es su código para una contraseña nueva`,
    paragraphs: [
      "Use este código para elegir una contraseña nueva:",
      code,
      `Es válido durante ${minutes} minutos, solo en el navegador o la aplicación donde lo pidió. No lo comparta: nunca se lo pediremos.`,
      "Si no lo ha pedido, no tiene que hacer nada: su contraseña no cambia.",
    ],
  }),
  register: (code, minutes) => ({
    subject: `${code} es su código`,
    paragraphs: [
      "Use este código para crear su cuenta:",
      code,
      `Es válido durante ${minutes} minutos, solo en el navegador o la aplicación donde lo pidió. No lo comparta: nunca se lo pediremos.`,
      "Si no lo ha pedido, alguien se equivocó de dirección: no tiene que hacer nada.",
    ],
  }),
  invitation: (token, days) => ({
    subject: "Le han invitado a una organización",
    paragraphs: [
      "Le han invitado a trabajar para una organización que vende entradas aquí. Inicie sesión con esta dirección de correo e introduzca este código:",
      token,
      `Solo se puede usar una vez, durante ${days} días.`,
      "Si no espera ninguna invitación, no tiene que hacer nada.",
    ],
  }),
  guest: (code, hours) => ({
    subject: `${code} es su código`,
    paragraphs: [
      "Se ha hecho una compra con esta dirección de correo. Confirme la dirección con este código y le enviaremos las entradas:",
      code,
      `Es válido durante ${hours} horas, en el navegador o la aplicación donde compró. En otro lugar, elija «Find my orders». No lo comparta: nunca se lo pediremos.`,
      "Si no ha comprado nada, alguien escribió su dirección por error. No tiene que hacer nada.",
    ],
  }),
  guestOrders: (code, minutes) => ({
    subject: `${code} es su código`,
    paragraphs: [
      "Con este código puede ver los pedidos hechos con esta dirección de correo:",
      code,
      `Es válido durante ${minutes} minutos, en el navegador o la aplicación donde lo solicitó. No lo comparta: nunca se lo pediremos.`,
      "Si no lo ha solicitado, no tiene que hacer nada: nadie puede ver los pedidos sin el código.",
    ],
  }),
  claim: (code, minutes) => ({
    subject: `${code} es su código`,
    paragraphs: [
      "Con este código puede añadir a su cuenta los pedidos hechos con esta dirección de correo:",
      code,
      `Es válido durante ${minutes} minutos, en el navegador o la aplicación donde lo solicitó. No lo comparta: nunca se lo pediremos.`,
      "Si no lo ha solicitado, otra persona está usando su cuenta: cambie su contraseña.",
    ],
  }),
  noGuestOrders: {
    subject: "No hay pedidos con su dirección de correo",
    paragraphs: [
      "Alguien ha buscado pedidos hechos con su dirección de correo sin una cuenta. No hay ninguno del último año.",
      "Si ha sido usted, quizá usó otra dirección o una cuenta: inicie sesión. Si no, no tiene que hacer nada.",
    ],
  },
  unknown: {
    subject: "No hay ninguna cuenta con su dirección de correo",
    paragraphs: [
      "Alguien intentó iniciar sesión con su dirección de correo o restablecer la contraseña. No hay ninguna cuenta con esta dirección.",
      "Si fue usted: quizá usó otra dirección, o puede crear una cuenta. Si no, no tiene que hacer nada.",
    ],
  },
  passwordReset: {
    subject: "Se ha cambiado la contraseña de su cuenta",
    paragraphs: [
      "La contraseña de su cuenta se cambió con un código que le enviamos. Se han cerrado todas las demás sesiones.",
      "Si no fue usted, alguien está leyendo su correo: cambie la contraseña de su buzón y elija después una nueva aquí.",
    ],
  },
  taken: {
    subject: "Ya tiene una cuenta",
    paragraphs: [
      "Alguien intentó usar su dirección de correo electrónico para otra cuenta. Ya es la dirección de su cuenta, así que nada ha cambiado.",
      "Si fue usted: inicie sesión con esta dirección o use otra dirección para la otra cuenta.",
    ],
  },
  changed: {
    subject: "Se ha cambiado la dirección de correo electrónico de su cuenta",
    paragraphs: [
      "La dirección de correo electrónico de su cuenta ha cambiado. A partir de ahora, inicie sesión con la dirección nueva. Los correos también se enviarán allí. Se han cerrado todas las demás sesiones.",
      "Si no fue usted, alguien conoce su contraseña: avísenos enseguida.",
    ],
  },
  changedUndo: (code, hours) => ({
    subject: "Se ha cambiado la dirección de correo electrónico de su cuenta",
    paragraphs: [
      "La dirección de correo electrónico de su cuenta ha cambiado. A partir de ahora, inicie sesión con la dirección nueva. Los correos también se enviarán allí. Se han cerrado todas las demás sesiones.",
      "Si no fue usted, deshaga el cambio con este código:",
      code,
      `Solo se puede usar una vez, durante ${hours} horas. Su cuenta volverá a tener esta dirección, se cerrarán todas las sesiones y usted elegirá una contraseña nueva.`,
      "Si fue usted, no tiene que hacer nada. No comparta el código.",
    ],
  }),
  newDevice: (code, hours) => ({
    subject: "Un dispositivo nuevo ha iniciado sesión en su cuenta",
    paragraphs: [
      "Alguien ha iniciado sesión en su cuenta con un dispositivo nuevo o desde una red nueva. Si fue usted, no tiene que hacer nada.",
      "Si no fue usted, avísenos con este código:",
      code,
      `Solo se puede usar una vez, durante ${hours} horas. Se cerrarán todas las sesiones y usted elegirá una contraseña nueva. No comparta el código.`,
    ],
  }),
  viewed: (minutes) => ({
    subject: "Nuestro soporte está consultando su cuenta",
    paragraphs: [
      `Un miembro de nuestro soporte consulta su cuenta durante ${minutes} minutos como máximo, para responder a una pregunta o examinar un problema.`,
      "Puede leer su perfil, sus pedidos y sus entradas. No puede cambiar nada, y no ve ni los códigos de las entradas ni su dirección completa.",
      "La lista de sus sesiones lo muestra, y allí puede terminarlo. Si tiene preguntas, escríbanos.",
    ],
  }),
  factorAdded: (code, hours) => ({
    subject: "Se ha añadido una forma de iniciar sesión a su cuenta",
    paragraphs: [
      "Se ha añadido a su cuenta una llave de acceso, una aplicación de autenticación o una cuenta de otro proveedor. Si fue usted, no tiene que hacer nada.",
      "Si no fue usted, avísenos con este código:",
      code,
      `Solo se puede usar una vez, durante ${hours} horas. Se cerrarán todas las sesiones, se quitará lo añadido y usted elegirá una contraseña nueva. No comparta el código.`,
    ],
  }),
  factorRemoved: (code, hours) => ({
    subject: "Se ha quitado una forma de iniciar sesión de su cuenta",
    paragraphs: [
      "Se ha quitado de su cuenta una llave de acceso, una aplicación de autenticación o una cuenta de otro proveedor. Si fue usted, no tiene que hacer nada.",
      "Si no fue usted, avísenos con este código:",
      code,
      `Solo se puede usar una vez, durante ${hours} horas. Se cerrarán todas las sesiones, se quitará lo añadido y usted elegirá una contraseña nueva. No comparta el código.`,
    ],
  }),
  factorTried: (code, hours) => ({
    subject: "Códigos incorrectos para su cuenta",
    paragraphs: [
      "Alguien ha iniciado sesión en su cuenta con la contraseña correcta o una prueba parecida y después ha introducido varios códigos incorrectos del segundo factor. Si fue usted, no tiene que hacer nada.",
      "Si no fue usted, avísenos con este código:",
      code,
      `Solo se puede usar una vez, durante ${hours} horas. Se cerrarán todas las sesiones, se quitará lo añadido y usted elegirá una contraseña nueva. No comparta el código.`,
    ],
  }),
  factorsAtReset: (code, hours) => ({
    subject: "Se ha cambiado la contraseña de su cuenta",
    paragraphs: [
      "Se ha cambiado la contraseña de su cuenta con un código que le enviamos. Se han cerrado todas las demás sesiones. En los tres días anteriores se añadió una llave de acceso o una cuenta de otro proveedor, que sigue funcionando. Si fue usted, no tiene que hacer nada.",
      "Si no fue usted, quítela con este código:",
      code,
      `Solo se puede usar una vez, durante ${hours} horas. Se cerrarán todas las sesiones, se quitará lo añadido y usted elegirá una contraseña nueva. No comparta el código.`,
    ],
  }),
  tried: {
    subject: "Intentos fallidos de inicio de sesión en su cuenta",
    paragraphs: [
      "Se han introducido varias contraseñas incorrectas para su cuenta. Los siguientes intentos se ralentizan. Donde ya ha iniciado sesión antes, puede hacerlo como siempre.",
      "Si fue usted, no tiene que hacer nada. Si no, su cuenta está segura mientras no use la misma contraseña en otro sitio. Si la usa, elija otra.",
    ],
  },
};
