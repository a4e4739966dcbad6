using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Observation;

/// <summary>Skills of the anchors' staff, estimated from the fixed sample of people.</summary>
internal readonly record struct StaffView(Vector128<float> Skill, double Balance);

/// <summary>Follows the skills of the sampled staff from month to month, on copies of their records: the world is not written to.</summary>
internal sealed class StaffPanel
{
    private readonly List<Member> _members = [];

    /// <summary>Mean skills and mean balance of skills in this month.</summary>
    public StaffView Look(World world)
    {
        ReadOnlySpan<int> staff = CollectionsMarshal.AsSpan(world.SampledStaff);
        world.People.Touch(staff);
        Vector128<float> sum = Vector128<float>.Zero;
        double balance = 0;
        for (int i = 0; i < staff.Length; i++)
        {
            ref Member member = ref Find(staff[i], i);
            ref Person person = ref world.People[staff[i]];
            if (member.Row != staff[i] || member.SkillMonth != person.SkillMonth)
            {
                member = new Member { Row = staff[i], SkillMonth = person.SkillMonth, Person = person };
            }

            Vector128<float> skill = Learning.BringForward(world, ref member.Person);
            sum += skill;
            balance += Skills.Balance(skill);
        }

        CollectionsMarshal.SetCount(_members, staff.Length);
        return staff.Length == 0
            ? new(Vector128.Create(float.NaN), double.NaN)
            : new(sum / staff.Length, balance / staff.Length);
    }

    /// <summary>The member at a place of the sample, which keeps its order: those before it who have left are dropped.</summary>
    private ref Member Find(int row, int place)
    {
        int at = place;
        while (at < _members.Count && _members[at].Row != row)
        {
            at++;
        }

        if (at == _members.Count)
        {
            _members.Add(default);
        }
        else
        {
            _members.RemoveRange(place, at - place);
        }

        return ref CollectionsMarshal.AsSpan(_members)[place];
    }

    /// <summary>One of the sample, with a record that is brought forward month by month.</summary>
    private struct Member
    {
        public int Row;

        /// <summary>Month in which the world last brought the skills forward; the copy is old once it changes.</summary>
        public short SkillMonth;
        public Person Person;
    }
}
