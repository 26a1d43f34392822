import { emailKey } from "./user.ts";

test.each([
  ["Ada@Example.org", "ada@example.org"],
  ["j\u00fcrgen@example.org", "ju\u0308rgen@example.org"],
  ["J\u00dcRGEN@example.org", "ju\u0308rgen@example.org"],
  ["ada@m\u00fcnchen.example", "ada@xn--mnchen-3ya.example"],
  ["ada@mu\u0308nchen.example", "ada@xn--mnchen-3ya.example"],
  ["ada@M\u00dcNCHEN.example", "ada@XN--MNCHEN-3YA.example"],
  ["ada@\uff45xample\u3002org", "ada@example.org"],
  ['"a@b"@example.org', '"A@B"@EXAMPLE.ORG'],
])("%p and %p are one mailbox", (one, other) => {
  expect(emailKey(one)).toBe(emailKey(other));
});

test.each([
  ["ada@example.org", "ada@example.com"],
  ["jurgen@example.org", "j\u00fcrgen@example.org"],
  ["a.da@example.org", "ada@example.org"],
])("%p and %p are two", (one, other) => {
  expect(emailKey(one)).not.toBe(emailKey(other));
});
