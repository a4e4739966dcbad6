using EcoSim.Model.Worlds;

namespace EcoSim.Tests.Laws;

/// <summary>Lists of staff give back who was put on them, the latest first, however many lists share the store.</summary>
public sealed class StaffListsTests
{
    [Fact]
    public void The_latest_come_off_first_from_each_list()
    {
        const int lists = 7, people = 1000;
        var store = new StaffLists(0);
        var first = new int[lists];
        Array.Fill(first, World.None);
        var expected = Enumerable.Range(0, lists).Select(_ => new Stack<int>()).ToArray();
        for (int i = 0; i < people; i++)
        {
            int list = i * i % lists;
            if (i % 5 == 4 && expected[list].Count > 0)
            {
                Assert.Equal(expected[list].Peek(), store.Take(ref first[list], out int month));
                Assert.Equal(expected[list].Pop() % 97, month);
            }

            store.Add(ref first[list], i, i % 97);
            expected[list].Push(i);
            Assert.Equal(i, store.On(first[list])[^1]);
        }

        for (int list = 0; list < lists; list++)
        {
            while (expected[list].TryPop(out int person))
            {
                Assert.Equal(person, store.Take(ref first[list], out _));
            }

            Assert.Equal(World.None, store.Take(ref first[list], out _));
        }
    }
}
