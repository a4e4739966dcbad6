using System.Globalization;
using EcoSim.Experiments.Results;

namespace EcoSim.Experiments.Lives;

/// <summary>How lives speak of organisations, people, stages and amounts.</summary>
internal sealed class LifeNames(ReplicateLedger ledger)
{
    private readonly bool _oneAnchor = ledger[Table.Organizations].Where("kind", "anchor").Count() <= 1;

    /// <summary>An organisation or person by its identity, with what it is.</summary>
    public string Of(string? id) => id is not { Length: > 0 } ? "nobody" : id[0] switch
    {
        'a' => _oneAnchor ? "the anchor" : $"anchor {id}",
        'i' => $"ordinary firm {id}",
        'u' => "the university",
        's' => $"start-up {id}",
        'f' => $"fund {id}",
        _ => id,
    };

    /// <summary>An investor by identity and kind, as in "venture fund f…"; an angel with what ties it to the anchor.</summary>
    public string Investor(string id, string kind) => kind switch
    {
        "angel" => $"angel {id}{Alumnus(id)}",
        "affiliated_fund" => $"affiliated fund {id}",
        "venture" => $"venture fund {id}",
        "state" => $"state fund {id}",
        _ => Of(id),
    };

    /// <summary>"Angel round", "Seed round", "Series A".</summary>
    public static string Round(string stage) => stage is "angel" or "seed" ? $"{char.ToUpperInvariant(stage[0])}{stage[1..]} round" : $"Series {stage.ToUpperInvariant()}";

    /// <summary>How far a firm's financing has come, as in "series A".</summary>
    public static string Stage(string? stage) => stage is { Length: 1 } ? $"series {stage.ToUpperInvariant()}" : stage ?? "";

    /// <summary>A word of the ledger as people write it.</summary>
    public static string Plain(string? word) => word switch
    {
        null => "",
        "ai_software" => "AI software",
        "ai_hardware" => "AI hardware",
        _ => word.Replace('_', ' '),
    };

    /// <summary>Where compute comes from.</summary>
    public static string Compute(string? mode) => mode switch
    {
        "own" => "own hardware",
        "cloud" => "the anchor's cloud",
        "other_cloud" => "another cloud",
        "service" => "the anchor's AI service",
        _ => "no compute",
    };

    /// <summary>A hub as in "in the home hub".</summary>
    public static string Hub(string? hub) => hub switch
    {
        "home" => "the home hub",
        "others" => "other hubs",
        null => "an unknown hub",
        _ => char.ToUpperInvariant(hub[0]) + hub[1..],
    };

    /// <summary>Money: "8.30 million".</summary>
    public static string Money(double million) => ReadableNumber.Of(million) + " million";

    /// <summary>A share as per cent.</summary>
    public static string Percent(double share) => ReadableNumber.Of(Math.Round(100 * share, 1)) + " %";

    /// <summary>"1 month", "41 months", "12.5 years".</summary>
    public static string Span(int months) => months == 1 ? "1 month" : months < 36 ? $"{months} months" : $"{(months / 12.0).ToString("0.#", CultureInfo.InvariantCulture)} years";

    /// <summary>"one", "two" up to ten, then digits.</summary>
    public static string Count(int count) =>
        count is >= 0 and <= 10 ? new[] { "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" }[count] : ReadableNumber.Of(count);

    private string Alumnus(string id)
    {
        LifeRow person = ledger[Table.People].Where("person_id", id).LastOrDefault();
        return person.Table is not null && person.Whole("anchor_tenure_months") is > 0 and var months ? $" ({Span(months)} at an anchor)" : "";
    }
}
