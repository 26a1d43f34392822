// The only script of the pages under /account/: passkeys need one. Forms with `data-passkey` appear where the browser knows passkeys.
// Source: https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON

const OPTIONS = `mutation ($purpose: PasskeyPurpose!) { passkeyOptions(purpose: $purpose) { __typename
  ... on PasskeyOptions { json } ... on Error { message } ... on ElevationRequired { reason } } }`;
const ADD = `mutation ($input: AddPasskeyInput!) { addPasskey(input: $input) { __typename
  ... on FactorEnabled { recoveryCodes } ... on Error { message } } }`;
const ELEVATE = `mutation ($input: ElevateInput!) { elevate(input: $input) { __typename ... on Error { message } } }`;

/** @param {string} path @param {object} body */
async function post(path, body) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, answer: await response.json() };
}

/** Texts in the language of the page. */
const texts = JSON.parse(document.querySelector("form[data-passkey]")?.dataset.texts ?? "{}");

/** In the language of the page, if it has a text. @param {{ __typename?: string, message?: string }} refusal */
const problemOf = ({ __typename, message }) => new Error(texts.problems[__typename] ?? message);

/** The result of a mutation's only field. @param {string} query @param {object} variables */
async function mutate(query, variables) {
  const { answer } = await post("/graphql", { query, variables });
  if (answer.errors) throw problemOf({ __typename: answer.errors[0].extensions?.code, ...answer.errors[0] });
  return Object.values(answer.data)[0];
}

/** @param {string} purpose */
async function optionsFor(purpose) {
  const result = await mutate(OPTIONS, { purpose });
  if (result.reason === "CONFIRM_IDENTITY")
    location.assign(`/account/confirm?${new URLSearchParams({ to: location.pathname })}`);
  if (result.__typename !== "PasskeyOptions") throw problemOf(result);
  return JSON.parse(result.json);
}

/** @param {string} purpose */
async function askAuthenticator(purpose) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await optionsFor(purpose));
  return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
}

/** @param {object} credentials @param {string} to */
async function signIn(credentials, to) {
  const { status, answer } = await post("/session", credentials);
  if (status !== 200) throw problemOf({ __typename: answer.code, message: answer.error, ...answer });
  location.assign(to);
}

/** By the value of `data-passkey`. @type {Record<string, (fields: Record<string, string>) => Promise<void>>} */
const actions = {
  "sign-in": async ({ to }) => signIn({ passkey: await askAuthenticator("SIGN_IN") }, to),
  "second-factor": async ({ challenge, to }) => signIn({ challenge, passkey: await askAuthenticator("SIGN_IN") }, to),
  elevate: async ({ to }) => {
    const result = await mutate(ELEVATE, { input: { passkey: await askAuthenticator("ELEVATE") } });
    if (result.__typename !== "User") throw problemOf(result);
    location.assign(to);
  },
  add: async ({ name }) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await optionsFor("ADD"));
    const response = JSON.stringify((await navigator.credentials.create({ publicKey })).toJSON());
    const result = await mutate(ADD, { input: { name, response } });
    if (result.__typename !== "FactorEnabled") throw problemOf(result);
    if (result.recoveryCodes) return showCodes(result.recoveryCodes);
    location.assign(`${location.pathname}?done=passkey`);
  },
};

/** @param {string[]} codes */
function showCodes(codes) {
  const list = Object.assign(document.createElement("ul"), { className: "codes" });
  list.append(...codes.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  const words = document.createElement("p");
  words.textContent = texts.codes;
  const go = Object.assign(document.createElement("a"), {
    href: location.pathname,
    className: "button",
    textContent: texts.done,
  });
  const box = Object.assign(document.createElement("section"), { tabIndex: -1 });
  box.append(words, list, go);
  document.querySelector("main").replaceChildren(document.querySelector("h1"), box);
  box.focus();
}

const isKnown = typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;
for (const form of isKnown ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const [button, problem] = [form.querySelector("button"), form.querySelector("[role=alert]")];
    problem.textContent = "";
    button.disabled = true;
    try {
      await actions[form.dataset.passkey](Object.fromEntries(new FormData(form)));
    } catch (error) {
      const isCancelled = error.name === "NotAllowedError" || error.name === "AbortError";
      problem.textContent = isCancelled ? texts.cancelled : error.message;
    } finally {
      button.disabled = false;
    }
  });
}
