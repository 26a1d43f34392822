import { html } from "./html.ts";

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

export const time = (iso: string) => html`<time datetime="${iso}">${TIME.format(new Date(iso))} UTC</time>`;
