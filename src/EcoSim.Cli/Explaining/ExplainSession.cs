using EcoSim.Experiments.Lives;
using EcoSim.Experiments.Results;
using EcoSim.Model;

namespace EcoSim.Cli.Explaining;

/// <summary>Tells the life of a person or firm from a results folder.</summary>
/// <param name="terminal">Where to speak.</param>
/// <param name="quiet">Leave out remarks.</param>
/// <param name="all">Show whole tables.</param>
public sealed class ExplainSession(Terminal terminal, bool quiet, bool all = false)
{
    /// <param name="named">Results folder of a run, or its name among the usual results.</param>
    /// <param name="id">Identity, or null for a list of lives worth telling.</param>
    /// <param name="against">Another results folder, or null.</param>
    /// <param name="replicate">Replicate to look at.</param>
    /// <param name="cancel">Stops a simulation.</param>
    public ExitStatus Run(string named, string? id, string? against, int replicate, CancellationToken cancel)
    {
        string folder = NamedResult.Find(named, quiet ? null : terminal.Error);
        ResultFolder result = ResultFolder.Open(folder);
        ResultFolder? other = against is null ? null : ResultFolder.Open(NamedResult.Find(against, quiet ? null : terminal.Error));
        Require(result, replicate);
        if (other is not null)
        {
            Require(other, replicate);
            TwoLives.Require(result, other);
        }

        ReplicateLedger ledger = LedgerOf(result, replicate, cancel);
        if (id is null)
        {
            List(result, ledger, against is not null);
        }
        else if (other is null)
        {
            Tell(result, ledger, IdentitySearch.Find(ledger, id, folder), cancel);
        }
        else
        {
            Compare(result, other, Either(ledger, other, id, folder, cancel), replicate, cancel);
        }

        return ExitStatus.Done;
    }

    private static void Require(ResultFolder folder, int replicate)
    {
        int done = folder.Manifest.ReplicatesDone;
        if (replicate >= done)
        {
            throw new RefusedException($"--replicate: found {replicate}; '{folder.Path}' has replicates 0 to {done - 1}.");
        }
    }

    private ReplicateLedger LedgerOf(ResultFolder folder, int replicate, CancellationToken cancel)
    {
        if (folder.HasLedger(replicate))
        {
            return folder.ReadLedger(replicate);
        }

        if (!folder.CanBeRelived)
        {
            throw new RefusedException($"'{folder.Path}' keeps no ledger of replicate {replicate} and was written by another version of the program. Run the scenario again with --force --ledger all.");
        }

        Say($"'{folder.Path}' keeps no ledger of replicate {replicate}, so it is simulated again.");
        return folder.RelivedLedger(replicate, cancel);
    }

    private void List(ResultFolder folder, ReplicateLedger ledger, bool against)
    {
        IReadOnlyList<NotableLife> lives = NotableLives.Of(ledger);
        terminal.Output.WriteLine($"Lives worth telling of {folder.Scenario.Name}, replicate {ledger.Replicate}, home hub (money in RMB):");
        foreach (NotableLife life in lives)
        {
            terminal.Output.WriteLine($"  {life.Id}  {life.Why}");
        }

        terminal.Output.WriteLine(
            lives.Count == 0 ? "  none: no start-up was founded."
            : $"Tell one: ecosim explain {folder.Path} {lives[0].Id}{(against ? " --against OTHER" : "")}. A beginning of the identity is enough; all are in {folder.Path}/{LedgerCsv.Folder}/.");
    }

    private void Tell(ResultFolder folder, ReplicateLedger ledger, string id, CancellationToken cancel)
    {
        bool person = id[0] == 'p';
        if (person && !folder.CanBeRelived)
        {
            Say($"'{folder.Path}' was written by another version of the program: jobs that its ledger does not keep are left out.");
        }

        Life life = person
            ? PersonLife.Of(ledger, id, folder.CanBeRelived ? FollowedLife.Of(folder.Scenario.Plan, ledger.Replicate, id, ledger.Months, cancel) : null)
            : FirmOf(folder, ledger, id, cancel);
        terminal.Output.WriteLine($"{folder.Scenario.Name}, replicate {ledger.Replicate}");
        LifeText.Write(terminal.Output, life);
    }

    /// <summary>A start-up, followed through its life where that can be done.</summary>
    private Life FirmOf(ResultFolder folder, ReplicateLedger ledger, string id, CancellationToken cancel)
    {
        if (folder.CanBeRelived)
        {
            FollowedLife life = FollowedLife.Of(folder.Scenario.Plan, ledger.Replicate, id, FirmPeak.Months(ledger, id), cancel);
            return FirmLife.Of(ledger, id, FirmPeak.Of(ledger, id, () => life), all, life);
        }

        Say($"'{folder.Path}' was written by another version of the program: changes of where compute comes from are left out, and the month of a start-up's highest value is told only where its ledger keeps it.");
        return FirmLife.Of(ledger, id, FirmPeak.Of(ledger, id, null), all);
    }

    /// <summary>The identity by the one ledger or, where it exists only there, by the other.</summary>
    private string Either(ReplicateLedger ledger, ResultFolder other, string id, string folder, CancellationToken cancel)
    {
        try
        {
            return IdentitySearch.Find(ledger, id, folder);
        }
        catch (RefusedException)
        {
            try
            {
                return IdentitySearch.Find(LedgerOf(other, ledger.Replicate, cancel), id, other.Path);
            }
            catch (RefusedException)
            {
                // What the first folder knows is what the user named first.
            }

            throw;
        }
    }

    private void Compare(ResultFolder one, ResultFolder other, string id, int replicate, CancellationToken cancel)
    {
        (string first, string second) = (one.Scenario.Name, other.Scenario.Name);
        second = first == second ? other.Path : second;
        Plan mine = one.Scenario.Plan, theirs = other.Scenario.Plan;
        TwoLives lives = TwoLives.Of(mine, theirs, replicate, id, cancel);
        terminal.Output.WriteLine($"{id} in {first} and in {second}: replicate {replicate}, seed {mine.Parameters.Run.Seed}, same luck in both");
        int months = Math.Min(mine.Parameters.Run.Months, theirs.Parameters.Run.Months);
        if (mine.Parameters.Run.Months != theirs.Parameters.Run.Months)
        {
            Say($"Only the first {months} months are compared, which both have.");
        }

        var text = new TwoLivesText(terminal.Output, first, second, mine.Parameters.Run.Start, months, all);
        text.WriteChanges(mine, theirs);
        terminal.Output.WriteLine();
        text.Write(lives);
    }

    private void Say(string message)
    {
        if (!quiet)
        {
            terminal.Error.WriteLine($"ecosim: {message}");
        }
    }
}
