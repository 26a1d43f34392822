// Why nothing is held yet, and what to do: sign in, look again, or confirm an address.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { parametersOf } from "./choice.ts";

type Data = PageData["package"];

export function Note({ data: { note, package: sold, choice } }: { data: Data }) {
  const { texts } = useApp();
  const { packages } = texts;
  if (note === null) return null;
  if (note === "AGAIN")
    return (
      <p className="note" role="status">
        {packages.again}
      </p>
    );
  if (note === "UNVERIFIED")
    return (
      <div className="note asking" role="alert" tabIndex={-1}>
        <p>{packages.unverified}</p>
        <p>
          <a className="button" href="/account/">
            {packages.confirm}
          </a>
        </p>
      </div>
    );
  const params = parametersOf(choice);
  params.set("note", "AGAIN");
  const back = new URLSearchParams({ to: `/packages/${sold.id}?${params.toString()}` }).toString();
  return (
    <section className="note asking" role="alert" tabIndex={-1}>
      <h2>{packages.signIn}</h2>
      <p>
        {packages.signInText} {packages.rules.account}
      </p>
      <p className="actions">
        <a className="button" href={`/account/sign-in?${back}`}>
          {texts.enter.signIn}
        </a>
        <a className="button plain" href={`/account/register?${back}`}>
          {texts.enter.register}
        </a>
      </p>
    </section>
  );
}
