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
    private Member[] _members = [];
    private int _count;

    /// <summary>Mean skills and mean balance of skills in this month.</summary>
    public StaffView Look(World world)
    {
        ReadOnlySpan<int> staff = CollectionsMarshal.AsSpan(world.SampledStaff);
        world.People.Touch(staff);
        Follow(world, staff);
        Vector128<float> sum = Vector128<float>.Zero;
        double balance = 0;
        for (int i = 0; i < staff.Length; i++)
        {
            Vector128<float> skill = Learning.BringForward(world, ref _members[i].Person);
            sum += skill;
            balance += Skills.Balance(skill);
        }

        return staff.Length == 0
            ? new(Vector128.Create(float.NaN), double.NaN)
            : new(sum / staff.Length, balance / staff.Length);
    }

    /// <summary>Brings the copies in line with the sample, which keeps its order: who has left is dropped, who has come is at the end.</summary>
    private void Follow(World world, ReadOnlySpan<int> staff)
    {
        if (_members.Length < staff.Length)
        {
            Array.Resize(ref _members, 2 * staff.Length);
        }

        int at = 0;
        for (int i = 0; i < staff.Length; i++)
        {
            while (at < _count && _members[at].Row != staff[i])
            {
                at++;
            }

            ref Person person = ref world.People[staff[i]];
            if (at == _count || _members[at].SkillMonth != person.SkillMonth)
            {
                _members[i] = new Member { Row = staff[i], SkillMonth = person.SkillMonth, Person = person };
            }
            else if (at != i)
            {
                _members[i] = _members[at];
            }
        }

        _count = staff.Length;
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
