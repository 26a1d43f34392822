# One image for every process; the command chooses which.
FROM node:24-bookworm-slim
ENV NODE_ENV=production APOLLO_TELEMETRY_DISABLED=1
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY platform platform
COPY schema schema
COPY gateway gateway
COPY subgraphs subgraphs
COPY dev dev
COPY rover.yaml ./
USER node
ENV HOST=0.0.0.0
EXPOSE 4000
CMD ["node", "gateway/main.ts"]
