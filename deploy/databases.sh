#!/bin/sh
# Runs once, when the PostgreSQL container creates its cluster: a separate database and role for each subgraph and the registry.
set -eu
for name in $OWNERS; do
  eval "password=\$$(echo "$name" | tr '[:lower:]' '[:upper:]')_DATABASE_PASSWORD"
  psql -v ON_ERROR_STOP=1 --username postgres -v role="boxoffice_$name" -v password="$password" <<'SQL'
create role :"role" login password :'password';
create database :"role" owner :"role";
revoke connect on database :"role" from public;
SQL
done
# For `docker compose run --rm backup`.
echo "host replication all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
