namespace BenchWorker.Analysis;

/// <summary>One kind of statement of the catalogue.</summary>
/// <param name="Id">"E1"; stable, in evidence and tests.</param>
/// <param name="Name">What it is about: "cell extremes".</param>
/// <param name="Priority">In (0, 1]: how much readers want it, all else equal.</param>
/// <param name="Novelty">At least 1; more for what contradicts the default expectation.</param>
/// <param name="Mandatory">Stated whenever it applies.</param>
public sealed record FindingKind(string Id, string Name, double Priority, double Novelty = 1, bool Mandatory = false);
