using System.Globalization;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>Identities as people read them: a letter for the kind, then hexadecimal digits of the key.</summary>
/// <remarks>A person, firm or round keeps its identity in every scenario, since the key comes from its parents.</remarks>
public static class Identity
{
    private const int KindShift = 60;

    /// <summary>Hexadecimal digits after the letter.</summary>
    private const int Digits = 12;

    /// <summary>Letters by kind: person, start-up, incumbent, anchor, fund, university, round.</summary>
    private const string Letters = "psiafur";

    /// <summary>Packs a kind (index into person, start-up, incumbent, anchor, fund, university, round) and the top bits of a key.</summary>
    public static long Pack(IdentityKind kind, ulong key) => (long)((ulong)kind << KindShift | key >> (64 - 48));

    public static string Format(long id) => $"{Letters[(int)((ulong)id >> KindShift)]}{(ulong)id & 0xFFFFFFFFFFFF:x12}";

    /// <summary>Reads what <see cref="Format"/> wrote, in upper or lower case.</summary>
    public static bool TryParse(string text, out long id)
    {
        id = 0;
        int kind = text.Length == 1 + Digits ? Letters.IndexOf(char.ToLowerInvariant(text[0])) : -1;
        if (kind < 0 || !ulong.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong key))
        {
            return false;
        }

        id = (long)((ulong)kind << KindShift | key);
        return true;
    }

    /// <summary>What an identity names.</summary>
    public static IdentityKind KindOf(long id) => (IdentityKind)((ulong)id >> KindShift);

    /// <summary>Identity of the person in a row.</summary>
    public static long Person(World world, int row) => Pack(IdentityKind.Person, world.People[row].Key);

    /// <summary>Identity of the start-up in a row.</summary>
    public static long StartUp(World world, int row) => Pack(IdentityKind.StartUp, world.Firms[row].Key);

    /// <summary>Identity of an organisation that exists.</summary>
    public static long Organisation(World world, int organisation) =>
        world.IsStartUp(organisation)
            ? StartUp(world, world.FirmOf(organisation))
            : Pack(world.Employers.IsAnchor(organisation) ? IdentityKind.Anchor : IdentityKind.Incumbent, world.Employers.Key[organisation]);
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
