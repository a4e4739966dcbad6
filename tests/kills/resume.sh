#!/usr/bin/env bash
# Kills a small sweep with SIGKILL at 20 random moments, each time giving the same command again, and compares the tables with those of a
# sweep that nobody touched. No run that was done may be simulated again.
#
#     tests/kills/resume.sh PROGRAM [SEED]
#
# PROGRAM is the built ecosim. The seed gives the moments, so that a failure can be looked for again.
set -euo pipefail
program=$(realpath "$1")
seed=${2:-20}
kills=20
export ECOSIM_STORE="" NO_COLOR=1

base=$(mktemp -d)
child=
stop() {
    [ -z "$child" ] || kill -KILL "$child" 2>/dev/null || true
    rm -rf "$base"
}
trap stop EXIT
cd "$base"
cat >many.json <<'END'
{ "name": "many", "question": "Does a sweep survive being killed?",
  "run": { "months": 60 }, "population": { "workers": 3000 },
  "parameters": { "channels.talent": { "from": 0, "to": 1, "steps": 20 }, "channels.cloud": { "from": 0, "to": 1, "steps": 10 } },
  "design": "grid", "replicates": 4, "outcomes": ["ecosystem_value", "startups_alive"] }
END
sweep() { exec "$program" sweep many.json --threads 2 --no-plots --quiet --out "$1" >"$1.log" 2>&1; }

(sweep whole) || { cat whole.log >&2; exit 1; }

# What is done must be the same bytes, and no run stands twice in the log. A line that a kill cut off is not as long as its checksum wants.
compare() {
    for table in design.csv runs.csv summary.csv; do cmp "whole/sweep-many/$table" "killed/sweep-many/$table"; done
    local twice
    twice=$(find killed/.store -name '*.runs' -exec awk -F, -v OFS=, 'FNR == 1 { cells = NF } FNR > 1 && NF == cells && length($NF) == 16 { print $1, $2 }' {} + | sort | uniq -d | wc -l)
    [ "$twice" -eq 0 ] || { echo "Kills: $twice runs that were done were simulated again (seed $seed)." >&2; exit 1; }
}

RANDOM=$seed
done=0 sweeps=0
while [ "$done" -lt "$kills" ]; do
    moment=$((100 + RANDOM % 1200))
    (sweep killed) &
    child=$!
    sleep "$((moment / 1000)).$(printf %03d $((moment % 1000)))"
    kill -KILL "$child" 2>/dev/null || true
    code=0
    wait "$child" 2>/dev/null || code=$?
    child=
    case $code in
        137) done=$((done + 1)) ;;
        0) # It was through before it could be killed: the next kills are for a new one.
            compare
            sweeps=$((sweeps + 1))
            rm -rf killed ;;
        *) echo "Kills: after $done kills the sweep ended with $code (seed $seed)." >&2; cat killed.log >&2; exit 1 ;;
    esac
done
(sweep killed) || { cat killed.log >&2; exit 1; }
compare
echo "Kills: $kills kills ($sweeps sweeps ended in between) changed no byte, and no finished run was simulated again."
