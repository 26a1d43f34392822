#!/bin/sh
# `docker compose run --rm restore NAME`: puts a backup where there is no database yet.
set -eu
backup="/backups/${1:?Name a backup: its folder among the backups.}"
if [ ! -f "$backup/PG_VERSION" ]; then
  echo "$1 is no backup: name one of $(ls /backups)." >&2
  exit 1
fi
if [ -e "$PGDATA/PG_VERSION" ]; then
  echo "There is a database already: docker compose down, remove the volumes of postgres and redis, and try again." >&2
  exit 1
fi
mkdir -p "$PGDATA"
cp -a "$backup/." "$PGDATA/"
chown -R postgres:postgres "$PGDATA"
chmod 700 "$PGDATA"
