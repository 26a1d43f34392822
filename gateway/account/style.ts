// The style sheet of the pages, and the policy that allows it alone.
import { createHash } from "node:crypto";

// Tokens and parts look like the storefront's (storefront/app/styles/main.css): both are one site for who buys tickets.
export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1b1922, #f0eef6); --quiet: light-dark(#5d5a68, #aeabbd); --ground: light-dark(#f7f4ee, #131118);
  --card: light-dark(#fff, #1d1b25); --sunk: light-dark(#efeae0, #0d0c11); --line: light-dark(#e0dace, #35323f); --edge: light-dark(#847f8c, #7f7b8d);
  --accent: light-dark(#4a2fbd, #b9a8ff); --accent-soft: light-dark(#ebe6fb, #2a2446); --on-accent: light-dark(#fff, #17122e);
  --bad: light-dark(#b3391c, #ffab94); --bad-ground: light-dark(#fdeae3, #3c211a); --good: light-dark(#14603a, #8fdcae); --good-ground: light-dark(#e3f3ea, #14301f);
  --display: "Bricolage Grotesque", "Segoe UI", system-ui, sans-serif; --text: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  --space: clamp(1rem, .7rem + 1.4vw, 1.75rem); --radius: 1rem; --small-radius: .625rem;
  --shadow: 0 1px 2px rgb(30 20 60 / 7%), 0 12px 32px -16px rgb(30 20 60 / 22%); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 var(--text); overflow-wrap: anywhere; }
.skip { position: absolute; inset-inline-start: -99rem; z-index: 9; padding: .75rem 1rem; background: var(--card); } .skip:focus { inset-inline-start: 1rem; top: .5rem; }
header, main { margin-inline: auto; padding-inline: var(--space); }
header { max-width: 78rem; display: flex; justify-content: space-between; align-items: center; flex-wrap: wrap; gap: .25rem 1.5rem; padding-block: .875rem; }
.brand { display: inline-flex; align-items: center; gap: .625rem; font: 780 1.3125rem/1 var(--display); letter-spacing: -.03em; color: var(--ink); text-decoration: none; padding-block: .5rem; }
.brand svg { width: 1.875rem; height: auto; fill: var(--accent); } .brand .tear { stroke: var(--ground); stroke-width: 2; stroke-dasharray: 2.4 2.4; }
.top { display: flex; align-items: center; gap: .25rem .5rem; flex-wrap: wrap; } nav { display: flex; gap: .125rem; flex-wrap: wrap; }
nav a { padding: .5rem .75rem; border-radius: 99px; color: var(--ink); text-decoration: none; font-weight: 550; }
nav a:hover { background: var(--sunk); } nav a[aria-current] { background: var(--accent-soft); color: var(--accent); }
main { max-width: 30rem; padding-block: clamp(.75rem, 3vw, 2.5rem) 4rem; } .wide main { max-width: 46rem; }
h1, h2 { font-family: var(--display); line-height: 1.12; letter-spacing: -.018em; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.375rem); font-weight: 750; margin: .5rem 0 1.25rem; }
h2 { font-size: 1.25rem; font-weight: 700; margin: 0 0 .875rem; }
p { margin: 0 0 1rem; } .quiet { color: var(--quiet); font-size: .9375rem; }
section, .card { background: var(--card); border: 1px solid var(--line); border-radius: var(--radius); padding: clamp(1.125rem, .8rem + 1.4vw, 1.75rem); margin-bottom: 1.25rem; }
.card { box-shadow: var(--shadow); }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; } a:hover { text-decoration-thickness: 2px; }
label { display: block; font-weight: 600; font-size: .9375rem; margin-bottom: .25rem; }
.field { margin-bottom: 1.125rem; } .hint { color: var(--quiet); font-size: .875rem; margin: 0 0 .375rem; }
input { width: 100%; min-height: 2.875rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: var(--small-radius); }
input[aria-invalid=true] { border: 2px solid var(--bad); }
fieldset { border: 0; margin: 0 0 1.125rem; padding: 0; } legend { font-weight: 600; font-size: .9375rem; padding: 0; margin-bottom: .25rem; }
.choice { display: flex; gap: .625rem; align-items: baseline; font-weight: 400; font-size: 1rem; padding: .375rem 0; margin: 0; } .choice input { width: auto; min-height: 0; flex: none; accent-color: var(--accent); }
.choices { padding-inline-start: 1.75rem; } .choice .quiet { display: inline-block; }
.code input { font-size: 1.375rem; letter-spacing: .18em; text-transform: uppercase; font-family: ui-monospace, monospace; }
.wrong { color: var(--bad); font-weight: 600; font-size: .9375rem; margin: .375rem 0 0; }
button, .button { display: inline-flex; justify-content: center; align-items: center; min-height: 2.875rem; padding: .5rem 1.25rem; font: 650 1rem/1.2 var(--text); border-radius: 99px;
  border: 1px solid transparent; background: var(--accent); color: var(--on-accent); cursor: pointer; text-align: center; text-decoration: none; }
button:hover, .button:hover { filter: brightness(1.1); }
.card > form > button { width: 100%; } .card > form > button + button { margin-top: .75rem; }
button.plain, .button.plain { background: transparent; color: var(--ink); border-color: var(--edge); font-weight: 580; }
button.bad { background: transparent; color: var(--bad); border-color: currentColor; }
:is(button, .button):is(.plain, .bad):hover { background: var(--sunk); filter: none; } header button.plain { min-height: 2.5rem; padding-inline: 1rem; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.note { border-radius: var(--small-radius); padding: .875rem 1.125rem; margin-bottom: 1rem; } .note p:last-child, section p:last-child { margin: 0; }
.note.bad { background: var(--bad-ground); color: var(--bad); font-weight: 550; } .note.good { background: var(--good-ground); color: var(--good); }
.ways { list-style: none; padding: 0; margin: 1.25rem 0 0; } .ways li { margin-bottom: .25rem; } .ways a { display: inline-block; padding: .375rem 0; }
dl { margin: 0; } dt { color: var(--quiet); font-size: .875rem; } dd { margin: 0 0 .75rem; }
.row { display: flex; gap: 1rem; justify-content: space-between; align-items: center; flex-wrap: wrap; }
.row + .row { border-top: 1px solid var(--line); margin-top: .875rem; padding-top: .875rem; } .row > div { flex: 1 1 14rem; } .row p { margin: 0; }
.last { border-top: 1px solid var(--line); margin-top: .875rem; padding-top: .875rem; text-align: end; }
.tag { display: inline-block; font: 620 .8125rem/1.5 var(--text); padding: .0625rem .625rem; border-radius: 99px; background: var(--good-ground); color: var(--good); }
.tag.off { background: var(--sunk); color: var(--quiet); } .actions { display: flex; gap: .75rem; flex-wrap: wrap; } .add { margin-top: 1rem; }
.tag.bad { background: var(--bad-ground); color: var(--bad); }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.qr svg { display: block; width: 13rem; height: 13rem; margin: 0 auto 1rem; border-radius: .5rem; }
.codes { columns: 2; list-style: none; padding: 0; margin: 0 0 1rem; font: 1.0625rem/1.9 ui-monospace, monospace; }
details { margin-bottom: 1.125rem; } summary { cursor: pointer; color: var(--accent); padding-block: .375rem; } summary + * { margin-top: .5rem; }
.or { text-align: center; color: var(--quiet); margin: 1rem 0; } .passkey button { width: 100%; }
.big { font: 600 1.75rem/1.3 ui-monospace, monospace; letter-spacing: .12em; }
@media (max-width: 30rem) { .row form, .row button, .last button { width: 100%; } }
@media (prefers-contrast: more) { :root { --line: var(--edge); --quiet: var(--ink); } }
@media (forced-colors: active) {
  :root { --ink: CanvasText; --quiet: CanvasText; --ground: Canvas; --card: Canvas; --sunk: Canvas; --line: CanvasText; --edge: CanvasText;
    --accent: LinkText; --accent-soft: Canvas; --on-accent: Canvas; --bad: CanvasText; --bad-ground: Canvas; --good: CanvasText; --good-ground: Canvas; }
  button, .button { forced-color-adjust: none; } .note { border: 1px solid CanvasText; } }
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
