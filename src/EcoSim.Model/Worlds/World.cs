using System.Runtime.InteropServices;
using EcoSim.Model.Randomness;

namespace EcoSim.Model.Worlds;

/// <summary>The whole state of one replicate. Processes read and write it; it knows nothing of them.</summary>
public sealed class World
{
    /// <summary>Home is the first hub.</summary>
    public const byte Home = 0;

    /// <summary>"Nobody", "no team", "no organisation".</summary>
    public const int None = -1;

    /// <summary>Months since the start of warm-up.</summary>
    public int Month;

    /// <summary>Months of warm-up.</summary>
    public int Warmup;

    /// <summary>First month after the end of the run.</summary>
    public int End;

    /// <summary>Home workers at the start over 100,000: extensive parameters are stated for a region of that size.</summary>
    public double Scale;

    /// <summary>Luck of this replicate: every draw is keyed from here.</summary>
    public required Draw Luck;
    /// <summary>Everyone who was ever in the model.</summary>
    public required People People;
    /// <summary>Who worked with whom.</summary>
    public required Teams Teams;
    /// <summary>Anchors, incumbents and the rivals' ordinary firms.</summary>
    public required Employers Employers;
    /// <summary>The home hub, then the rivals.</summary>
    public required Hub[] Hubs;
    /// <summary>State of each anchor; empty in a world without one.</summary>
    public required AnchorState[] Anchors;
    /// <summary>Product markets.</summary>
    public required Niche[] Niches;
    /// <summary>Start-ups ever founded, in order of founding.</summary>
    public required Rows<Firm> Firms;
    /// <summary>Staff of each start-up, row by row with <see cref="Firms"/>.</summary>
    public required Rows<Staffing> Staffing;
    /// <summary>Living start-ups as going concerns.</summary>
    public required Concerns Concerns;
    /// <summary>Everyone who ever invested or could.</summary>
    public required Rows<Investor> Investors;
    /// <summary>Financing rounds closed.</summary>
    public required Rows<Round> Rounds;
    /// <summary>Parts in rounds; each firm's are linked.</summary>
    public required Rows<Holding> Holdings;
    /// <summary>Moves of people between states, by year.</summary>
    public required Flows Flows;
    /// <summary>Who joined each start-up.</summary>
    public required StaffLists StaffLists;
    /// <summary>What workplaces teach.</summary>
    public required Training Training;
    /// <summary>Money that crossed the model's border.</summary>
    public Books Books;
    /// <summary>Money that partners commit to venture funds, over its usual amount, as of the last while.</summary>
    public double VentureInflow;
    /// <summary>The month's labour market.</summary>
    public Labour Labour;
    /// <summary>What happened this month.</summary>
    public Tally Tally;

    /// <summary>Rows of living start-ups, in order of founding and so of rows.</summary>
    public readonly List<int> Living = [];

    /// <summary>Where a start-up stands now, or stood at its end.</summary>
    public Standing StandingOf(int row)
    {
        ref Firm firm = ref Firms[row];
        return firm.Place >= 0 ? Concerns.StandingOf(firm.Place) : firm.Standing;
    }

    /// <summary>Takes start-ups that have ended out of <see cref="Concerns"/> and off <see cref="Living"/>.</summary>
    /// <param name="ended">Their rows; put in order.</param>
    public void Bury(Span<int> ended)
    {
        ended.Sort();
        Span<int> living = CollectionsMarshal.AsSpan(Living);
        int buried = 0;
        for (int i = ended.Length == 0 ? living.Length : living.BinarySearch(ended[0]); i < living.Length; i++)
        {
            if (buried < ended.Length && living[i] == ended[buried])
            {
                Concerns.Close(ref Firms[ended[buried++]], Firms);
            }
            else
            {
                living[i - buried] = living[i];
            }
        }

        CollectionsMarshal.SetCount(Living, living.Length - buried);
    }

    /// <summary>Rows of the living start-ups founded in this month or up to some months before: the last of <see cref="Living"/>.</summary>
    /// <param name="months">Months before this one that count as well.</param>
    public ReadOnlySpan<int> FoundedWithin(int months = 0)
    {
        ReadOnlySpan<int> living = CollectionsMarshal.AsSpan(Living);
        int first = living.Length;
        while (first > 0 && Month - Firms[living[first - 1]].Founded <= months)
        {
            first--;
        }

        return living[first..];
    }

    /// <summary>Number of the ceiling on the founding hazard of people without wealth, at hub × workplaces + workplace; set by the founding room.</summary>
    public required byte[] FoundingCeilings;

    /// <summary>People whose circumstances changed so that their founding hazard may now pass its bound.</summary>
    public readonly List<int> Jumped = [];

    /// <summary>People under a new ceiling of founding, and the month from which their next candidate is still to be found.</summary>
    public readonly List<(int Row, int From)> Bounded = [];

    /// <summary>People whose wealth rose this month.</summary>
    public readonly List<int> Enriched = [];

    /// <summary>One row per founder and founding.</summary>
    public required Rows<Founding> Foundings;

    /// <summary>Whether jobs are noted; only a ledger asks for them.</summary>
    public bool KeepsJobs;

    /// <summary>Founders and first hires as they joined.</summary>
    public required Rows<Job> Jobs;

    /// <summary>Share of customers' demand that the anchors' clouds served last month.</summary>
    public double CloudServed = 1;

    /// <summary>Share of an integration step's work that a ready-made AI service saves now.</summary>
    public double ServiceSaving;

    /// <summary>Share of a whole product's work that a ready-made AI service saves now.</summary>
    public double ServiceWorkSaving;

    /// <summary>Growth of the compute that a task needs, 1 in the first recorded month.</summary>
    public double ComputeNeedFactor = 1;

    /// <summary>Capacity on order per anchor, by the month in which it comes into use.</summary>
    public required double[][] CapacityOrders;

    /// <summary>Firms recognised as dragons so far and their hubs, in order.</summary>
    public readonly List<(int Firm, byte Hub)> Dragons = [];

    /// <summary>How many of <see cref="Dragons"/> reputations have counted.</summary>
    public int DragonsCounted;

    /// <summary>People per hub and state, hub × states + state; students and those who left included.</summary>
    public required int[] StateCount;

    /// <summary>People of the home workforce who once worked at an anchor and no longer do.</summary>
    public int Alumni;

    /// <summary>Every closing, sale and listing, in order.</summary>
    public readonly List<Exit> Exits = [];

    /// <summary>Everyone who left an anchor, in order; kept for the ledger only.</summary>
    public List<Leaver>? Leavers;

    /// <summary>A fixed sample of people by identity, for means over staff that would be dear to reckon over everyone.</summary>
    public readonly List<int> Sample = [];

    /// <summary>People of the sample who are on an anchor's staff now.</summary>
    public readonly List<int> SampledStaff = [];

    /// <summary>One person in this many is in the sample.</summary>
    public int SampleStride = 1;

    /// <summary>Firms that hired since knowledge last moved, with the technical skill of the hire.</summary>
    public readonly List<(int Firm, float Skill)> Hired = [];

    /// <summary>People let go by start-ups this month, whose next move must be found anew.</summary>
    public readonly List<int> Released = [];

    /// <summary>First row of those who joined the population this month.</summary>
    public int FirstNewcomer;

    /// <summary>First newcomer of each month so far; whoever stands before the first of them was there at the start.</summary>
    public readonly List<int> FirstNewcomers = [];

    /// <summary>Longest career behind someone at the start, months.</summary>
    public double LongestCareer;

    /// <summary>Foundings decided this month, waiting for team and firm.</summary>
    public readonly List<int> Founders = [];

    /// <summary>Pitches of the month.</summary>
    public readonly List<Pitch> Pitches = [];

    /// <summary>Kept pitches for the ledger; empty unless a ledger is kept.</summary>
    public List<PitchRecord>? PitchRecords;

    /// <summary>Living and listed staff per hub and sector.</summary>
    public required double[] SectorStaff;

    /// <summary>Whether an identity belongs to the sample.</summary>
    public bool IsSampled(ulong key) => key % (ulong)SampleStride == 0;

    /// <summary>Month after the warm-up; negative within it.</summary>
    public int RecordedMonth => Month - Warmup;

    /// <summary>Organisation number of a start-up.</summary>
    public int OrganisationOf(int firm) => Employers.Count + firm;

    /// <summary>Whether an organisation is a start-up.</summary>
    public bool IsStartUp(int organisation) => organisation >= Employers.Count;

    /// <summary>Row in <see cref="Firms"/> of an organisation that is a start-up.</summary>
    public int FirmOf(int organisation) => organisation - Employers.Count;
}

/// <summary>Chances on the home labour market this month, set by those who hire.</summary>
public struct Labour
{
    /// <summary>People looking for a job a month in all submarkets, smoothed.</summary>
    public double Seekers;

    /// <summary>Chance that a seeker moves away.</summary>
    public double AwayProbability;

    /// <summary>Where seekers and start-ups meet.</summary>
    public Submarket[] Submarkets;
}

/// <summary>A part of the home labour market; its seekers meet only the start-ups of the same part.</summary>
public struct Submarket
{
    /// <summary>People looking for a job a month, smoothed.</summary>
    public double Seekers;

    /// <summary>People who looked for a job this month.</summary>
    public int SeekersThisMonth;

    /// <summary>Chance that a seeker is offered a start-up's job.</summary>
    public double StartUpProbability;

    /// <summary>Submarket, from 0, that a person or firm belongs to: by identity, each as likely, and the same in every replicate.</summary>
    /// <param name="key">Key of the person or firm.</param>
    /// <param name="count">Submarkets of the region, at least 1.</param>
    public static int Of(ulong key, int count) => (int)Math.BigMul(key, (ulong)count, out _);
}

/// <summary>A start-up asks an investor for money.</summary>
public struct Pitch
{
    /// <summary>Row of the firm.</summary>
    public int Firm;
    /// <summary>Row of the investor.</summary>
    public int Investor;
    /// <summary>Round asked for.</summary>
    public Stage Stage;
    /// <summary>What the investor would put in, million RMB.</summary>
    public double Amount;

    /// <summary>What the investor believes of log quality, and the same with what a strategic one needs.</summary>
    public double Belief;
    /// <summary>The belief with what a strategic investor needs.</summary>
    public double Score;

    /// <summary>What this investor saw, and how precisely.</summary>
    public double Opinion;
}

/// <summary>A judged pitch as the ledger keeps it.</summary>
public readonly record struct PitchRecord(int Firm, int Investor, short Month, Stage Stage, float Score, float Cutoff, bool Funded, byte Why);

/// <summary>The end or the listing of a start-up.</summary>
/// <param name="Firm">Row of the firm.</param>
/// <param name="Month">When.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Value">Paid to its holders, million RMB.</param>
/// <param name="Staff">People who worked there.</param>
public readonly record struct Exit(int Firm, short Month, FirmStatus Status, double Value, int Staff);

/// <summary>Someone who left an anchor.</summary>
public readonly record struct Leaver(int Person, short Month, Reason Reason);

/// <summary>People who moved between states, counted by year, hub, states and reason.</summary>
public sealed class Flows(int years, int hubs)
{
    private readonly int[] _count = new int[years * hubs * Count.States * Count.States * Count.Reasons];

    /// <summary>Years told apart: the warm-up, then one each.</summary>
    public int Years { get; } = years;
    /// <summary>Hubs told apart.</summary>
    public int Hubs { get; } = hubs;

    /// <summary>People who moved from a state to another for a reason, by year and by the hub they were in.</summary>
    public ref int this[int year, int hub, State from, State to, Reason reason] =>
        ref _count[((((year * Hubs) + hub) * Count.States + (int)from) * Count.States + (int)to) * Count.Reasons + (int)reason];
}
