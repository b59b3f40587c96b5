namespace BenchWorker.Analysis;

/// <summary>What the numbers of a metric mean, as far as the source says.</summary>
/// <param name="Unit">As printed after a value; null when there is none.</param>
/// <param name="Min">Lowest possible value; null when there is none or it is unknown.</param>
/// <param name="Max">Highest possible value.</param>
/// <param name="Chance">Value of guessing.</param>
public sealed record MetricScale(string Name, string? Unit = null, double? Min = null, double? Max = null, double? Chance = null);

/// <summary>What the source says of a task beyond its name.</summary>
/// <param name="Group">Tasks of one group are averaged together under grouped means; null for none.</param>
/// <param name="Weight">For weighted means; finite, not negative.</param>
public sealed record TaskWeight(string Name, string? Group, double Weight);
