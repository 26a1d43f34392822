// The ingress: which public paths lead to which process, over TLS.
import { labelsOf, type Manifest } from "./manifest.ts";
import type { Workload } from "./system.ts";

export interface PublicHosts {
  /** Where clients come, and partners. */
  host: string;
  partnersHost: string;
  /** Issuer of cert-manager, which creates and renews certificates; null: the operator of the ingress does. */
  clusterIssuer: string | null;
}

export function ingress(
  { gateway, payments, storefront }: Record<"gateway" | "payments" | "storefront", Workload>,
  { host, partnersHost, clusterIssuer }: PublicHosts,
): Manifest {
  const to = (name: string, port: number, path: string) => ({
    path,
    pathType: "Prefix",
    backend: { service: { name, port: { number: port } } },
  });
  // Public paths; all other paths of the gateway stay internal.
  const toGateway = [
    "/graphql",
    "/session",
    "/account",
    "/exports",
    "/images",
    "/seat-maps",
    "/queues",
    "/.well-known",
  ].map((path) => to(gateway.name, gateway.port, path));
  const toPublicGateway = ["/graphql", "/images", "/seat-maps", "/queues"].map((path) =>
    to("public-gateway", gateway.port, path),
  );
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: {
      name: "boxoffice",
      labels: labelsOf("boxoffice"),
      annotations: {
        // Subscriptions stay open: the gateway pings every socket, and server-sent events are not to be held back.
        "nginx.ingress.kubernetes.io/proxy-read-timeout": "3600",
        "nginx.ingress.kubernetes.io/proxy-send-timeout": "3600",
        "nginx.ingress.kubernetes.io/proxy-buffering": "off",
        // Uploaded pictures; the gateway itself refuses more.
        "nginx.ingress.kubernetes.io/proxy-body-size": "11m",
        "nginx.ingress.kubernetes.io/ssl-redirect": "true",
        ...(clusterIssuer && { "cert-manager.io/cluster-issuer": clusterIssuer }),
      },
    },
    spec: {
      ingressClassName: "nginx",
      tls: [{ hosts: [host, partnersHost], secretName: "boxoffice-tls" }],
      rules: [
        {
          host,
          // Webhooks of the payment provider bypass the gateway; they are signed.
          http: {
            paths: [
              ...toGateway,
              to("payments", payments.port, "/webhooks/payments"),
              // All other pages. It passes no further path on that the gateway keeps inside.
              to(storefront.name, storefront.port, "/"),
            ],
          },
        },
        // The public gateway has no sign-in.
        { host: partnersHost, http: { paths: toPublicGateway } },
      ],
    },
  };
}
