// Rights of a process in Redis, as ACL rules; everything else is denied. Each right is a separate selector, so that commands of one can't
// be used on keys of another: a stream's reader can't append to it. Source:
// https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/ (selectors since Redis 7.0)
import { notificationChannel } from "./redis/pubsub.ts";
import { rateKey } from "./redis/rate-limits.ts";
import { wakeChannel } from "./messaging/redis-channels.ts";
import { streamName } from "./messaging/signed-batches.ts";

export interface RedisAccess {
  /** Publishes messages: it alone appends to the stream of its name, and trims and deletes it. */
  publishes?: true;
  /** Consumes the messages of these publishers. */
  consumes?: string[];
  /** Publishes notifications on these topics; `*` matches anything. */
  sends?: string[];
  /** Listens to notifications on these topics. */
  listens?: string[];
  /** Counts requests for rate limits, separately from other process names. */
  counts?: true;
}

/** Commands of ioredis itself: connection checks, and the slots of a cluster. */
const CONNECTION =
  "+ping +info +select +unsubscribe +punsubscribe +client|setname +cluster|info +cluster|slots +asking";
const PUBLISHER = "+eval +evalsha +exists +xinfo|stream +xinfo|groups +xpending +xrange +xadd +xtrim +del";
const CONSUMER = "+exists +xinfo|groups +xgroup|create +xreadgroup +xautoclaim +xrange +xack";
const COUNTER = "+eval +get +incrby +pexpire";

/**
 * The rules of the user `name`, after `reset` and a password, for ACL SETUSER or a line of an ACL file.
 * @throws Error for a prefix that would mean something else in a rule
 */
export function redisRules(name: string, access: RedisAccess, prefix: string): string[] {
  if (!/^[\w:.-]+$/.test(prefix)) throw new Error("Set REDIS_PREFIX to letters, digits and any of _ : . -");
  const { publishes, consumes = [], sends = [], listens = [], counts } = access;
  const right = (commands: string, on: string[]) => (on.length > 0 ? [`(${commands} ${on.join(" ")})`] : []);
  const keys = (some: string[]) => some.map((key) => `~${key}`);
  const channels = (some: string[]) => some.map((channel) => `&${channel}`);
  const own = publishes ? [name] : [];
  const streams = (publishers: string[]) => keys(publishers.map((publisher) => streamName(prefix, publisher)));
  const wakes = (publishers: string[]) => publishers.map((publisher) => wakeChannel(prefix, publisher));
  const notifier = (topics: string[]) => topics.map((topic) => notificationChannel(prefix, topic));
  return [
    "resetchannels",
    "-@all",
    ...CONNECTION.split(" "),
    ...right(PUBLISHER, streams(own)),
    ...right(CONSUMER, streams(consumes)),
    ...right(COUNTER, counts ? keys([rateKey(prefix, name, "*")]) : []),
    ...right("+publish", channels([...new Set([...wakes([...own, ...consumes]), ...notifier(sends)])])),
    ...right("+subscribe", channels([...wakes(own), ...notifier(listens)])),
  ];
}
