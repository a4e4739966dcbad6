namespace EcoSim.Reporting;

/// <summary>The figures of a run, in the order in which a reader meets them.</summary>
public static class Figures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        FosteredFigure.Declaration,
        EcosystemFigure.Declaration,
        StartUpsFigure.Declaration,
        SpinOutsFigure.Declaration,
        MoneyFigure.Declaration,
        CloudFigure.Declaration,
        SkillsFigure.Declaration,
        SurvivalFigure.Declaration,
        LabourFigure.Declaration,
        KnowledgeFigure.Declaration,
        RivalsFigure.Declaration,
        SizesFigure.Declaration,
        FamilyTreeFigure.Declaration,
        InvestorsFigure.Declaration,
        PeopleFlowsFigure.Declaration,
    ];
}
