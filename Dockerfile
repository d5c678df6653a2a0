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

# For QUOTH_OCR: docker build --build-arg OCR="poppler-utils tesseract-ocr tesseract-ocr-chi-sim" …
ARG OCR=""
RUN [ -z "$OCR" ] || { apt-get update && apt-get install -y --no-install-recommends $OCR && rm -rf /var/lib/apt/lists/*; }

COPY --from=build /app/node_modules/ node_modules/
COPY models/ models/
COPY samples/ samples/
COPY package.json aliases.txt glossary.txt lexicon.txt LICENSE README.md CHANGELOG.md ./
COPY --from=build /app/dist/ dist/

# The library is the one place that the program writes to.
RUN mkdir index && chown node:node index
VOLUME /app/index
USER node

# Healthy: Telegram has answered a poll within the last 150 seconds. The port is seen within the container only. `start`
# fills the library before the bot listens; until then failures do not count.
ENV QUOTH_HTTP_PORT=9464
HEALTHCHECK --interval=30s --timeout=10s --start-period=10m --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.QUOTH_HTTP_PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# Answers under way are finished, at most 20 s, then the index is closed: docker stop --time 30.
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js", "start"]
