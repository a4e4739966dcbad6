using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Mobility;

/// <summary>Start-ups that hire, on a ring by identity: a seeker goes to the next one clockwise from the seeker's luck.</summary>
/// <remarks>One more firm that hires changes only the choices that fall just before it, so that scenarios keep sharing luck.</remarks>
internal sealed class HiringRing
{
    private ulong[] _key = new ulong[64];
    private int[] _firm = new int[64];
    private int _count;
    private int _open;

    /// <summary>Collects the home start-ups that want staff; returns their vacancies.</summary>
    public int Build(World world)
    {
        _count = 0;
        _open = 0;
        if (_key.Length < world.Living.Count)
        {
            _key = new ulong[world.Living.Capacity];
            _firm = new int[world.Living.Capacity];
        }

        foreach (int f in world.Living)
        {
            ref Firm firm = ref world.Firms[f];
            if (firm.Hub == World.Home && firm.WantedStaff > firm.Staff)
            {
                _key[_count] = firm.Key;
                _firm[_count++] = f;
                _open += firm.WantedStaff - firm.Staff;
            }
        }

        Array.Sort(_key, _firm, 0, _count);
        return _open;
    }

    /// <summary>The firm that takes a seeker with this luck, or none when all places are filled.</summary>
    public int Take(World world, ulong luck)
    {
        if (_open == 0)
        {
            return World.None;
        }

        int at = Array.BinarySearch(_key, 0, _count, luck);
        at = at < 0 ? ~at : at;
        for (int i = 0; i < _count; i++)
        {
            int firm = _firm[(at + i) % _count];
            if (world.Firms[firm].WantedStaff > world.Firms[firm].Staff)
            {
                _open--;
                return firm;
            }
        }

        return World.None;
    }
}
