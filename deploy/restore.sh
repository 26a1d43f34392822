#!/bin/sh
# `docker compose run --rm restore NAME`: restores a backup into an empty database volume.
set -eu
backup="/backups/${1:?Pass the folder name of a backup.}"
if [ ! -f "$backup/PG_VERSION" ]; then
  echo "$1 is not a backup: pass one of $(ls /backups)." >&2
  exit 1
fi
if [ -e "$PGDATA/PG_VERSION" ]; then
  echo "A database already exists: run docker compose down, remove the volumes of postgres and redis, and try again." >&2
  exit 1
fi
mkdir -p "$PGDATA"
cp -a "$backup/." "$PGDATA/"
chown -R postgres:postgres "$PGDATA"
chmod 700 "$PGDATA"
