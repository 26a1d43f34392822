// A browser for pages without a script: it keeps cookies, follows redirects and meta refreshes, and submits the forms of a page.
interface Kept {
  value: string;
  path: string;
  attributes: string;
}

interface Form {
  action: string;
  fields: Record<string, string>;
}

export interface Shown {
  status: number;
  url: URL;
  text: string;
  headers: Headers;
  forms: Form[];
}

export interface Browser {
  cookies: Map<string, Kept>;
  open(path: string): Promise<Shown>;
  /** Fills in and submits the form of the page with this action; default: the address of the page. */
  submit(page: Shown, values: Record<string, string>, action?: string): Promise<Shown>;
  /** A request of a script on the page, with the cookies. */
  send(path: string, init?: RequestInit): Promise<Response>;
}

const attribute = (tag: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll("&amp;", "&");

function formsOf(text: string, url: URL): Form[] {
  return [...text.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag = "", inside = ""]) => ({
    action: new URL(attribute(tag, "action") ?? url.href, url).pathname,
    fields: Object.fromEntries(
      [...inside.matchAll(/<input\b[^>]*>/gs)].flatMap(([input]) =>
        /type="(radio|checkbox)"/.test(input) && !/\bchecked\b/.test(input)
          ? []
          : [[attribute(input, "name")!, attribute(input, "value") ?? ""]],
      ),
    ),
  }));
}

export function openBrowser(gatewayUrl: string, userAgent = "Firefox/130 (Linux)"): Browser {
  const { origin } = new URL(gatewayUrl);
  const cookies: Browser["cookies"] = new Map();

  function keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name, value, attributes] = /^([^=]+)=([^;]*);(.*)$/.exec(line)!;
      if (/Max-Age=0|expires=Thu, 01 Jan 1970/.test(attributes!)) cookies.delete(name!);
      else cookies.set(name!, { value: value!, path: /path=([^;]+)/i.exec(attributes!)![1]!, attributes: attributes! });
    }
  }

  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, origin);
    const matching = [...cookies].filter(([, kept]) => url.pathname.startsWith(kept.path));
    const cookie = matching.map(([name, { value }]) => `${name}=${value}`).join("; ");
    const headers = { "user-agent": userAgent, ...(cookie && { cookie }), ...init.headers };
    const response = await fetch(url, { redirect: "manual", ...init, headers });
    keep(response.headers);
    return response;
  }

  async function go(path: string, init?: RequestInit): Promise<Shown> {
    const response = await send(path, { ...init, headers: { accept: "text/html,*/*;q=0.8", ...init?.headers } });
    const url = new URL(path, origin);
    const location = response.headers.get("location");
    if (location !== null) return goTo(location);
    const text = await response.text();
    const moved = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    if (moved !== undefined) return goTo(moved);
    return { status: response.status, url, text, headers: response.headers, forms: formsOf(text, url) };
  }

  /** Another site is not opened: the page shows its address. */
  function goTo(location: string): Promise<Shown> | Shown {
    const url = new URL(location, origin);
    if (url.origin === origin) return go(`${url.pathname}${url.search}`);
    return { status: 303, url, text: "", headers: new Headers(), forms: [] };
  }

  return {
    cookies,
    send,
    open: (path) => go(path),
    submit: async ({ forms, url }, values, action = url.pathname) => {
      const form = forms.find((one) => one.action === action);
      if (!form) throw new Error(`The page ${url.pathname} has no form for ${action}.`);
      return go(action, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", origin },
        body: new URLSearchParams({ ...form.fields, ...values }).toString(),
      });
    },
  };
}
