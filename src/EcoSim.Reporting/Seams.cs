using EcoSim.Experiments.Ensembles;
namespace EcoSim.Reporting;
public static class FigureWriter { public static void WriteAll(EnsembleResult result, string folder, Action<string>? done) { } }
