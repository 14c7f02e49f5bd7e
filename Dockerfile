# The site in a container of its own: nginx without rights, on port 8080. docs/publish.md says how to run it.
FROM node:22-bookworm AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
# With the history: dates of revision come from it.
COPY . .
RUN npm run build && npm run hosts -- docker

FROM alpine:3.22
RUN apk add --no-cache nginx nginx-mod-http-brotli
COPY --from=build /site/.build/hosts/docker/nginx.conf /etc/nginx/nginx.conf
COPY --from=build /site/out /srv/site
USER nginx
EXPOSE 8080
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=30s --timeout=3s CMD ["nc", "-z", "127.0.0.1", "8080"]
ENTRYPOINT ["nginx", "-e", "stderr"]
