#!/bin/sh
# Starts the wizard once, asks for its first pages as a browser does, and stops it: what its classes are and
# how they are linked is in wizard.aot afterwards, for the next start to map into memory.
# Usage, beside wizard.jar: train.sh FLAGS_OF_JAVA...
set -eu
port=18080
work=$(mktemp -d)
ask() {
	curl -fsS -L -o "$work/page" -b "$work/cookies" -c "$work/cookies" --retry 100 --retry-connrefused --retry-delay 1 \
		"$@"
}
mark() {
	sed -n 's/.*name="_csrf"[^>]*value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1
}

java "$@" -XX:AOTCacheOutput=wizard.aot -jar wizard.jar --server.address=127.0.0.1 --server.port=$port \
	--wizard.access.setup-code=false --wizard.apply.journal="$work/journal" >"$work/log" 2>&1 &
wizard=$!
# Its own port is what it is led to: nothing else is there to connect to, and it says so on the page.
ask "http://127.0.0.1:$port/"
ask -d "_csrf=$(mark)&purpose=CONNECT" "http://127.0.0.1:$port/"
ask -d "_csrf=$(mark)&address=https://127.0.0.1:$port" "http://127.0.0.1:$port/nas"
ask "http://127.0.0.1:$port/actuator/health/readiness"
kill -TERM $wizard
wait $wizard || true
rm -r "$work"
test -s wizard.aot
