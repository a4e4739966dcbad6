#!/usr/bin/env bash
# A sweep on a disk that is too small, in a folder that cannot be written, and with a store that was cut off: each must say what is wrong,
# end with status 1 or 2, and lose nothing that was complete.
#
#     tests/disks/full.sh PROGRAM
#
# PROGRAM is the built ecosim. Needs root, to make the disk; exits with 77 where that is not allowed.
set -euo pipefail
program=$(realpath "$1")
export ECOSIM_STORE="" NO_COLOR=1

base=$(mktemp -d)
mkdir "$base/small"
stop() {
    umount "$base/small" 2>/dev/null || true
    umount "$base/fixed" 2>/dev/null || true
    rm -rf "$base"
}
trap stop EXIT
fail() { echo "Disks: $*" >&2; cat "$base/said" >&2; exit 1; }
mount -t tmpfs -o size=128k tmpfs "$base/small" 2>/dev/null || { echo "Disks: no disk can be mounted here, so nothing was tried." >&2; exit 77; }
cd "$base"
cat >tiny.json <<'END'
{ "name": "tiny", "question": "Does a sweep survive a full disk?", "run": { "months": 24 }, "population": { "workers": 2000 },
  "parameters": { "channels.talent": { "from": 0, "to": 1, "steps": 50 } }, "design": "grid", "replicates": 4, "outcomes": ["ecosystem_value"] }
END
sweep() { "$program" sweep tiny.json --threads 2 --no-plots --quiet --out "$@" >"$base/said" 2>&1; }
# Ends with one of the statuses that a user's script may count on, and names the cause.
refused() {
    local word=$1 status=0
    shift
    sweep "$@" || status=$?
    [ "$status" -eq 1 ] || [ "$status" -eq 2 ] || fail "ended with status $status where 1 or 2 is due ($word)."
    grep -qi "$word" said || fail "did not say '$word'."
    grep -q '^   at ' said && fail "showed the inside of the program."
    tail -n 1 said
}
same() { for table in design.csv runs.csv summary.csv; do cmp "whole/sweep-tiny/$table" "$1/sweep-tiny/$table" || fail "$table is another."; done; }
lines() { find "$1" -name '*.runs' -exec cat {} + | wc -l; }

sweep whole || fail "the sweep itself does not run."

# The store on the small disk: what fitted is kept, and with more room the same command ends with the same bytes.
refused "no room is left" there --store small/store
kept=$(lines small)
[ "$kept" -gt 10 ] || fail "only $kept lines were kept."
mount -o remount,size=64m small
sweep there --store small/store || fail "with more room the sweep does not go on."
same there

# The results on the small disk, with an older result that must stay as it was.
mkdir small/results
cp -r whole/sweep-tiny small/results/
mount -o remount,size="$(($(df --output=used -k small | tail -n 1) + 8))k" small
refused "no room is left" small/results --store again --force
same small/results

# A folder that cannot be written.
mkdir fixed
mount -t tmpfs -o ro tmpfs fixed
refused "not writable" fixed
refused "not writable" other --store fixed/store

# A file of the store that was cut off in the middle costs the run of that line and no other.
log=$(find whole/.store -name '*.runs' | head -n 1)
size=$(stat -c %s "$log")
truncate -s $((size / 2)) "$log"
before=$(lines whole)
sweep whole || fail "with a store cut off the sweep does not go on."
for table in design.csv runs.csv summary.csv; do cmp "there/sweep-tiny/$table" "whole/sweep-tiny/$table" || fail "$table is another."; done
[ "$(lines whole)" -gt "$before" ] || fail "nothing was run again."
echo "Disks: full, read-only and cut off, nothing that was complete was lost."
