# Reading results of EcoSim with R alone. Run it line by line, or as a whole:
#
#     ecosim run baseline --no-plots && ecosim sweep first-try --no-plots
#     Rscript read_results.R results
given <- commandArgs(trailingOnly = TRUE)
results <- if (length(given) > 0) given[1] else "results"
run <- file.path(results, "baseline")
sweep_folder <- file.path(results, "sweep-first-try")

# Series: a row per replicate and month. The band is the spread over replicates.
series <- read.csv(file.path(run, "series.csv"))
last <- series[series$month == max(series$month), ]
print(quantile(last$ecosystem_value, c(0.05, 0.5, 0.95)))

# Flows are summed over the months, here by year
series$year <- as.integer(substr(series$date, 1, 4))
by_year <- aggregate(spin_outs_founded ~ replicate + year, series, sum)
print(aggregate(spin_outs_founded ~ year, by_year, mean))

# Ledger: who founded the start-ups, and how they ended
organizations <- read.csv(file.path(run, "ledger", "organizations.csv"))
startups <- organizations[organizations$kind == "startup", ]
print(table(startups$origin, startups$status))

# Sweep: outcomes of the points beside their parameters. Replicate r has the same luck at every point, so compare pair by pair.
runs <- merge(
  read.csv(file.path(sweep_folder, "runs.csv")),
  read.csv(file.path(sweep_folder, "design.csv"), check.names = FALSE), by = "point")
runs <- runs[runs$status == "done", ]
by_talent <- tapply(runs$ecosystem_value, list(runs$replicate, runs[["channels.talent"]]), mean)
difference <- by_talent[, ncol(by_talent)] - by_talent[, 1]
cat(sprintf("talent from least to most: %.0f +- %.0f million RMB (standard error, %d pairs)\n",
  mean(difference), sd(difference) / sqrt(length(difference)), length(difference)))

# Large tables: 'ecosim query FOLDER --parquet' writes each as Parquet, for the package arrow or DuckDB
