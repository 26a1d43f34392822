// Kubernetes manifests as the tests read them, and who may reach whom by their network policies.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { ROOT } from "../../operations/topology.ts";

// Read as the test that asks expects them to be; a wrong shape fails there.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Manifest = Record<string, any>;

/** What is printed for `what`: production, a trial, or the secrets of one. */
export const print = (what: string): Manifest[] => {
  const text = execFileSync(process.execPath, [path.join(ROOT, "deploy/kubernetes/main.ts"), what], {
    encoding: "utf8",
    maxBuffer: 32 * 1024 * 1024,
  });
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
};

export const of = (manifests: Manifest[], ...kinds: string[]) =>
  manifests.filter(({ kind }) => kinds.includes(kind as string));

export const podOf = ({ spec }: Manifest): Manifest => spec.template ?? spec.jobTemplate.spec.template;

export interface Peer {
  /** Of the pod. */
  labels: Record<string, string>;
  namespace: string;
}
const peerSchema = z.object({
  podSelector: z.any().optional(),
  namespaceSelector: z.any().optional(),
  ipBlock: z.any().optional(),
});
const hasLabels = (selector: Manifest | undefined, labels: Record<string, string>) =>
  Object.entries((selector?.matchLabels ?? {}) as Record<string, string>).every(
    ([key, value]) => labels[key] === value,
  );
const matches = (peer: Manifest, { labels, namespace }: Peer) => {
  const { podSelector, namespaceSelector, ipBlock } = peerSchema.parse(peer);
  if (ipBlock) return false;
  const isThere = namespaceSelector
    ? hasLabels(namespaceSelector, { "kubernetes.io/metadata.name": namespace })
    : namespace === "ours";
  return isThere && hasLabels(podSelector, labels);
};

/** As Kubernetes decides it (https://kubernetes.io/docs/concepts/services-networking/network-policies/): what selects a pod isolates it, and any of them lets in. */
export function mayReach(all: Manifest[], from: Peer, to: Peer, port: number): boolean {
  const lets = (direction: "Ingress" | "Egress", self: Peer, other: Peer) => {
    const concerned = of(all, "NetworkPolicy").filter(
      ({ spec }) =>
        self.namespace === "ours" && spec.policyTypes.includes(direction) && hasLabels(spec.podSelector, self.labels),
    );
    if (concerned.length === 0) return true;
    const [rules, peers] = direction === "Ingress" ? (["ingress", "from"] as const) : (["egress", "to"] as const);
    return concerned.some(({ spec }) =>
      (spec[rules] ?? []).some(
        (rule: Manifest) =>
          (rule.ports ?? []).some((one: Manifest) => one.port === port) &&
          (rule[peers] ?? []).some((peer: Manifest) => matches(peer, other)),
      ),
    );
  };
  return lets("Egress", from, to) && lets("Ingress", to, from);
}
