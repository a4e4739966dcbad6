using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>Dismisses staff whom firms can no longer carry, the latest to join first; founders joined before all others and stay.</summary>
internal sealed class Dismissals(Parameters parameters)
{
    /// <summary>Firms whose lists and latest staff are brought near at once, so that one does not wait for the other's.</summary>
    private const int Batch = 64;

    private readonly List<int> _firms = [];
    private int _touched;

    /// <summary>Notes which of four firms have too many staff. Those of rival hubs are counted only, and come from and go to the hub's natives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Consider(Concerns concerns, int place)
    {
        Vector256<double> staff = concerns.Staff.Four(place);
        Vector256<double> wanted = concerns.WantedStaff.Four(place);
        Vector256<double> home = Vector256.GreaterThan(concerns.Home.Four(place), Vector256<double>.Zero);
        Vector256<double> most = Vector256.Floor(wanted * (1 + parameters.Products.StaffBand)) + Vector256<double>.One;
        uint tooMany = (home & Vector256.GreaterThan(staff, most)).ExtractMostSignificantBits();
        concerns.Staff.Put(place, Vector256.ConditionalSelect(home, staff, wanted));
        for (tooMany &= concerns.Taken(place); tooMany != 0; tooMany &= tooMany - 1)
        {
            _firms.Add(concerns[place + BitOperations.TrailingZeroCount(tooMany)].Row);
        }
    }

    /// <summary>Sends the staff of the noted firms away, and counts the staff of hubs and sectors.</summary>
    public void Happen(World world)
    {
        Concerns concerns = world.Concerns;
        Array.Clear(world.SectorStaff);
        for (int place = 0; place < concerns.Count; place++)
        {
            ref Mark mark = ref concerns[place];
            world.SectorStaff[mark.Trade] += concerns.Staff[place];
            if (mark.Hub != World.Home)
            {
                world.Staffing[mark.Row].Staff = (int)concerns.Staff[place];
            }
        }

        ReadOnlySpan<int> firms = CollectionsMarshal.AsSpan(_firms);
        for (int first = 0; first < firms.Length; first += Batch)
        {
            ReadOnlySpan<int> batch = firms[first..Math.Min(first + Batch, firms.Length)];
            Touch(world, batch);
            foreach (int row in batch)
            {
                Dismiss(world, row);
            }
        }

        _firms.Clear();
    }

    private void Dismiss(World world, int row)
    {
        ref Staffing staffing = ref world.Staffing[row];
        int most = Most(staffing);
        int before = staffing.Staff;
        while (staffing.Staff > most && Employment.TakeLatest(world, row) is int person and >= 0)
        {
            Employment.Move(world, person, State.Unemployed, World.None, Division.None, World.None, Reason.Layoff, World.Home);
            world.Released.Add(person);
        }

        ref Firm firm = ref world.Firms[row];
        world.Tally.Layoffs += before - staffing.Staff;
        world.SectorStaff[(int)firm.Sector] -= before - staffing.Staff;
        world.Concerns.Staff[firm.Place] = staffing.Staff;
    }

    /// <summary>Staff above which a firm dismisses.</summary>
    private int Most(in Staffing staffing) => (int)(staffing.Wanted * (1 + parameters.Products.StaffBand)) + 1;

    /// <summary>Brings the lists of staff near, and then those who joined last.</summary>
    private void Touch(World world, ReadOnlySpan<int> firms)
    {
        int sum = 0;
        foreach (int row in firms)
        {
            sum += world.StaffLists.On(world.Staffing[row].FirstStaff).Length;
        }

        _touched = sum;
        foreach (int row in firms)
        {
            ref Staffing staffing = ref world.Staffing[row];
            ReadOnlySpan<int> latest = world.StaffLists.On(staffing.FirstStaff);
            world.People.Touch(latest[^Math.Min(2 * (staffing.Staff - Most(staffing)), latest.Length)..]);
        }
    }
}
