# The server as a small image: one binary, no shell needed, a read-only root file system.

FROM rust:1.95-bookworm AS builder
WORKDIR /build
# A PostgreSQL on another machine is reached through TLS, so the image is built with it.
ARG FEATURES=pg-tls-vendored
# A version of cargo-auditable puts the list of crates into the binary: `cargo audit bin` reads it.
ARG AUDITABLE=
RUN if [ -n "$AUDITABLE" ]; then cargo install --locked "cargo-auditable@$AUDITABLE"; fi
# The libraries first: a layer of their own, built again only when they change.
COPY Cargo.toml Cargo.lock ./
COPY .cargo .cargo
RUN mkdir src && echo 'fn main() {}' > src/main.rs && touch src/lib.rs \
    && cargo build --release --locked --features "$FEATURES"
COPY migrations migrations
COPY src src
COPY web web
COPY locales locales
RUN touch src/main.rs src/lib.rs \
    && cargo ${AUDITABLE:+auditable} build --release --locked --features "$FEATURES"

FROM debian:bookworm-slim
RUN groupadd --system --gid 10001 diary \
    && useradd --system --uid 10001 --gid diary --home-dir /data --no-create-home --shell /usr/sbin/nologin diary \
    && install -d -o diary -g diary -m 0700 /data
# For `sslrootcert` when the database's certificate comes from a public authority.
COPY --from=builder /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=builder /build/target/release/alsfrs-diary /usr/local/bin/alsfrs-diary

# Keys, the SQLite file and unsent mail: the only place that is written to.
VOLUME /data
ENV ALSFRS_DATA_DIR=/data \
    ALSFRS_LISTEN=0.0.0.0:8080
USER diary
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
    CMD ["alsfrs-diary", "healthcheck"]
# SIGTERM lets accepted requests finish; give it 30 seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["alsfrs-diary"]
CMD ["serve"]
