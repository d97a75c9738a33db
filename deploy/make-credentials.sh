#!/bin/bash
# Makes, once, what the containers need to trust each other: a small certificate authority, a
# certificate for PostgreSQL, and a random database password. Nothing of it is in this repository.
set -euo pipefail

umask 077
authority=/credentials/authority database=/credentials/database api=/credentials/api
if [ -e "$api/ca.crt" ]; then
    echo "The credentials are there already."
    exit 0
fi

cd "$authority"
openssl req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -subj "/CN=alsfrs-diary compose CA" -keyout ca.key -out ca.crt \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" \
    -addext "keyUsage=critical,keyCertSign"
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -subj "/CN=database" -keyout "$database/server.key" -out server.csr
openssl x509 -req -in server.csr -days 825 -CA ca.crt -CAkey ca.key -CAcreateserial \
    -extfile <(printf 'subjectAltName=DNS:database\nextendedKeyUsage=serverAuth\n') \
    -out "$database/server.crt"

password=$(openssl rand -hex 32)
printf '%s' "$password" > "$database/password"
printf 'database:5432:diary:diary:%s\n' "$password" > "$api/pgpass"

chown -R postgres:postgres "$database"
chown -R 10001:10001 "$api"
chmod 700 "$authority" "$database" "$api"
# The last file to appear says that all of them are there.
install -o 10001 -g 10001 -m 0644 ca.crt "$api/ca.crt"
echo "The credentials are made."
