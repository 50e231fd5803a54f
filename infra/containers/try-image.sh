#!/usr/bin/env bash
# Builds the image with buildah, on a base made from Debian's packages and this checkout's own Node, and runs the processes of
# the multi-module Compose file in it: a purchase and a message. Needs root, buildah and mmdebstrap, and no container engine.
set -euo pipefail
cd "$(dirname "$0")/../.."
export BUILDAH_ISOLATION=chroot
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CONTAINERS_STORAGE_CONF="$work/storage.conf"
store() {
  export STORAGE_DRIVER=$1
  printf '[storage]\ndriver = "%s"\ngraphroot = "%s"\nrunroot = "%s"\n' "$1" "$work/$1" "$work/run-$1" >"$CONTAINERS_STORAGE_CONF"
}
# Layers upon each other where the file system can do that, else whole copies of each, which takes longer.
store overlay
if ! { probe=$(buildah from scratch) && buildah mount "$probe" && buildah umount "$probe" && buildah rm "$probe"; } >/dev/null 2>&1; then
  store vfs
fi

echo "  the base: Debian, Node and npm"
mmdebstrap --quiet --variant=minbase --include=libstdc++6,ca-certificates bookworm "$work/base.tar"
base=$(buildah from scratch)
buildah add -q "$base" "$work/base.tar" / >/dev/null
rm "$work/base.tar"
buildah copy -q "$base" "$(readlink -f node_modules/.bin/node)" /usr/local/bin/node >/dev/null
buildah copy -q "$base" "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" /usr/local/lib/node_modules/npm >/dev/null
buildah run "$base" -- ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
buildah config --env NODE_USE_SYSTEM_CA=1 "$base"
buildah commit -q "$base" localhost/jangteo-base >/dev/null
buildah rm "$base" >/dev/null

echo "  the image, of what git has"
mkdir "$work/context"
git archive HEAD | tar x -C "$work/context"
# npm in the build asks where npm here asks (its global settings), and trusts whom this machine trusts.
touch "$work/npmrc"
[ ! -f ~/.npmrc ] || cp ~/.npmrc "$work/npmrc"
buildah build -q --network=host \
  --volume "$work/npmrc:/usr/local/etc/npmrc:ro" --volume /etc/ssl/certs:/etc/ssl/certs:ro \
  --volume /usr/local/share/ca-certificates:/usr/local/share/ca-certificates:ro \
  --build-arg BASE=localhost/jangteo-base -f infra/containers/Containerfile -t jangteo "$work/context"

container=$(buildah from jangteo)
entrypoint=$(buildah inspect --type image --format '{{range .OCIv1.Config.Entrypoint}}{{.}} {{end}}' jangteo)
TEST_CONTAINER="$container" TEST_ENTRYPOINT="${entrypoint% }" \
  node_modules/.bin/node scripts/test.ts tests/growth/compose
