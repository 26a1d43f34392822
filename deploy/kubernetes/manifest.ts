// An object of Kubernetes, and how the parts of the system find each other by labels.
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> };
  [part: string]: unknown;
}

export const labelsOf = (name: string) => ({
  "app.kubernetes.io/name": name,
  "app.kubernetes.io/part-of": "boxoffice",
  app: name,
});
export const selectorOf = (name: string) => ({ matchLabels: { app: name } });
