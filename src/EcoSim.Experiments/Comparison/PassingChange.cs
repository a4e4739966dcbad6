namespace EcoSim.Experiments.Comparison;

/// <summary>
/// What differs between two worlds for a while only, and what that did to the headline's observable while it lasted and after it. The
/// last month alone would not tell a passing blow from none.
/// </summary>
/// <param name="Names">Names of the dated changes; several only where one begins before another has ended.</param>
/// <param name="During">Effect on the mean over the months in which one of them holds, with no gap between them; the sum where the observable is a flow.</param>
/// <param name="After">The same over as many months from their end, at least a year, or as many as there are until another change begins or the run ends; null when there are none.</param>
/// <param name="Earlier">Names of the changes that ended before these began, and may have left something behind.</param>
/// <remarks>The months are set by the scenarios and not chosen by what came of it. Each interval holds at 95 % by itself, not all of them together.</remarks>
public sealed record PassingChange(IReadOnlyList<string> Names, PassingEffect During, PassingEffect? After, IReadOnlyList<string> Earlier);

/// <summary>An effect over some months.</summary>
/// <param name="First">First recorded month.</param>
/// <param name="Last">Last month.</param>
/// <param name="Effect">Effect on the mean over them, or on the sum of a flow.</param>
public sealed record PassingEffect(int First, int Last, Effect Effect);
