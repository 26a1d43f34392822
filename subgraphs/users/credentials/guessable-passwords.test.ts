import { PasswordTooWeak } from "../errors.ts";
import { checkPassword } from "./passwords.ts";

const ada = { email: "ada.lovelace@analytical.example", displayName: "Augusta Ada King" };

test.each([
  "password123",
  "Password1!",
  "PASSWORD1",
  "qwerty123456",
  "aaaaaaaa",
  "abababab",
  "summer2026",
  "Summer 2026!",
  "2026summer",
  "boxoffice",
  "BoxOffice2026",
  "monkey monkey",
  "\uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44", // full-width letters
  "Ada.Lovelace@Analytical.example",
  "ada.lovelace",
  "adalovelace1815",
  "LOVELACE1815!",
  "Augusta Ada King",
  "King Ada Augusta",
  "analytical1",
  "short",
  "x".repeat(1_025),
])("the password %p is too weak", (password) => {
  expect(() => checkPassword(password, ada)).toThrow(PasswordTooWeak);
});

test.each([
  "correct horse battery",
  "another good one",
  "über-Ångström-mañana",
  "the king of analytical ada",
  "パスワード合言葉です",
])("the password %p is taken", (password) => {
  expect(() => checkPassword(password, ada)).not.toThrow();
});
