#!/usr/bin/env bash
# Makes a folder with Debian 13 and its Wine 10, once: the Windows lane of the tests runs the packaged program in it.
# Node 24 does not start under the Wine of Debian 12, so the machine's own Wine is no use.
#
# make-root.sh DIR    0: DIR is ready; 75: it cannot be made here, the reason is the last line on stderr.
set -euo pipefail

root=${1:?usage: make-root.sh DIR}
suite=trixie
# What is installed; a change here makes the folder anew. The locale makes of Wine a Japanese Windows, with code page 932.
packages='wine wine64 locales fonts-ipafont-gothic xvfb xauth'
stamp="$suite $packages"

skip() {
  printf '%s\n' "$1" >&2
  exit 75
}

if [ "$(cat "$root/.oqs-wine" 2>/dev/null)" = "$stamp" ]; then exit 0; fi
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
# shellcheck disable=SC2086
"$(dirname "$0")/in-root.sh" "$new" sh -c "
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages && apt-get clean &&
    localedef -i ja_JP -f UTF-8 ja_JP.UTF-8
" >"$log" 2>&1 || skip "Wine cannot be installed: $(tail -n 1 "$log")"
printf '%s\n' "$stamp" >"$new/.oqs-wine"
mv "$new" "$root"
