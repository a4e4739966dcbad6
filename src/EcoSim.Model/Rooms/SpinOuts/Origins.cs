using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.SpinOuts;

/// <summary>Where a start-up comes from.</summary>
/// <param name="Origin">Kind of origin.</param>
/// <param name="Parent">Organisation that the first founder came from, −1 for none.</param>
/// <param name="Generation">Firms between this one and an anchor: 1 for the anchor's own spin-out.</param>
/// <param name="Anchor">Anchor at the root of the line, −1 for none.</param>
internal readonly record struct ParentLine(Origin Origin, int Parent, byte Generation, sbyte Anchor);

internal static class Origins
{
    /// <summary>The employer is the parent, or the last one if it was left not long ago.</summary>
    public static ParentLine Of(World world, Parameters parameters, int person)
    {
        People people = world.People;
        if (people[person].State == State.Student)
        {
            return new ParentLine(Origin.University, World.None, 0, World.None);
        }

        bool employed = people[person].Employer >= 0;
        bool recent = world.Month - people[person].LastEnd <= parameters.SpinOuts.ParentMonths;
        int parent = employed ? people[person].Employer : recent ? world.Teams.OrganisationOf(people[person].LastTeam) : World.None;
        Origin other = people.EstateNow(people[person]).Foundings > 0 ? Origin.Serial : Origin.Independent;
        if (parent < 0)
        {
            return new ParentLine(other, World.None, 0, World.None);
        }

        if (world.Employers.IsAnchor(parent))
        {
            bool laidOff = !employed && people[person].LeftBecause == Reason.Layoff;
            return new ParentLine(laidOff ? Origin.LayoffSpinOut : Origin.SpinOut, parent, 1, (sbyte)parent);
        }

        if (!world.IsStartUp(parent))
        {
            return new ParentLine(other, parent, 0, World.None);
        }

        ref Firm firm = ref world.Firms[world.FirmOf(parent)];
        return new ParentLine(other, parent, (byte)(firm.AnchorLine >= 0 ? firm.Generation + 1 : 0), firm.AnchorLine);
    }
}
