// Preferences are set one by one: omitted ones are unchanged.
import { ask, signUp, startUsers, stopUsers, type Account } from "./accounts.ts";

beforeAll(startUsers);
afterAll(stopUsers);

const setPreferences = (who: Account, input: object) =>
  ask(who, `mutation ($input: PreferencesInput!) { setPreferences(input: $input) { id } }`, { input });
const preferencesOf = async (who: Account) =>
  (await ask(who, `{ me { preferences { locale newsletter } } }`)).preferences;

test("what is left out stays, and so does what is set at the same moment", async () => {
  const somebody = await signUp();
  await setPreferences(somebody, { locale: "de-AT" });
  await setPreferences(somebody, { newsletter: true });
  expect(await preferencesOf(somebody)).toEqual({ locale: "de-AT", newsletter: true });
  await Promise.all([setPreferences(somebody, { locale: "fr" }), setPreferences(somebody, { newsletter: false })]);
  expect(await preferencesOf(somebody)).toEqual({ locale: "fr", newsletter: false });
  await setPreferences(somebody, { locale: null });
  expect(await preferencesOf(somebody)).toEqual({ locale: "fr", newsletter: false });
});
