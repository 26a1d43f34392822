// The draw of a queue: what was announced, what was drawn, and the files with which anyone recomputes it.
import { DrawPage } from "../documents/queue.generated.ts";
import { notFound, type Page } from "./page.ts";

export const draw: Page = {
  path: "/e/:id/draw",
  load: async ({ ask, params, url }) => {
    const { event } = await ask(DrawPage, { id: params.id!, accessCode: url.searchParams.get("access") });
    if (!event?.queue) return notFound;
    const { queue, ...rest } = event;
    return { view: "draw", data: { event: rest, queue } };
  },
};
