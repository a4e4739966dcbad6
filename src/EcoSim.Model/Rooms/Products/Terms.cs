using EcoSim.Model.Engine;
using EcoSim.Model.Worlds;

namespace EcoSim.Model.Rooms.Products;

/// <summary>What all firms of a sector in a hub have in common this month.</summary>
internal struct Terms
{
    /// <summary>Milestones to the market.</summary>
    public int Steps;

    /// <summary>Factor of local staff of the sector on the pace of work.</summary>
    public double Agglomeration;

    /// <summary>Milestones a month of a reference team with knowledge 1.</summary>
    public double Pace;

    /// <summary>Compute wanted per head before the market, per head on the market, and per million RMB of sales.</summary>
    public double Training, Research, Inference;

    /// <summary>Share of sales left after the cost of goods.</summary>
    public double GrossMargin;

    /// <summary>Wage and other cost of a person, million RMB a month.</summary>
    public double Wage, Overhead;
}

/// <summary>The terms of every hub and sector, reckoned anew each month so that no firm has to.</summary>
internal sealed class TermsTable(Parameters parameters)
{
    private Terms[] _terms = [];

    /// <summary>Terms of a firm.</summary>
    public ref readonly Terms Of(in Firm firm) => ref _terms[firm.Hub * Count.Sectors + (int)firm.Sector];

    /// <summary>Brings the terms to this month.</summary>
    public void Refresh(World world)
    {
        _terms = _terms.Length == 0 ? new Terms[world.SectorStaff.Length] : _terms;
        double weights = 0;
        for (int sector = 0; sector < Count.Sectors; sector++)
        {
            weights += parameters.Sectors.Of((Sector)sector).EntryWeight;
        }

        ProductsParameters p = parameters.Products;
        for (int i = 0; i < _terms.Length; i++)
        {
            ref Hub hub = ref world.Hubs[i / Count.Sectors];
            SectorParameters sector = parameters.Sectors.Of((Sector)(i % Count.Sectors));

            // Staff of the sector that a hub of this size has at the reference density of start-ups.
            double usual = (hub.People + hub.Natives) * parameters.SpinOuts.CrowdingReference * p.ReferenceTeam * sector.EntryWeight / weights;
            double agglomeration = ProductsEquations.Agglomeration(world.SectorStaff[i], usual, parameters.Hub.AgglomerationElasticity);
            double training = world.ComputeNeedFactor * sector.Training / p.ReferenceTeam;
            _terms[i] = new Terms
            {
                Steps = sector.Steps,
                Agglomeration = agglomeration,
                Pace = agglomeration * Math.Pow(hub.Suppliers, sector.SupplierElasticity) / sector.StepMonths,
                Training = training,
                Research = training * p.ResearchShare,
                Inference = world.ComputeNeedFactor * sector.Inference,
                GrossMargin = sector.GrossMargin,
                Wage = Hazard.PerMonth(p.WagePerYear) * hub.Wage,
                Overhead = Hazard.PerMonth(p.OverheadPerHead) * hub.Rent,
            };
        }
    }
}
