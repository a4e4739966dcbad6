using EcoSim.Model.Randomness;
using EcoSim.Model.Worlds;

namespace EcoSim.Model;

/// <summary>Investors that exist from the start: funds and angels of every hub, the anchor's money, the guidance fund.</summary>
internal static class InvestorsAtStart
{
    public static void Add(World world, Parameters parameters, ulong root)
    {
        var p = parameters.Capital;
        int funds = Math.Max((int)Math.Round(p.VentureFunds * world.Scale), 2);
        double weights = 0;
        for (int i = 0; i < funds; i++)
        {
            ulong key = Draw.Child(root, 0, i);
            double weight = Math.Exp(p.FundSpread * world.Luck.Normal(Decision.Luck, key, 0));
            weights += weight;
            Join(world, new Investor
            {
                Key = key,
                Kind = InvestorKind.Venture,
                Hub = HubOfFund(world, parameters, key),
                Weight = weight,
                Sector = (byte)world.Luck.Below(Count.Sectors, Decision.SectorChoice, key, 0),
            });
        }

        for (int i = 0; i < funds; i++)
        {
            ref Investor fund = ref world.Investors[i];
            fund.Weight /= weights;
            fund.Cash = p.VentureCommitments * p.VentureSupply * world.Scale * fund.Weight;
            world.Books.Started += fund.Cash;
        }

        world.VentureInflow = p.VentureSupply;
        for (byte hub = 0; hub < world.Hubs.Length; hub++)
        {
            double size = hub == World.Home ? 1 : parameters.Rivals.Of(hub).Size;
            int angels = Variate.Whole(world.Luck.Uniform(Decision.InitialPlace, world.Hubs[hub].Key, 0), p.OrdinaryAngels * world.Scale * size);
            for (int i = 0; i < angels; i++)
            {
                ulong key = Draw.Child(root, 1 + hub, i);
                Join(world, new Investor
                {
                    Key = key,
                    Kind = InvestorKind.Angel,
                    Hub = hub,
                    Cash = p.OrdinaryAngelMoney,
                    Sector = (byte)world.Luck.Below(Count.Sectors, Decision.SectorChoice, key, 0),
                });
                world.Books.Started += p.OrdinaryAngelMoney;
            }
        }

        for (int a = 0; a < world.Anchors.Length; a++)
        {
            Join(world, new Investor { Key = Draw.Child(world.Anchors[a].Key, 0), Kind = InvestorKind.AffiliatedFund, Sector = Careers.NoSector }, a);
            Join(world, new Investor { Key = Draw.Child(world.Anchors[a].Key, 1), Kind = InvestorKind.Strategic, Sector = Careers.NoSector }, a);
        }

        Join(world, new Investor { Key = Draw.Child(root, -1), Kind = InvestorKind.State, Sector = Careers.NoSector });
    }

    private static void Join(World world, Investor investor, int anchor = World.None)
    {
        investor.Person = World.None;
        investor.Anchor = (sbyte)anchor;
        world.Investors.Add(investor);
    }

    private static byte HubOfFund(World world, Parameters parameters, ulong key)
    {
        double u = world.Luck.Uniform(Decision.InitialPlace, key, 0);
        for (byte h = 1; h < world.Hubs.Length; h++)
        {
            u -= parameters.Rivals.Of(h).VentureShare;
            if (u < 0)
            {
                return h;
            }
        }

        return World.Home;
    }
}
