namespace BenchWorker.Analysis;

/// <summary>What a paired test said.</summary>
/// <param name="P">Two-sided, in (0, 1]; 1 where nothing differs.</param>
/// <param name="Count">Pairs that differ.</param>
/// <param name="Exact">False for a Monte-Carlo or a normal approximation.</param>
public readonly record struct PairedTest(double P, int Count, bool Exact);
