namespace EcoSim.Model.Observation;

/// <summary>Identities as people read them: a letter for the kind, then hexadecimal digits of the key.</summary>
/// <remarks>A person, firm or round keeps its identity in every scenario, since the key comes from its parents.</remarks>
public static class Identity
{
    private const int KindShift = 60;

    /// <summary>Letters by kind: person, start-up, incumbent, anchor, fund, university, round.</summary>
    private const string Letters = "psiafur";

    /// <summary>Packs a kind (index into person, start-up, incumbent, anchor, fund, university, round) and the top bits of a key.</summary>
    public static long Pack(IdentityKind kind, ulong key) => (long)((ulong)kind << KindShift | key >> (64 - 48));

    public static string Format(long id) => $"{Letters[(int)((ulong)id >> KindShift)]}{(ulong)id & 0xFFFFFFFFFFFF:x12}";
}

/// <summary>What an identity names.</summary>
public enum IdentityKind
{
    Person,
    StartUp,
    Incumbent,
    Anchor,
    Fund,
    University,
    Round,
}
