using EcoSim.Model.Declaration;

namespace EcoSim.Experiments.Lives;

/// <summary>The life of a person or a firm, told in order.</summary>
/// <param name="Id">Identity in the ledger.</param>
/// <param name="Summary">Who it is and what became of it, a sentence a line.</param>
/// <param name="Events">What happened, in order of time.</param>
/// <param name="Years">A firm's figures by year; empty for a person.</param>
public sealed record Life(string Id, IReadOnlyList<string> Summary, IReadOnlyList<LifeEvent> Events, IReadOnlyList<LifeYear> Years);

/// <summary>Something that happened in a life.</summary>
/// <param name="Date">When.</param>
/// <param name="Text">What, in a sentence.</param>
/// <param name="Details">More about it, a line each.</param>
public sealed record LifeEvent(CalendarMonth Date, string Text, IReadOnlyList<string> Details)
{
    public LifeEvent(CalendarMonth date, string text) : this(date, text, []) { }
}

/// <summary>A firm at the end of a year.</summary>
/// <param name="Date">Month of the figures.</param>
/// <param name="Stage">Financing stage.</param>
/// <param name="Employees">Everyone working there.</param>
/// <param name="Sales">Million RMB a year.</param>
/// <param name="Valuation">Million RMB.</param>
/// <param name="Cash">Million RMB.</param>
/// <param name="ComputeUsed">Units a year.</param>
public sealed record LifeYear(CalendarMonth Date, string Stage, double Employees, double Sales, double Valuation, double Cash, double ComputeUsed);
