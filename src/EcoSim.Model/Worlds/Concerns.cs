using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace EcoSim.Model.Worlds;

/// <summary>The living start-ups as going concerns: what changes every month, in columns by place, without gaps.</summary>
/// <remarks>
/// A start-up gets a place in the month of its founding and gives it up when it ends; the last one then moves there.
/// Its row in <see cref="World.Firms"/> tells who it is, its staff and its history.
/// </remarks>
public sealed class Concerns
{
    /// <summary>Everyone working there, founders included, as of the start of the month's work.</summary>
    public readonly Column Staff = new();

    /// <summary>Staff wanted next.</summary>
    public readonly Column WantedStaff = new();

    /// <summary>Number of founders.</summary>
    public readonly Column Founders = new();

    /// <summary>1 in the home hub, 0 in a rival's.</summary>
    public readonly Column Home = new();

    /// <summary>1 until it is listed.</summary>
    public readonly Column Operating = new();

    /// <summary>1 once a milestone is done.</summary>
    public readonly Column Started = new();

    /// <summary>1 with help from an affiliated or strategic backer.</summary>
    public readonly Column Guided = new();

    /// <summary>1 with an anchor's strategic backing.</summary>
    public readonly Column Strategic = new();

    /// <summary>1 while it works with a ready-made service.</summary>
    public readonly Column Service = new();

    /// <summary>Million RMB.</summary>
    public readonly Column Cash = new();

    /// <summary>Money going out less money coming in, smoothed over half a year; million RMB a month.</summary>
    public readonly Column Burn = new();

    /// <summary>Money that the growth it plans needs beyond what sales bring, million RMB; below 0 when sales more than pay for it.</summary>
    public readonly Column Plan = new();

    /// <summary>Units of compute wanted this month.</summary>
    public readonly Column ComputeNeed = new();

    /// <summary>Units of compute that came through this month.</summary>
    public readonly Column ComputeUsed = new();

    /// <summary>Share of wanted compute that came through this month, 0-1.</summary>
    public readonly Column Served = new();

    /// <summary>Paid for compute this month, million RMB.</summary>
    public readonly Column ComputeCost = new();

    /// <summary>Compute already paid for in own hardware, units a month.</summary>
    public readonly Column OwnHardware = new();

    /// <summary>Compute credit from the state, million RMB.</summary>
    public readonly Column Voucher = new();

    /// <summary>Technology level; 1 is an ordinary incumbent's at the start.</summary>
    public readonly Column Knowledge = new();

    /// <summary>Best technical skill of the founders.</summary>
    public readonly Column Technical = new();

    /// <summary>Operating routines: how well the firm runs; 1 is an ordinary incumbent's.</summary>
    public readonly Column Routines = new();

    /// <summary>Contacts made at events.</summary>
    public readonly Column Contacts = new();

    /// <summary>Product quality in the market, log scale; moves by research.</summary>
    public readonly Column Quality = new();

    /// <summary>exp(taste · quality); 0 before the market.</summary>
    public readonly Column Appeal = new();

    /// <summary>Share of the niche.</summary>
    public readonly Column Share = new();

    /// <summary>Weight with buyers this month.</summary>
    public readonly Column Weight = new();

    /// <summary>Sales of products a month.</summary>
    public readonly Column Revenue = new();

    /// <summary>All sales of the month, project work included.</summary>
    public readonly Column Sales = new();

    /// <summary>Smoothed logarithm of sales.</summary>
    public readonly Column SalesTrend = new();

    /// <summary>Lasting luck with project work, median 1.</summary>
    public readonly Column ProjectLuck = new();

    /// <summary>Factor on project work for the present year, mean 1.</summary>
    public readonly Column ProjectYear = new();

    /// <summary>Price of the last round as far as it has not faded.</summary>
    public readonly Column RoundPrice = new();

    /// <summary>What the firm is thought to be worth, million RMB.</summary>
    public readonly Column Valuation = new();

    /// <summary>The most it was ever thought to be worth.</summary>
    public readonly Column PeakValuation = new();

    /// <summary>Financing stage as a number.</summary>
    public readonly Column Stage = new();

    /// <summary>First month in which it asks for money again after it was turned down.</summary>
    public readonly Column NextPitch = new();

    /// <summary>Month of the last end of work on a milestone, else of founding.</summary>
    public readonly Column LastStep = new();
    /// <summary>Month of the last round, else of founding.</summary>
    public readonly Column LastRound = new();

    /// <summary>Milestones done since the last round.</summary>
    public readonly Column StepsAhead = new();

    /// <summary>Smoothed logarithm of sales when the last round closed; infinite without one.</summary>
    public readonly Column TrendAtRound = new();

    /// <summary>Hazard left until the next milestone or innovation.</summary>
    public readonly Column WorkClock = new();
    /// <summary>Hazard left until the next event attended.</summary>
    public readonly Column EventClock = new();
    /// <summary>Hazard left until an end or listing that is due to no lack of cash.</summary>
    public readonly Column EndClock = new();

    private readonly Column[] _columns;
    private ulong[] _key = [];
    private Mark[] _mark = [];

    /// <summary>Makes room for some start-ups; it grows when more live at once.</summary>
    public Concerns(int capacity)
    {
        _columns =
        [
            Staff, WantedStaff, Founders, Home, Operating, Started, Guided, Strategic, Service, Cash, Burn, Plan,
            ComputeNeed, ComputeUsed, Served, ComputeCost, OwnHardware, Voucher, Knowledge, Technical, Routines, Contacts, Quality, Appeal,
            Share, Weight, Revenue, Sales, SalesTrend, ProjectLuck, ProjectYear, RoundPrice, Valuation, PeakValuation, Stage, NextPitch,
            LastStep, LastRound, StepsAhead, TrendAtRound, WorkClock, EventClock, EndClock,
        ];
        Resize(Math.Max(capacity, Column.Lanes));
    }

    /// <summary>Start-ups alive; their places come before this.</summary>
    public int Count { get; private set; }

    /// <summary>Whose place it is, and what else is no number to reckon with.</summary>
    public ref Mark this[int place] => ref _mark[place];

    /// <summary>Identity of a start-up.</summary>
    public ulong KeyOf(int place) => _key[place];

    /// <summary>Identities of four start-ups.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<ulong> Keys(int place) => Vector256.Create(_key.AsSpan(place, Column.Lanes));

    /// <summary>Bit per lane of four places: those that are taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Taken(int place) => Count - place >= Column.Lanes ? All : (1u << (Count - place)) - 1;

    private const uint All = (1u << Column.Lanes) - 1;

    /// <summary>Gives a start-up that was just founded a place.</summary>
    public void Open(ref Firm firm, int row)
    {
        if (Count == _key.Length)
        {
            Resize(Count + Count / 2);
        }

        int place = Count++;
        firm.Place = place;
        _key[place] = firm.Key;
        _mark[place] = new Mark { Row = row, Niche = firm.Niche, Hub = firm.Hub, Sector = firm.Sector, Founded = firm.Founded, Review = firm.Founded };
        Founders[place] = firm.FounderCount;
        Home[place] = firm.Hub == World.Home ? 1 : 0;
        Operating[place] = 1;
        Cash[place] = firm.Standing.Cash;
        Served[place] = 1;
        Knowledge[place] = firm.Standing.Knowledge;
        Technical[place] = Math.Max(firm.TeamSkill[0], 0);
        Routines[place] = firm.Standing.Routines;
        Contacts[place] = firm.Standing.Contacts;
        ProjectLuck[place] = firm.Standing.ProjectLuck;
        ProjectYear[place] = 1;
        SalesTrend[place] = double.NaN;
        LastStep[place] = firm.Founded;
        LastRound[place] = firm.Founded;
        TrendAtRound[place] = double.PositiveInfinity;
    }

    /// <summary>Takes a start-up's place away and leaves its last numbers in its row.</summary>
    public void Close(ref Firm firm, Rows<Firm> firms)
    {
        int place = firm.Place;
        firm.Standing = StandingOf(place);
        firm.Place = World.None;
        int last = --Count;
        firms[_mark[last].Row].Place = place == last ? World.None : place;
        foreach (Column column in _columns)
        {
            column.Move(last, place);
        }

        _key[place] = _key[last];
        _mark[place] = _mark[last];
        _mark[last] = default;
    }

    /// <summary>The numbers of one start-up.</summary>
    public Standing StandingOf(int place) => new()
    {
        Cash = Cash[place],
        Knowledge = Knowledge[place],
        Routines = Routines[place],
        ProjectLuck = ProjectLuck[place],
        Contacts = Contacts[place],
        Quality = Quality[place],
        Sales = Sales[place],
        Valuation = Valuation[place],
        PeakValuation = PeakValuation[place],
        ComputeNeed = ComputeNeed[place],
        ComputeUsed = ComputeUsed[place],
        ComputeCost = ComputeCost[place],
        Served = Served[place],
        LastStep = LastStep[place],
        NextPitch = NextPitch[place],
        Compute = _mark[place].Compute,
    };

    private void Resize(int places)
    {
        int rounded = (places + Column.Lanes - 1) / Column.Lanes * Column.Lanes;
        foreach (Column column in _columns)
        {
            column.Resize(rounded);
        }

        Array.Resize(ref _key, rounded);
        Array.Resize(ref _mark, rounded);
    }
}

/// <summary>Whose place it is in <see cref="Concerns"/>, and what never changes or is no number.</summary>
public struct Mark
{
    /// <summary>Row in <see cref="World.Firms"/>.</summary>
    public int Row;
    /// <summary>Row of the niche.</summary>
    public int Niche;
    /// <summary>Month of founding.</summary>
    public short Founded;

    /// <summary>Month in which the supply of compute is next chosen anew.</summary>
    public short Review;
    /// <summary>Where it is.</summary>
    public byte Hub;
    /// <summary>Sector.</summary>
    public Sector Sector;
    /// <summary>How it gets its compute.</summary>
    public ComputeMode Compute;

    /// <summary>Number of the terms on which it gets compute, set by the compute room.</summary>
    public byte Tariff;

    /// <summary>Number of the hub and sector together.</summary>
    public readonly int Trade => Hub * Count.Sectors + (int)Sector;
}
