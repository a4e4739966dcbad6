using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Randomness;
using EcoSim.Model.Rooms.Anchors;
using EcoSim.Model.Rooms.Talent;
using EcoSim.Model.Worlds;

namespace EcoSim.Model;

/// <summary>Builds the world as it stands before the first tick.</summary>
internal static class Genesis
{
    /// <summary>Roots of the identities of what exists from the start.</summary>
    private const ulong PeopleRoot = 0x50, EmployerRoot = 0x45, HubRoot = 0x48, InvestorRoot = 0x49, NicheRoot = 0x4E, AnchorRoot = 0x41;

    /// <summary>Extensive parameters are stated for a region of this many workers.</summary>
    private const double ReferenceWorkers = 100_000;

    /// <summary>People in the sample at the start, and most incumbents.</summary>
    private const int SampleSize = 4_000;

    public static World Build(Parameters parameters, int replicate)
    {
        int workers = parameters.Population.Workers;
        int anchors = parameters.AnchorCount;
        int incumbents = Math.Max((int)(workers / parameters.Population.WorkersPerIncumbent), 4);
        int hubs = RivalHubs + 1;
        int months = parameters.Run.WarmupMonths + parameters.Run.Months;
        var luck = new Draw(new Draw((ulong)parameters.Run.Seed).Bits(Decision.Replicate, (ulong)replicate, 0));
        var world = new World
        {
            Warmup = parameters.Run.WarmupMonths,
            End = months,
            Scale = workers / ReferenceWorkers,
            LongestCareer = parameters.Population.LongestCareer * Hazard.MonthsPerYear,
            Luck = luck,
            People = new People(Size.People(parameters), Size.Estates(parameters)),
            Teams = new Teams(Size.Teams(parameters)),
            Employers = new Employers(anchors, incumbents, hubs - 1),
            Hubs = new Hub[hubs],
            Anchors = new AnchorState[anchors],
            Niches = new Niche[Count.Sectors * Math.Max((int)(workers / parameters.Products.WorkersPerNiche), 1)],
            Firms = new Rows<Firm>(Size.Firms(parameters)),
            Staffing = new Rows<Staffing>(Size.Firms(parameters)),
            Concerns = new Concerns(Size.Firms(parameters) / 4),
            Investors = new Rows<Investor>(256),
            Rounds = new Rows<Round>(Size.Firms(parameters)),
            Holdings = new Rows<Holding>(Size.Firms(parameters)),
            Foundings = new Rows<Founding>(Size.Firms(parameters)),
            Jobs = new Rows<Job>(1024),
            Flows = new Flows(2 + months / (int)Hazard.MonthsPerYear, hubs),
            StaffLists = new StaffLists(Size.Joins(parameters)),
            Training = new Training(anchors),
            FoundingCeilings = new byte[hubs * (Training.FirstAnchor + anchors)],
            SectorStaff = new double[hubs * Count.Sectors],
            StateCount = new int[hubs * Count.States],
            CapacityOrders = [.. Enumerable.Range(0, anchors).Select(_ => new double[months + 1])],
            SampleStride = Math.Max(workers / SampleSize, 1),
        };
        LabourMarket(world, parameters);
        Places(world, parameters);
        Organisations(world, parameters);
        Niches(world, parameters);
        Settle(world, parameters, workers);
        Teach(world, parameters);
        InvestorsAtStart.Add(world, parameters, InvestorRoot);
        world.FirstNewcomer = world.People.Count;
        world.FirstNewcomers.EnsureCapacity(months + 1);
        return world;
    }

    /// <summary>Rival hubs of the model: Beijing, Shenzhen, others.</summary>
    private const int RivalHubs = Rooms.Hubs.RivalsParameters.Number;

    private static void Places(World world, Parameters parameters)
    {
        int workers = parameters.Population.Workers;
        for (int h = 0; h < world.Hubs.Length; h++)
        {
            int natives = h == World.Home ? 0 : (int)(workers * parameters.Rivals.Of(h).Size);
            world.Hubs[h] = new Hub
            {
                Key = Draw.Child(HubRoot, h),
                Distance = h == World.Home ? 0 : parameters.Rivals.Of(h).Distance,
                Natives = natives,
                PeopleAtStart = h == World.Home ? workers : Math.Max(natives, 1),
                Rent = 1,
                Wage = 1,
                Suppliers = 1,
                VenturePresence = 1,
                PublicKnowledge = 1,
                EntryCost = 1,
                Opportunity = 1,
            };
        }
    }

    private static void Organisations(World world, Parameters parameters)
    {
        Employers employers = world.Employers;
        double perTeam = parameters.Population.TeamSize;
        double incumbentWorkers = parameters.Population.Workers;
        var weight = new double[employers.IncumbentCount];
        double sum = 0;
        for (int i = 0; i < weight.Length; i++)
        {
            weight[i] = Math.Pow(i + 1, -parameters.Population.IncumbentSizeExponent);
            sum += weight[i];
        }

        int slot = 0;
        double cumulated = 0;
        for (int e = 0; e < employers.Count; e++)
        {
            employers.Key[e] = employers.IsAnchor(e) ? Draw.Child(AnchorRoot, e) : Draw.Child(EmployerRoot, e - employers.FirstIncumbent);
            employers.Knowledge[e] = 1;
            double staff;
            if (employers.IsAnchor(e))
            {
                staff = parameters.AnchorOf(e).WorkforceShare * parameters.Population.Workers;
                employers.Knowledge[e] = 1 + parameters.AnchorOf(e).TechnologyLead;
                world.Anchors[e] = new AnchorState
                {
                    Key = employers.Key[e],
                    Output = staff,
                    TargetHeadcount = staff,
                    AiKnowledge = 1,
                    InternalReference = 1,
                    InternalUse = 1,
                    Liquidity = parameters.AnchorOf(e).Liquidity,
                    SharePrice = parameters.AnchorOf(e).SharePrice,
                    EquityPerMonth = Hazard.PerMonth(parameters.AnchorOf(e).EquityPerYear),
                    LiquidityMonth = short.MinValue,
                };
            }
            else if (employers.IsIncumbent(e))
            {
                int i = e - employers.FirstIncumbent;
                cumulated += weight[i] / sum;
                for (; slot < Employers.SizeSlots && slot < cumulated * Employers.SizeSlots; slot++)
                {
                    employers.SizeTable[slot] = e;
                }

                staff = incumbentWorkers * weight[i] / sum;
                employers.Sector[e] = (Sector)world.Luck.Below(Count.Sectors, Decision.SectorChoice, employers.Key[e], 0);
                employers.Knowledge[e] = Math.Exp(parameters.Incumbents.Spread * world.Luck.Normal(Decision.IncumbentGrowth, employers.Key[e], -1));
            }
            else
            {
                staff = perTeam * Teams.Remembered * Math.Max(world.Scale, 1);
            }

            employers.FirstTeam[e] = world.Teams.Count;
            employers.TeamCount[e] = Math.Max((int)Math.Ceiling(staff / perTeam), employers.IsAnchor(e) ? Count.Divisions - 1 : 1);
            for (int t = 0; t < employers.TeamCount[e]; t++)
            {
                world.Teams.Open(e);
            }
        }

        for (; slot < Employers.SizeSlots; slot++)
        {
            employers.SizeTable[slot] = employers.FirstPool - 1;
        }
    }

    private static void LabourMarket(World world, Parameters parameters)
    {
        int workers = parameters.Population.Workers;
        world.Labour.Seekers = workers * Hazard.PerMonth(parameters.Mobility.QuitHazard);
        world.Labour.Submarkets = new Submarket[Rooms.Mobility.MobilityEquations.Submarkets(workers, parameters.Mobility.WorkersPerSubmarket)];
        foreach (ref Submarket market in world.Labour.Submarkets.AsSpan())
        {
            market.Seekers = world.Labour.Seekers / world.Labour.Submarkets.Length;
        }
    }

    private static void Niches(World world, Parameters parameters)
    {
        var p = parameters.Products;
        int perSector = world.Niches.Length / Count.Sectors;
        for (int n = 0; n < world.Niches.Length; n++)
        {
            ulong key = Draw.Child(NicheRoot, n / perSector, n % perSector);
            double z = world.Luck.Normal(Decision.NicheSize, key, 0);
            double opening = world.Luck.Uniform(Decision.NicheOpening, key, 0) * (p.NicheOpeningBefore + p.NicheOpeningAfter) - p.NicheOpeningBefore;
            world.Niches[n] = new Niche
            {
                Sector = (Sector)(n / perSector),
                Opening = opening,
                Saturation = parameters.Sectors.Of((Sector)(n / perSector)).NicheDemand * Math.Exp(p.NicheSpread * (z - p.NicheSpread / 2)),
            };
        }
    }

    /// <summary>Places everyone by their own luck; who would be the anchor's staff is the same person in every scenario.</summary>
    private static void Settle(World world, Parameters parameters, int workers)
    {
        double first = parameters.Anchor.WorkforceShare;
        double second = parameters.SecondAnchor.Present ? parameters.SecondAnchor.WorkforceShare : 0;
        double meanTenure = 1 / Hazard.PerMonth(parameters.Mobility.QuitHazard + parameters.Mobility.DismissalHazard);
        for (int i = 0; i < workers; i++)
        {
            ulong key = Draw.Child(PeopleRoot, i);
            Occasion luck = world.Luck.At(key, 0);
            double u = luck.Uniform(Decision.InitialPlace);
            bool anchors = u < first;
            bool secondAnchors = !anchors && u < first + second;
            byte hub = anchors && !parameters.Anchor.Present ? HomeOrAway(world, parameters, key) : World.Home;
            int person = Newcomers.Add(world, parameters, key, hub, level: 1);
            int employer = anchors && parameters.Anchor.Present ? 0
                : secondAnchors ? world.Anchors.Length - 1
                : hub != World.Home ? world.Employers.FirstPool + hub - 1
                : world.Employers.SizeTable[luck.Below(Employers.SizeSlots, Decision.InitialPlace, 1)];
            double career = Careers.AtStart(world, key);
            double age = world.Employers.IsAnchor(employer) ? parameters.AnchorOf(employer).AgeAtStart * Hazard.MonthsPerYear : double.PositiveInfinity;
            double tenure = AnchorsEquations.TenureAtStart(meanTenure * Variate.Exponential(luck.Uniform(Decision.InitialTenure)), career, age);
            Place(world, luck, person, employer, (short)-career, (short)-tenure);
        }
    }

    private static byte HomeOrAway(World world, Parameters parameters, ulong key)
    {
        double u = world.Luck.Uniform(Decision.Away, key, -1) / Math.Max(parameters.Population.AnchorStaffFromElsewhere, 1e-12);
        double sizes = 0;
        for (int h = 1; h < world.Hubs.Length; h++)
        {
            sizes += parameters.Rivals.Of(h).Size;
        }

        for (byte h = 1; h < world.Hubs.Length && u < 1; h++)
        {
            u -= parameters.Rivals.Of(h).Size / sizes;
            if (u < 0)
            {
                return h;
            }
        }

        return World.Home;
    }

    private static void Place(World world, Occasion luck, int row, int employer, short career, short joined)
    {
        ref Person person = ref world.People[row];
        bool anchor = world.Employers.IsAnchor(employer);
        State state = anchor ? State.Anchor : State.OtherFirm;
        world.StateCount[person.Hub * Count.States + (int)State.Student]--;
        world.StateCount[person.Hub * Count.States + (int)state]++;
        world.Hubs[person.Hub].People++;
        world.Employers.Headcount[employer]++;
        world.Employers.JoinedSum[employer] += joined;
        int first = world.Employers.FirstTeam[employer];
        int teams = world.Employers.TeamCount[employer];
        Division division = Division.None;
        if (anchor)
        {
            division = (Division)(1 + luck.Below(Count.Divisions - 1, Decision.InitialPlace, 2));
            teams /= Count.Divisions - 1;
            first += ((int)division - 1) * teams;
            world.People.EstateOf(ref person).VestMonth = joined;
        }

        person.State = state;
        person.Employer = employer;
        person.TakeUp(division, person.Role);
        person.Team = first + luck.Below(teams, Decision.Team);
        world.Teams.Join(person.Team, row);
        person.SpellStart = joined;
        person.Ending = Ladders.OfSpell(Learning.Workplace(person)).At(0);

        // Ordinary staff have learned in ordinary firms all their career, the anchor's so far up to the present spell.
        person.SkillMonth = career;
    }

    /// <summary>Sets what workplaces teach, and gives the anchor's staff what they had learned before they came.</summary>
    private static void Teach(World world, Parameters parameters)
    {
        new TalentProcess(parameters).Step(world);
        People people = world.People;
        Training.Epoch ordinary = world.Training.Epochs(Training.Ordinary)[0];
        for (int row = 0; row < people.Count; row++)
        {
            ref Person person = ref people[row];
            if (person.State == State.Anchor)
            {
                person.Skill = Learning.After(
                    person.Skill, ordinary.Frontier, ordinary.Exposure[(int)person.Role],
                    ordinary.LearningRate * person.Ability, ordinary.Forgetting, person.SpellStart - person.SkillMonth);
                person.SkillMonth = person.SpellStart;
                if (world.IsSampled(person.Key))
                {
                    world.SampledStaff.Add(row);
                }
            }
        }
    }
}
