# %% Reading results of EcoSim with pandas. Run it cell by cell in an editor, or as a whole:
#
#     ecosim run baseline --no-plots && ecosim sweep first-try --no-plots
#     python3 read_results.py results
import json
import sys
from pathlib import Path

import pandas as pd

results = Path(sys.argv[1] if len(sys.argv) > 1 else "results")
run, sweep = results / "baseline", results / "sweep-first-try"

# %% Where the numbers come from
manifest = json.loads((run / "manifest.json").read_text())
print(f"{manifest['name']}, version {manifest['version']}, seed {manifest['seed']}, {manifest['replicates_done']} replicates")

# %% Series: a row per replicate and month. The band is the spread over replicates.
series = pd.read_csv(run / "series.csv", parse_dates=["date"])
last = series[series["month"] == series["month"].max()]
print(last["ecosystem_value"].quantile([0.05, 0.5, 0.95]))

# %% Flows are summed over the months, here by year
by_year = series.groupby(["replicate", series["date"].dt.year])["spin_outs_founded"].sum().groupby("date").mean()
print(by_year)

# %% Ledger: who founded the start-ups, and how they ended
organizations = pd.read_csv(run / "ledger" / "organizations.csv")
startups = organizations[organizations["kind"] == "startup"]
print(startups.groupby(["origin", "status"]).size().unstack(fill_value=0))

# %% Sweep: outcomes of the points beside their parameters. Replicate r has the same luck at every point, so compare pair by pair.
runs = pd.read_csv(sweep / "runs.csv").merge(pd.read_csv(sweep / "design.csv"), on="point")
runs = runs[runs["status"] == "done"]
by_talent = runs.pivot_table(index="replicate", columns="channels.talent", values="ecosystem_value")
difference = by_talent.iloc[:, -1] - by_talent.iloc[:, 0]
print(f"talent from least to most: {difference.mean():.0f} ± {difference.sem():.0f} million RMB (standard error, {len(difference)} pairs)")

# %% Large tables: 'ecosim query FOLDER --parquet' writes each as Parquet, for pd.read_parquet (with pyarrow) or DuckDB
