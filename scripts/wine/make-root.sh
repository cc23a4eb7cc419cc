#!/usr/bin/env bash
# make-root.sh DIR    Makes a folder with Debian 13 and its Wine 10: the Windows lane of the tests runs the packaged program in it.
# Node 24 does not start under the Wine of Debian 12, so the machine's own Wine is no use. The locale makes of Wine a Japanese
# Windows, with code page 932. Ends as scripts/debian/make-root.sh does.
exec "$(dirname "$0")/../debian/make-root.sh" "${1:?usage: make-root.sh DIR}" trixie \
  'wine wine64 locales fonts-ipafont-gothic xvfb xauth' 'localedef -i ja_JP -f UTF-8 ja_JP.UTF-8'
