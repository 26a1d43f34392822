// A page: its view in the frame.
import type { SentPage } from "../page-data.ts";
import { AppProvider, type App } from "./app-context.ts";
import { ProblemNote } from "./problem-note.tsx";
import { Shell } from "./shell.tsx";
import type { ViewModule } from "./views.ts";

export interface ShownPage {
  sent: SentPage;
  module: ViewModule<never>;
  /** Counts pages, so that forms of the next page do not keep the text of this one. */
  number: number;
}

interface Props {
  app: App;
  page: ShownPage;
  isOffline?: boolean;
  /** Of a page that the service worker has kept. */
  keptAt?: string | undefined;
}

export function PageView({ app, page, isOffline = false, keptAt }: Props) {
  const { View } = page.module;
  return (
    <AppProvider value={app}>
      <Shell>
        {keptAt !== undefined && (
          <p className="note kept" role="status">
            {app.texts.tickets.offline(app.format.since(keptAt))}
          </p>
        )}
        {isOffline && <ProblemNote problem={{ code: "OFFLINE" }} />}
        <View key={page.number} data={page.sent.data as never} />
      </Shell>
    </AppProvider>
  );
}
