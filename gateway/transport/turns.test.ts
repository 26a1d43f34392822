import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createHttpPool, CutOff, TooLate } from "./http-pool.ts";
import { createTurns, type TurnRequest } from "./turns.ts";

interface One {
  authorization: string;
  correlationId: string;
  request: { n: number };
}

type ServeMany = (all: One[], response: ServerResponse, request: IncomingMessage) => void;

const frame = (index: number, body: unknown, changed = "") => {
  const text = JSON.stringify(body);
  return `${index} 200 ${Buffer.byteLength(text)} ${changed}\n${text}`;
};

/** A server that takes many as one, as long as `takesMany`. */
async function withServer(
  serveMany: ServeMany,
  use: (world: {
    post: ReturnType<typeof createTurns>;
    /** The path of each HTTP request. */
    asked: string[];
    server: { takesMany: boolean };
  }) => Promise<void>,
): Promise<void> {
  const asked: string[] = [];
  const state = { takesMany: true };
  const server = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      asked.push(request.url!);
      if (request.url === "/graphql") {
        if (state.takesMany) response.setHeader("x-takes-many", "1");
        return response.end(`{"alone":${text}}`);
      }
      if (!state.takesMany) return response.writeHead(404).end();
      serveMany(JSON.parse(text) as One[], response, request);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const pool = createHttpPool({
    origin: `http://127.0.0.1:${port}`,
    connections: 8,
    connectTimeoutMs: 1_000,
    keepIdleMs: 4_000,
    maxBodyBytes: 1_000_000,
  });
  const post = createTurns({ pool, path: "/graphql", maxAnswerBytes: 1_000_000 });
  try {
    // What the server takes is known from its first answer on.
    await post(request(0));
    asked.length = 0;
    await use({ post, asked, server: state });
  } finally {
    pool.stop();
    server.closeAllConnections();
    server.close();
  }
}

function request(n: number, more: Partial<TurnRequest> = {}): TurnRequest {
  const authorization = `Bearer ${n}`;
  const correlationId = `id-${n}`;
  return {
    body: `{"n":${n}}`,
    authorization,
    correlationId,
    headers: ["authorization", authorization, "x-correlation-id", correlationId],
    deadline: performance.now() + 5_000,
    ...more,
  };
}

const answersAll: ServeMany = (all, response) => {
  for (const [index, one] of all.entries()) response.write(frame(index, one, `topic:${index}`));
  response.end();
};

test("what comes in one turn goes as one request, each with its own token and id, and hears its own answer", async () => {
  await withServer(answersAll, async ({ post, asked }) => {
    const answers = await Promise.all([post(request(1)), post(request(2)), post(request(3))]);
    expect(asked).toEqual(["/graphql-many"]);
    expect(answers.map(({ body }) => JSON.parse(body.toString()) as One)).toEqual(
      [1, 2, 3].map((n) => ({ authorization: `Bearer ${n}`, correlationId: `id-${n}`, request: { n } })),
    );
    expect(answers.map(({ headers }) => headers.get("x-changed"))).toEqual(["topic:0", "topic:1", "topic:2"]);
  });
});

test("one alone goes as it is, and so does what is large, or has no token, or a trace", async () => {
  await withServer(answersAll, async ({ post, asked }) => {
    await post(request(1));
    const large = JSON.stringify({ n: 1, text: "x".repeat(70_000) });
    await Promise.all([
      post(request(2, { body: large })),
      post(request(3, { authorization: undefined })),
      post(request(4, { correlationId: undefined })),
    ]);
    expect(asked).toEqual(Array(4).fill("/graphql"));
  });
});

test("at most 32 requests go together, and at most half a megabyte", async () => {
  await withServer(answersAll, async ({ post, asked }) => {
    await Promise.all(Array.from({ length: 65 }, (_, n) => post(request(n))));
    expect(asked.toSorted()).toEqual(["/graphql", "/graphql-many", "/graphql-many"]);
    asked.length = 0;
    const body = JSON.stringify({ n: 1, text: "x".repeat(60_000) });
    await Promise.all(Array.from({ length: 17 }, (_, n) => post(request(n, { body }))));
    expect(asked.toSorted()).toEqual(["/graphql", "/graphql-many", "/graphql-many"]);
  });
});

test("the answers together may be larger than one may be", async () => {
  const large = JSON.stringify("x".repeat(800_000));
  const serve: ServeMany = (all, response) => {
    for (const index of all.keys()) response.write(`${index} 200 ${large.length} \n${large}`);
    response.end();
  };
  await withServer(serve, async ({ post }) => {
    const answers = await Promise.all([post(request(1)), post(request(2)), post(request(3))]);
    expect(answers.map(({ body }) => body.length)).toEqual(Array(3).fill(large.length));
  });
});

test("a slow one holds back no other, and is given up at its own deadline", async () => {
  let held: ServerResponse | undefined;
  const serve: ServeMany = (all, response) => {
    held = response;
    response.write(frame(2, all[2]));
  };
  await withServer(serve, async ({ post }) => {
    const slow = post(request(1, { deadline: performance.now() + 100 }));
    const patient = post(request(3));
    expect((await post(request(2))).status).toBe(200);
    await expect(slow).rejects.toThrow(TooLate);
    held!.end(frame(1, "late"));
    expect((await patient).body.toString()).toBe('"late"');
  });
});

test("what is broken off fails for those alone who have no answer yet", async () => {
  const serve: ServeMany = (all, response) => {
    response.write(frame(0, all[0]), () => response.destroy());
  };
  await withServer(serve, async ({ post }) => {
    const outcomes = await Promise.allSettled([post(request(1)), post(request(2))]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect((outcomes[1] as PromiseRejectedResult).reason).toBeInstanceOf(CutOff);
  });
});

test.each([
  { name: "answers too few", answer: frame(0, "one") },
  { name: "answers the same one twice", answer: frame(0, "one") + frame(0, "other") },
])("a server that $name leaves nobody waiting", async ({ answer }) => {
  await withServer(
    (_, response) => response.end(answer),
    async ({ post }) => {
      const [first, second] = await Promise.allSettled([post(request(1)), post(request(2))]);
      expect(first).toMatchObject({ value: { body: Buffer.from('"one"') } });
      expect(second!.status).toBe("rejected");
    },
  );
});

test("an answer to a request that was not sent is an error", async () => {
  await withServer(
    (_, response) => response.end(frame(7, "of another request")),
    async ({ post }) => {
      const outcomes = await Promise.allSettled([post(request(1)), post(request(2))]);
      expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    },
  );
});

test("a version that knows of nothing like that is asked one by one, until one says that it does", async () => {
  await withServer(answersAll, async ({ post, asked, server }) => {
    server.takesMany = false;
    const answers = await Promise.all([post(request(1)), post(request(2))]);
    expect(answers.map(({ body }) => body.toString())).toEqual(['{"alone":{"n":1}}', '{"alone":{"n":2}}']);
    await Promise.all([post(request(3)), post(request(4))]);
    expect(asked).toEqual(["/graphql-many", ...Array<string>(4).fill("/graphql")]);
    server.takesMany = true;
    await post(request(5));
    asked.length = 0;
    await Promise.all([post(request(6)), post(request(7))]);
    expect(asked).toEqual(["/graphql-many"]);
  });
});

test.each([400, 401, 413, 431])(
  "what is refused as a whole goes one by one: nobody fails for another, status %i",
  async (status) => {
    await withServer(
      (_, response) => response.writeHead(status).end("{}"),
      async ({ post, asked }) => {
        const answers = await Promise.all([post(request(1)), post(request(2))]);
        expect(answers.map(({ body }) => body.toString())).toEqual(['{"alone":{"n":1}}', '{"alone":{"n":2}}']);
        expect(asked).toEqual(["/graphql-many", "/graphql", "/graphql"]);
      },
    );
  },
);

test.each([408, 499, 502])(
  "what a proxy answers for the subgraph is not sent again: it may have happened, status %i",
  async (status) => {
    await withServer(
      (_, response) => response.writeHead(status).end(),
      async ({ post, asked }) => {
        const answers = await Promise.all([post(request(1)), post(request(2))]);
        expect(answers.map((answer) => answer.status)).toEqual([status, status]);
        expect(asked).toEqual(["/graphql-many"]);
      },
    );
  },
);
