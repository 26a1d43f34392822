import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form } from "../links.tsx";
import { ProblemNote } from "../problem-note.tsx";
import type { Texts } from "../texts/en.ts";

type Data = PageData["take"];

export const title = (_: Data, texts: Texts) => texts.take.title;

export function View({ data: { code, isSignedIn, key, problem } }: { data: Data }) {
  const { texts } = useApp();
  const page = code ? `/take?${new URLSearchParams({ code }).toString()}` : "/take";
  return (
    <div className="narrow">
      <h1>{texts.take.title}</h1>
      <p className="lead">{texts.take.text}</p>
      <ProblemNote problem={problem} />
      {isSignedIn ? (
        <Form action={page} className="panel">
          <input type="hidden" name="key" value={key} />
          <div className="field">
            <label htmlFor="code">{texts.take.code}</label>
            <input
              id="code"
              name="code"
              required
              maxLength={200}
              defaultValue={code}
              autoComplete="off"
              spellCheck={false}
            />
          </div>
          <button className="big">{texts.take.submit}</button>
        </Form>
      ) : (
        <div className="panel">
          <p>{texts.take.signIn}</p>
          <a className="button big" href={`/account/sign-in?${new URLSearchParams({ to: page }).toString()}`}>
            {texts.enter.signIn}
          </a>
        </div>
      )}
    </div>
  );
}
