# One image for the hub and for members: the command says which.
FROM node:22-slim AS packages
WORKDIR /app
# Where no prebuilt better-sqlite3 can be had, npm compiles it.
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY shared ./shared
COPY subgraphs ./subgraphs
COPY gateway ./gateway
COPY cli ./cli
# A volume mounted here belongs to the user that the process runs as.
RUN install -d -o node -g node -m 0700 /data
USER node
ENTRYPOINT ["node", "--import", "tsx", "cli/main.ts"]
CMD ["--help"]
