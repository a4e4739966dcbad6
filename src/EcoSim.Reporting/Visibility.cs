using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EcoSim.Tests")]
