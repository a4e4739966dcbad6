using System.Reflection;
using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>Living start-ups keep their numbers when others come and go.</summary>
public sealed class ConcernsTests
{
    [Fact]
    public void Who_ends_leaves_no_gap_and_takes_the_last_numbers_along()
    {
        var firms = new Rows<Firm>(0);
        var concerns = new Concerns(0);
        for (int row = 0; row < 11; row++)
        {
            firms.Add(new Firm { Key = 100 + (ulong)row, Standing = new Standing { Cash = row } });
            concerns.Open(ref firms[row], row);
        }

        int[] ending = [3, 10, 0, 9];
        foreach (int row in ending)
        {
            concerns.Cash[firms[row].Place] += 0.5;
            concerns.Close(ref firms[row], firms);
            Assert.Equal(World.None, firms[row].Place);
            Assert.Equal(row + 0.5, firms[row].Standing.Cash);
        }

        Assert.Equal(7, concerns.Count);
        foreach (int row in Enumerable.Range(0, 11).Except(ending))
        {
            int place = firms[row].Place;
            Assert.InRange(place, 0, concerns.Count - 1);
            Assert.Equal(row, concerns[place].Row);
            Assert.Equal(firms[row].Key, concerns.KeyOf(place));
            Assert.Equal(row, concerns.Cash[place]);
        }

        Assert.Equal(0, concerns.Cash[concerns.Count]);
        Assert.Equal(0b0111u, concerns.Taken(4));
    }

    [Fact]
    public void Every_column_has_room_for_all()
    {
        var concerns = new Concerns(4);
        var firms = new Rows<Firm>(0);
        for (int row = 0; row < 50; row++)
        {
            firms.Add(default);
            concerns.Open(ref firms[row], row);
        }

        Column[] columns = [.. typeof(Concerns).GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => field.GetValue(concerns)).OfType<Column>()];
        Assert.True(columns.Length > 30);
        foreach (Column column in columns)
        {
            column[firms.Count - 1] = 1;
        }
    }
}
