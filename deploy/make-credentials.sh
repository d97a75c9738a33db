#!/bin/bash
# Makes, once, what the containers need to trust each other: a small certificate authority, a
# certificate for PostgreSQL, and a random database password. Nothing of it is in this repository.
# Run again it says when that certificate ends, and in its last 90 days makes another.
set -euo pipefail

umask 077
authority=/credentials/authority database=/credentials/database api=/credentials/api

certify_database() {
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
        -subj "/CN=database" -keyout server.key -out server.csr
    openssl x509 -req -in server.csr -days 825 -CA ca.crt -CAkey ca.key -CAcreateserial \
        -extfile <(printf 'subjectAltName=DNS:database\nextendedKeyUsage=serverAuth\n') \
        -out server.crt
    chown postgres:postgres server.key server.crt
    mv server.key server.crt "$database"
}

cd "$authority"
if [ -e "$api/ca.crt" ]; then
    echo "The credentials are there already."
    if ! openssl x509 -in "$database/server.crt" -noout -checkend $((90 * 86400)); then
        certify_database
        echo "The database has a new certificate: docker compose restart database"
    fi
    openssl x509 -in "$database/server.crt" -noout -enddate
    exit 0
fi

openssl req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -subj "/CN=alsfrs-diary compose CA" -keyout ca.key -out ca.crt \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" \
    -addext "keyUsage=critical,keyCertSign"
certify_database

password=$(openssl rand -hex 32)
printf '%s' "$password" > "$database/password"
printf 'database:5432:diary:diary:%s\n' "$password" > "$api/pgpass"

chown -R postgres:postgres "$database"
chown -R 10001:10001 "$api"
chmod 700 "$authority" "$database" "$api"
# The last file to appear says that all of them are there.
install -o 10001 -g 10001 -m 0644 ca.crt "$api/ca.crt"
echo "The credentials are made. The database's certificate ends in 825 days: see docs/operations.md, Containers."
