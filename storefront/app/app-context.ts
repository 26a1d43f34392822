// What every view can use: texts, formats, and moving to other pages.
import { createContext, useContext } from "react";
import type { Format } from "./format.ts";
import type { Texts } from "./texts/en.ts";

export interface App {
  locale: string;
  texts: Texts;
  format: Format;
  /** Path and search of this page. */
  path: string;
  isPending: boolean;
  /** Absent: the test provider's cards. */
  stripeKey?: string | undefined;
  /** Undefined on the server. */
  go?: (to: string) => void;
  submit?: (to: string, form: URLSearchParams) => void;
}

const Context = createContext<App | undefined>(undefined);
export const AppProvider = Context.Provider;

export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error("A view is rendered within an AppProvider.");
  return app;
}
