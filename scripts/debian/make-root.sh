#!/usr/bin/env bash
# Makes a folder with a Debian and some of its packages, once: lanes of the tests run programs in it that this machine need not have.
# Nothing is installed on this machine itself but debootstrap, and no service is started.
#
# make-root.sh DIR SUITE PACKAGES [COMMAND]    COMMAND is run in it at the end, by sh.
# 0: DIR is ready; 75: it cannot be made here, the reason is the last line on stderr.
set -euo pipefail

usage='usage: make-root.sh DIR SUITE PACKAGES [COMMAND]'
root=${1:?$usage}
suite=${2:?$usage}
packages=${3:?$usage}
command=${4:-true}
# A change here makes the folder anew.
stamp="$suite $packages; $command"

skip() {
  printf '%s\n' "$1" >&2
  exit 75
}

if [ "$(cat "$root/.oqs-root" 2>/dev/null)" = "$stamp" ]; then exit 0; fi
[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || skip 'only on 64-bit Linux on x86'
[ "$(id -u)" = 0 ] || skip 'needs root'
command -v apt-get >/dev/null || skip 'needs apt-get'
unshare --mount true 2>/dev/null || skip 'mounts are not allowed here'

if ! command -v debootstrap >/dev/null; then
  { apt-get update -qq && apt-get install -y -qq debootstrap; } >/dev/null 2>&1 || skip 'debootstrap cannot be installed'
fi
# The same place that this machine's own packages come from.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
[ -n "$mirror" ] || skip 'no package source is configured'

new="$root.new"
rm -rf "$new" "$root"
mkdir -p "$new"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
debootstrap --variant=minbase "$suite" "$new" "$mirror" >"$log" 2>&1 ||
  skip "debootstrap failed: $(tail -n 1 "$log")"
# How this machine reaches its packages holds in there as well.
cp -a /etc/apt/apt.conf.d/. "$new/etc/apt/apt.conf.d/" 2>/dev/null || true
# Packages with a service would start it.
printf '#!/bin/sh\nexit 101\n' >"$new/usr/sbin/policy-rc.d"
chmod +x "$new/usr/sbin/policy-rc.d"
# shellcheck disable=SC2086
"$(dirname "$0")/in-root.sh" "$new" sh -c "
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages && apt-get clean && $command
" >"$log" 2>&1 || skip "the packages cannot be installed: $(tail -n 1 "$log")"
printf '%s\n' "$stamp" >"$new/.oqs-root"
mv "$new" "$root"
