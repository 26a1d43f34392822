// Statements that this process sends to PostgreSQL, for tests that count them.
import pg from "pg";

export interface SentStatement {
  /** Name of the database. */
  database: string;
  text: string;
}

export interface StatementRecorder {
  /** Statements that were sent during the work. */
  during(work: () => Promise<unknown>): Promise<SentStatement[]>;
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/** Records statements on connections that are opened from now on. */
export function createStatementRecorder(): StatementRecorder {
  let sent: SentStatement[] | undefined;
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  prototype.query = function (this: pg.Client, ...given) {
    const [first] = given as [string | { text?: string } | undefined];
    const text = typeof first === "string" ? first : first?.text;
    if (text !== undefined) sent?.push({ database: this.database ?? "", text });
    return query.apply(this, given);
  };
  return {
    during: async (work) => {
      const own: SentStatement[] = (sent = []);
      await work().finally(() => (sent = undefined));
      return own;
    },
  };
}
