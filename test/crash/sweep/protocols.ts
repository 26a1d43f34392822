// What passes through a link, by its protocol: only what names a message with effects.

/** Follows one connection. */
export interface Followed {
  /** What the chunk asks for, if that has effects. */
  asks(chunk: Buffer): string | undefined;
  answers(chunk: Buffer): void;
}
export type Follow = () => Followed;

/** GraphQL mutations, what the provider is asked for, and its webhooks. Queries and sockets pass. */
export const followHttp: Follow = () => {
  let head = "";
  return {
    asks: (chunk) => {
      // A body may come by itself, after its header.
      head = /^(GET|POST|OPTIONS|HEAD) /.test(chunk.toString("latin1", 0, 8))
        ? chunk.toString()
        : head + chunk.toString();
      const [, method, path = ""] = /^(\w+) (\S+)/.exec(head) ?? [];
      if (method !== "POST") return undefined;
      if (path.startsWith("/graphql")) {
        const what = /"mutation[^{]*\{(?:\s|\\n)*(?:\w+:\s*)?(\w+)/.exec(head)?.[1];
        if (what !== undefined) head = "";
        return what;
      }
      head = "";
      return path.replace(/pay_[0-9a-f-]+/, "…");
    },
    answers: () => {},
  };
};

/** Commits of transactions that have changed something. */
export const followPostgres: Follow = () => {
  let started = false;
  let buffered = Buffer.alloc(0);
  let changed: string[] = [];
  return {
    asks: (chunk) => {
      if (!started) {
        started = chunk[0] !== 0 || chunk.readUInt32BE(0) > 8;
        return undefined;
      }
      // Query message: 'Q', length, text.
      const isCommit = chunk[0] === 0x51 && chunk.toString("latin1", 5, 11).toLowerCase() === "commit";
      if (!isCommit || changed.length === 0) return undefined;
      return `commit of ${changed.join(", ")}`;
    },
    answers: (chunk) => {
      buffered = Buffer.concat([buffered, chunk]);
      while (buffered.length >= 5) {
        const length = buffered.readUInt32BE(1) + 1;
        if (buffered.length < length) return;
        const type = String.fromCharCode(buffered[0]!);
        const tag = buffered.toString("latin1", 5, length - 1);
        // CommandComplete says what was done, ReadyForQuery whether a transaction is open.
        if (type === "C" && /^(INSERT|UPDATE|DELETE) .*[1-9]/.test(tag))
          changed.push(tag.replace(/^INSERT 0 /, "INSERT "));
        if (type === "Z" && buffered[5] === 0x49) changed = [];
        buffered = buffered.subarray(length);
      }
    },
  };
};

/** Messages that are published and acknowledged. */
export const followRedis: Follow = () => ({
  asks: (chunk) => {
    const text = chunk.toString();
    const names = [...text.matchAll(/"name":"([\w.]+)"/g)].map(([, name]) => name);
    if (names.length > 0) return `publish ${names.join(", ")}`;
    const acknowledged = /\bxack\r\n\$\d+\r\n([^\r]+)/i.exec(text)?.[1];
    return acknowledged === undefined ? undefined : `acknowledge ${acknowledged.split(":").at(-1)}`;
  },
  answers: () => {},
});
