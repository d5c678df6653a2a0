# syntax=docker/dockerfile:1

# Build: native addons need Python and a C++ compiler; none of that reaches the image that runs.
FROM node:20-bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app

# Dependencies first, without scripts: `prepare` would need the sources, which change more often.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts && npm rebuild

COPY tsconfig.json tsconfig.build.json ./
COPY scripts/ scripts/
COPY src/ src/
# Then the runtimes that Node on Linux never loads go too: the browser's, and those of other systems (360 MB).
RUN npm run build \
 && npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/onnxruntime-web \
      node_modules/onnxruntime-node/bin/*/darwin \
      node_modules/onnxruntime-node/bin/*/win32

FROM node:20-bookworm-slim AS run
ENV NODE_ENV=production
WORKDIR /app

COPY --from=build /app/node_modules/ node_modules/
COPY models/ models/
COPY samples/ samples/
COPY package.json aliases.txt glossary.txt LICENSE README.md CHANGELOG.md ./
COPY --from=build /app/dist/ dist/

# The library is the one place that the program writes to.
RUN mkdir index && chown node:node index
VOLUME /app/index
USER node

# Looks at the model, the index and the disk; seldom, because it reads the whole model file.
HEALTHCHECK --interval=5m --timeout=60s --start-period=3m --retries=3 \
  CMD ["node", "dist/main.js", "doctor", "--json"]

# Answers under way are finished, then the index is closed.
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js", "start"]
