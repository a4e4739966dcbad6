#!/usr/bin/env bash
# A Slurm cluster of this one machine, and a sweep through it that must give the bytes of a sweep without it.
# As root on Debian or Ubuntu: apt-get install --no-install-recommends slurm-wlm slurmctld slurmd slurm-client munge
#
#   tests/slurm/one-machine.sh            starts the cluster, proves it, stops the cluster
#   tests/slurm/one-machine.sh COMMAND…   starts the cluster, runs a command of yours in it, stops the cluster
#
# ECOSIM: the program; that of a Release build of this checkout unless given.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
ecosim=${ECOSIM:-$(ls "$here"/../../src/EcoSim.Cli/bin/Release/net10.0/*/ecosim 2>/dev/null | head -n 1)}

fail() { echo "one-machine.sh: $*" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || fail "needs root, since Slurm's daemons run as root here."
for program in sbatch squeue scancel scontrol slurmctld slurmd munged; do
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || fail "'$program' is missing: apt-get install --no-install-recommends slurm-wlm slurmctld slurmd slurm-client munge"
done
PATH=$PATH:/usr/sbin
[ -x "$ecosim" ] || fail "'$ecosim' is no program: dotnet build -c Release"
ecosim=$(realpath "$ecosim")

base=$(mktemp -d)
log() { tail -n 20 "$base"/*.log 2>/dev/null >&2 || true; }
stop() {
    status=$?
    [ "$status" -eq 0 ] || log
    # Tasks first: without their daemons they would wait for ever to report their end.
    if [ -s "$base/slurmd.pid" ]; then
        scancel --user=root 2>/dev/null || true
        for _ in $(seq 50); do
            [ -n "$(squeue --noheader 2>/dev/null)" ] || break
            sleep 0.2
        done
    fi
    for daemon in slurmd slurmctld munged; do
        if [ -s "$base/$daemon.pid" ]; then
            kill "$(cat "$base/$daemon.pid" 2>/dev/null)" 2>/dev/null || true
        fi
    done
    for _ in $(seq 50); do
        left=0
        for daemon in slurmd slurmctld munged; do
            if [ -s "$base/$daemon.pid" ] && kill -0 "$(cat "$base/$daemon.pid" 2>/dev/null)" 2>/dev/null; then left=1; fi
        done
        [ "$left" -eq 1 ] || break
        sleep 0.2
    done
    rm -rf "$base"
    exit "$status"
}
trap stop EXIT
chmod 755 "$base"

# Each sees the other's messages only when signed by munge; its socket must be reachable, its key must not.
mkdir -m 700 "$base/munge"
mkdir -m 755 "$base/sock" "$base/state" "$base/spool"
dd if=/dev/urandom of="$base/munge/key" bs=1024 count=1 status=none
chmod 400 "$base/munge/key"
munged --key-file="$base/munge/key" --socket="$base/sock/munge" --pid-file="$base/munged.pid" --log-file="$base/munge/munged.log" --seed-file="$base/munge/seed" --force

host=$(hostname -s)
cat > "$base/slurm.conf" <<CONF
ClusterName=onemachine
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$((20000 + $$ % 10000))
SlurmdPort=$((30001 + $$ % 10000))
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CryptoType=crypto/munge
AuthInfo=socket=$base/sock/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=1,sched_interval=5
ReturnToService=2
SlurmdParameters=config_overrides
StateSaveLocation=$base/state
SlurmdSpoolDir=$base/spool
SlurmctldPidFile=$base/slurmctld.pid
SlurmdPidFile=$base/slurmd.pid
SlurmctldLogFile=$base/slurmctld.log
SlurmdLogFile=$base/slurmd.log
NodeName=$host NodeAddr=127.0.0.1 CPUs=8 RealMemory=8000
PartitionName=sim Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$base/slurm.conf
slurmctld
slurmd
for _ in $(seq 60); do
    sinfo --noheader --format=%T 2>/dev/null | grep -q idle && break
    sleep 0.5
done
sinfo --noheader --format=%T | grep -q idle || fail "the node does not become idle."

if [ $# -gt 0 ]; then
    "$@"
    exit
fi

# The shipped sweep for a first try, made so long that a task can be caught at work.
sweep=(sweep first-try --replicates 60 --no-plots)
work=$base/work
mkdir "$work"
"$ecosim" "${sweep[@]}" --out "$work/local" --store "$work/store-local" --quiet >/dev/null

"$ecosim" "${sweep[@]}" --out "$work/slurm" --store "$work/store-slurm" --slurm --slurm-partition sim --slurm-tasks 4 2> "$work/said" > "$work/printed" &
sweeping=$!
victim=
for _ in $(seq 300); do
    victim=$(scontrol listpids 2>/dev/null | awk '$2 ~ /^[0-9]+$/ && $1 > 0 {print $1; exit}' || true)
    if [ -n "$victim" ] || ! kill -0 "$sweeping" 2>/dev/null; then break; fi
    sleep 0.2
done
[ -n "$victim" ] || fail "no task was seen at work: $(cat "$work/said")"
sleep 0.5
kill -KILL "$victim" && echo "Killed the process $victim of a task."
status=0
wait "$sweeping" || status=$?
cat "$work/said" "$work/printed"
[ "$status" -eq 0 ] || fail "the sweep through Slurm ended with status $status."
[ "$(grep -c 'submitted job' "$work/said")" -ge 2 ] || fail "the killed task was not submitted again."
for table in design.csv runs.csv summary.csv; do
    cmp "$work/local/sweep-first-try/$table" "$work/slurm/sweep-first-try/$table" || fail "$table is another through Slurm."
done
echo "Through Slurm, with a task killed and submitted again: design.csv, runs.csv and summary.csv are byte for byte those of the local sweep."
