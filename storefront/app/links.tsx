// Links and forms: plain HTML, which a script makes quicker.
import type { AnchorHTMLAttributes, FormHTMLAttributes, MouseEvent, SubmitEvent } from "react";
import { useApp } from "./app-context.ts";

/** Pages of the gateway, and files: the browser loads them itself. */
const ELSEWHERE = /^\/(account|session|playground|graphql|language)\b|\.(pdf|svg)$|\/calendar$|\/wallet\//;

export const isPage = (to: string) => to.startsWith("/") && !ELSEWHERE.test(to.split("?", 1)[0]!);

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export function Link({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const { go } = useApp();
  return (
    <a
      href={href}
      onClick={(event) => {
        if (!go || !isPage(href) || !isPlainClick(event)) return;
        event.preventDefault();
        go(href);
      }}
      {...rest}
    />
  );
}

export function Form({ action, method = "post", ...rest }: FormHTMLAttributes<HTMLFormElement> & { action: string }) {
  const { go, submit, isPending } = useApp();
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    if (!go || !submit) return;
    event.preventDefault();
    if (isPending) return;
    const fields = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const form = new URLSearchParams();
    for (const [name, value] of fields) if (typeof value === "string") form.append(name, value);
    if (method === "post") return submit(action, form);
    for (const [name, value] of [...form]) if (value === "") form.delete(name);
    const search = form.toString();
    go(search ? `${action}?${search}` : action);
  };
  return <form action={action} method={method} onSubmit={onSubmit} {...rest} />;
}
