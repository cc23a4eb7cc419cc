#!/usr/bin/env bash
# in-root.sh DIR COMMAND…    Runs a command inside the folder that make-root.sh made. What is mounted for it goes with it.
# OQS_BIND, if set, is `OUTSIDE:INSIDE`: a folder of this machine that is to be seen inside.
set -euo pipefail
root=${1:?usage: in-root.sh DIR COMMAND...}
shift
if [ -z "${OQS_IN_ROOT:-}" ]; then
  exec env OQS_IN_ROOT=1 unshare --mount --propagation private "$0" "$root" "$@"
fi
unset OQS_IN_ROOT
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
if [ -n "${OQS_BIND:-}" ]; then
  mkdir -p "$root${OQS_BIND#*:}"
  mount --bind "${OQS_BIND%%:*}" "$root${OQS_BIND#*:}"
fi
for file in /etc/resolv.conf /etc/hosts; do cp "$file" "$root$file" 2>/dev/null || true; done
exec chroot "$root" "$@"
