using System.Runtime.Intrinsics;
using EcoSim.Model.Randomness;

namespace EcoSim.Model.Worlds;

/// <summary>A founder as of a founding.</summary>
public struct Founding
{
    /// <summary>Row of the firm.</summary>
    public int Firm;
    /// <summary>Row of the person.</summary>
    public int Person;
    /// <summary>Skills on that day.</summary>
    public Vector128<float> Skill;
    /// <summary>Months at anchors.</summary>
    public short AnchorMonths;
    /// <summary>Months at anchors in the firm's sector.</summary>
    public short AnchorSectorMonths;
    /// <summary>Months in the firm's sector.</summary>
    public short SectorMonths;
    /// <summary>Bit per role ever held, then bit per division.</summary>
    public byte RolesHeld;
    /// <summary>Firms founded before.</summary>
    public byte PriorFoundings;
    /// <summary>Firms founded before that were sold or listed.</summary>
    public byte PriorSuccesses;
}

/// <summary>Someone who joined a young start-up.</summary>
public struct Job
{
    /// <summary>Row of the firm.</summary>
    public int Firm;
    /// <summary>Row of the person.</summary>
    public int Person;
    /// <summary>True for founders.</summary>
    public bool Founder;
    /// <summary>Month of joining.</summary>
    public short Start;
    /// <summary>Organisation left for it, −1 for none.</summary>
    public int PreviousEmployer;
    /// <summary>Month in which the last job ended.</summary>
    public short PreviousEnd;
    /// <summary>Length of the last job, months.</summary>
    public short PreviousTenure;
    /// <summary>Why the last job ended.</summary>
    public Reason LeftBecause;
}

/// <summary>Where a person's experience lies.</summary>
public static class Careers
{
    /// <summary>No sector.</summary>
    public const byte NoSector = 15;

    /// <summary>Sector that an anchor's division is closest to.</summary>
    public static Sector SectorOf(Division division) => division switch
    {
        Division.Cloud => Sector.Enterprise,
        Division.Laboratory => Sector.AiSoftware,
        Division.Logistics => Sector.Robotics,
        _ => Sector.Consumer,
    };

    /// <summary>Sector of the present or last work, −1 for none: a rival hub's other firms are of all trades.</summary>
    public static int SectorNow(World world, int person) => SectorNow(world, world.People[person]);

    /// <summary>Sector of the present or last work, −1 for none: a rival hub's other firms are of all trades.</summary>
    public static int SectorNow(World world, in Person person)
    {
        int employer = person.Employer;
        if (employer < 0)
        {
            return person.LastSector == NoSector ? World.None : person.LastSector;
        }

        return person.State == State.Anchor ? (int)SectorOf(person.Division)
            : world.IsStartUp(employer) ? (int)world.Firms[world.FirmOf(employer)].Sector
            : world.Employers.IsPool(employer) ? World.None
            : (int)world.Employers.Sector[employer];
    }

    /// <summary>Length of the career behind someone who is there at the start, months.</summary>
    public static double AtStart(World world, ulong key) => world.LongestCareer * world.Luck.Uniform(Decision.Career, key, 0);

    /// <summary>Month in which someone began to work or study in the model: before 0 for who was there at the start.</summary>
    public static int EnteredIn(World world, int row)
    {
        if (world.FirstNewcomers.Count == 0 || row < world.FirstNewcomers[0])
        {
            return -(int)AtStart(world, world.People[row].Key);
        }

        int month = world.FirstNewcomers.Count - 1;
        while (world.FirstNewcomers[month] > row)
        {
            month--;
        }

        return month;
    }

    /// <summary>Adds a finished spell to the person's experience.</summary>
    public static void Count(World world, ref Person person, int months)
    {
        int now = SectorNow(world, person);
        byte sector = now < 0 ? NoSector : (byte)now;
        bool other = sector == NoSector || person.LastSector != sector;
        person.LastSector = sector;
        person.SectorMonths = (short)(months + (other ? 0 : person.SectorMonths));
        if (person.Estate != World.None)
        {
            ref Estate estate = ref world.People.EstateOf(ref person);
            estate.AnchorSectorMonths = (short)((person.State == State.Anchor ? months : 0) + (other ? 0 : estate.AnchorSectorMonths));
        }
    }
}
