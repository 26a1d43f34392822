// The style sheet of the pages, and the policy that allows it alone.
import { createHash } from "node:crypto";

export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1c1b22, #ececf1); --quiet: light-dark(#5b5966, #a9a7b8); --ground: light-dark(#f6f5f2, #131217);
  --card: light-dark(#fff, #1e1d24); --line: light-dark(#d9d7e0, #3a3845); --edge: light-dark(#84818f, #7d7a8b); --accent: light-dark(#4a2fbd, #b9a8ff);
  --on-accent: light-dark(#fff, #17122e); --bad: light-dark(#a3161d, #ff9d9a); --bad-ground: light-dark(#fdeceb, #3a1a1c);
  --good: light-dark(#14603a, #8fdcae); --good-ground: light-dark(#e6f4ec, #14301f); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem; z-index: 1; }
header, main, footer { max-width: 27rem; margin-inline: auto; padding-inline: 1.25rem; }
.wide main, .wide header, .wide footer { max-width: 42rem; }
header { display: flex; justify-content: space-between; align-items: center; min-height: 4rem; gap: 1rem; }
.name { font-weight: 750; letter-spacing: -.02em; color: inherit; text-decoration: none; font-size: 1.125rem; }
.name::before { content: ""; display: inline-block; width: 1.1em; height: .8em; margin-right: .5em; border-radius: .2em;
  background: radial-gradient(circle at 0 50%, var(--ground) .17em, transparent .18em), radial-gradient(circle at 100% 50%, var(--ground) .17em, transparent .18em), var(--accent); }
main { padding-block: .5rem 2.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; letter-spacing: -.02em; margin: .5rem 0 1rem; }
h2 { font-size: 1.125rem; margin: 0 0 .75rem; }
p { margin: 0 0 1rem; } .quiet { color: var(--quiet); font-size: .9375rem; }
section, .card { background: var(--card); border: 1px solid var(--line); border-radius: .875rem; padding: 1.25rem; margin-bottom: 1rem; }
a { color: var(--accent); text-underline-offset: .2em; }
label { display: block; font-weight: 600; margin-bottom: .25rem; }
.field { margin-bottom: 1.125rem; } .hint { color: var(--quiet); font-size: .875rem; margin: 0 0 .375rem; }
input { width: 100%; min-height: 2.875rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; }
input[aria-invalid=true] { border: 2px solid var(--bad); }
fieldset { border: 0; margin: 0 0 1.125rem; padding: 0; } legend { font-weight: 600; padding: 0; margin-bottom: .25rem; }
.choice { display: flex; gap: .625rem; align-items: baseline; font-weight: 400; padding: .375rem 0; margin: 0; } .choice input { width: auto; min-height: 0; flex: none; accent-color: var(--accent); }
.choices { padding-left: 1.75rem; } .choice .quiet { display: inline-block; }
.code input { font-size: 1.375rem; letter-spacing: .18em; text-transform: uppercase; font-family: ui-monospace, monospace; }
.wrong { color: var(--bad); font-weight: 600; font-size: .9375rem; margin: .375rem 0 0; }
button, .button { display: inline-flex; justify-content: center; align-items: center; min-height: 2.875rem; padding: .5rem 1.25rem; font: inherit; font-weight: 650; border-radius: .5rem;
  border: 1px solid transparent; background: var(--accent); color: var(--on-accent); cursor: pointer; text-decoration: none; }
.card > form > button { width: 100%; } .card > form > button + button { margin-top: .75rem; }
button.plain, .button.plain { background: transparent; color: var(--ink); border-color: var(--edge); font-weight: 550; }
button.bad { background: transparent; color: var(--bad); border-color: currentColor; }
:is(a, button, input, summary):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.note { border-radius: .625rem; padding: .75rem 1rem; margin-bottom: 1rem; } .note p:last-child, section p:last-child { margin: 0; }
.note.bad { background: var(--bad-ground); color: var(--bad); } .note.good { background: var(--good-ground); color: var(--good); }
.ways { list-style: none; padding: 0; margin: 1.25rem 0 0; } .ways li { margin-bottom: .25rem; } .ways a { display: inline-block; padding: .375rem 0; }
dl { margin: 0; } dt { color: var(--quiet); font-size: .875rem; } dd { margin: 0 0 .75rem; }
.row { display: flex; gap: 1rem; justify-content: space-between; align-items: center; flex-wrap: wrap; }
.row + .row { border-top: 1px solid var(--line); margin-top: .875rem; padding-top: .875rem; } .row > div { flex: 1 1 14rem; } .row p { margin: 0; }
.last { border-top: 1px solid var(--line); margin-top: .875rem; padding-top: .875rem; text-align: right; }
.tag { display: inline-block; font-size: .8125rem; font-weight: 600; padding: .0625rem .5rem; border-radius: 1rem; background: var(--good-ground); color: var(--good); }
.tag.off { background: var(--ground); color: var(--quiet); } .actions { display: flex; gap: .75rem; flex-wrap: wrap; } .add { margin-top: 1rem; }
.tag.bad { background: var(--bad-ground); color: var(--bad); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.qr svg { display: block; width: 13rem; height: 13rem; margin: 0 auto 1rem; border-radius: .5rem; }
.codes { columns: 2; list-style: none; padding: 0; margin: 0 0 1rem; font: 1.0625rem/1.9 ui-monospace, monospace; }
details { margin-bottom: 1.125rem; } summary { cursor: pointer; color: var(--accent); padding-block: .375rem; } summary + * { margin-top: .5rem; }
.or { text-align: center; color: var(--quiet); margin: 1rem 0; } .passkey button { width: 100%; }
.big { font: 600 1.75rem/1.3 ui-monospace, monospace; letter-spacing: .12em; }
footer { padding-bottom: 2rem; }
@media (max-width: 30rem) { .row form, .row button, .last button { width: 100%; } }
@media (prefers-contrast: more) { :root { --line: var(--edge); --quiet: var(--ink); } }
`;

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** Content security policy: nothing from elsewhere, and no other page may frame it. The script for passkeys calls this host only. */
export function policy(hasScript: boolean): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLE_HASH}'`,
    ...(hasScript ? ["script-src 'self'", "connect-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
