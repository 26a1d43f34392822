import { withLink } from "./html.ts";

test.each([
  ["Sign out, and [choose one].", 'Sign out, and <a href="/to?a=1&amp;b">choose one</a>.'],
  [
    "Changes to a[b]<c> when you [enter it].",
    'Changes to a[b]&lt;c&gt; when you <a href="/to?a=1&amp;b">enter it</a>.',
  ],
])("the last words in brackets of %j are a link", (text, expected) => {
  expect(withLink(text, "/to?a=1&b").text).toBe(expected);
});
