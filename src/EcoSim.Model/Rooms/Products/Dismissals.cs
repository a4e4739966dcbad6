using System.Runtime.InteropServices;
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

    /// <summary>Notes a firm that has too many staff. Those of rival hubs are counted only, and come from and go to the hub's natives.</summary>
    public void Consider(ref Firm firm)
    {
        if (firm.Hub != World.Home)
        {
            firm.Staff = firm.WantedStaff;
        }
        else if (firm.Staff > Most(firm))
        {
            _firms.Add(firm.Row);
        }
    }

    /// <summary>Sends the staff of the noted firms away.</summary>
    public void Happen(World world)
    {
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
        ref Firm firm = ref world.Firms[row];
        int most = Most(firm);
        int before = firm.Staff;
        while (firm.Staff > most && Employment.TakeLatest(world, row) is int person and >= 0)
        {
            Employment.Move(world, person, State.Unemployed, World.None, Division.None, World.None, Reason.Layoff, World.Home);
            world.Released.Add(person);
        }

        world.Tally.Layoffs += before - firm.Staff;
        world.SectorStaff[(int)firm.Sector] -= before - firm.Staff;
    }

    /// <summary>Staff above which a firm dismisses.</summary>
    private int Most(in Firm firm) => (int)(firm.WantedStaff * (1 + parameters.Products.StaffBand)) + 1;

    /// <summary>Brings the lists of staff near, and then those who joined last.</summary>
    private void Touch(World world, ReadOnlySpan<int> firms)
    {
        int sum = 0;
        foreach (int row in firms)
        {
            sum += world.StaffLists.On(world.Firms[row].FirstStaff).Length;
        }

        _touched = sum;
        foreach (int row in firms)
        {
            ref Firm firm = ref world.Firms[row];
            ReadOnlySpan<int> latest = world.StaffLists.On(firm.FirstStaff);
            world.People.Touch(latest[^Math.Min(firm.Staff - Most(firm) + 1, latest.Length)..]);
        }
    }
}
