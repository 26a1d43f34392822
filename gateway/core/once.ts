// Concurrent requests for the same thing share one promise.

export function once<T>(running: Map<string, Promise<T>>, key: string, begin: () => Promise<T>): Promise<T> {
  const before = running.get(key);
  if (before) return before;
  const begun = begin().finally(() => running.delete(key));
  running.set(key, begun);
  return begun;
}
