using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>What all firms of a hub and sector have in common this month, reckoned once so that no firm has to; by hub × sectors + sector.</summary>
internal sealed class Terms(Parameters parameters)
{
    /// <summary>Factor of local staff of the sector on the pace of work.</summary>
    public double[] Agglomeration = [];

    /// <summary>Milestones a month of a reference team with knowledge 1.</summary>
    public double[] Pace = [];

    /// <summary>Compute wanted per head before the market, and per million RMB of sales.</summary>
    public double[] Training = [];
    public double[] Inference = [];

    /// <summary>Share of sales left after the cost of goods.</summary>
    public double[] Margin = [];

    /// <summary>Wage and other cost of a person, million RMB a month.</summary>
    public double[] Wage = [];
    public double[] Overhead = [];

    /// <summary>The terms of four firms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Four(double[] terms, Concerns concerns, int place) => Vector256.Create(
        terms[concerns[place].Trade], terms[concerns[place + 1].Trade], terms[concerns[place + 2].Trade], terms[concerns[place + Last].Trade]);

    /// <summary>The last lane.</summary>
    private const int Last = Column.Lanes - 1;

    /// <summary>Brings the terms to this month.</summary>
    public void Refresh(World world)
    {
        if (Pace.Length == 0)
        {
            int length = world.SectorStaff.Length;
            (Agglomeration, Pace, Training, Inference) = (new double[length], new double[length], new double[length], new double[length]);
            (Margin, Wage, Overhead) = (new double[length], new double[length], new double[length]);
        }

        double weights = 0;
        for (int sector = 0; sector < Count.Sectors; sector++)
        {
            weights += parameters.Sectors.Of((Sector)sector).EntryWeight;
        }

        ProductsParameters p = parameters.Products;
        for (int i = 0; i < Pace.Length; i++)
        {
            ref Hub hub = ref world.Hubs[i / Count.Sectors];
            SectorParameters sector = parameters.Sectors.Of((Sector)(i % Count.Sectors));

            // Staff of the sector that a hub of this size has at the reference density of start-ups.
            double usual = (hub.People + hub.Natives) * parameters.SpinOuts.CrowdingReference * p.ReferenceTeam * sector.EntryWeight / weights;
            Agglomeration[i] = ProductsEquations.Agglomeration(world.SectorStaff[i], usual, parameters.Hub.AgglomerationElasticity);
            Pace[i] = Agglomeration[i] * Math.Pow(hub.Suppliers, sector.SupplierElasticity) / sector.StepMonths;
            Training[i] = world.ComputeNeedFactor * sector.Training / p.ReferenceTeam;
            Inference[i] = world.ComputeNeedFactor * sector.Inference;
            Margin[i] = sector.GrossMargin;
            Wage[i] = Hazard.PerMonth(p.WagePerYear) * hub.Wage;
            Overhead[i] = Hazard.PerMonth(p.OverheadPerHead) * hub.Rent;
        }
    }
}
